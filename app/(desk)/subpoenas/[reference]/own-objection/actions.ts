'use server'
import { action } from '#app/_forms/action.ts'
import { decideNotToObject, objectOurselves } from '#db/commands/objection/own.ts'
import { backTo } from '../_parts/back_to.ts'

export const objectOurselvesAction = action(objectOurselves, ({ number }, form) =>
  backTo(form, `/objections/${number}`),
)
export const decideNotToObjectAction = action(decideNotToObject, (_, form) => backTo(form))
