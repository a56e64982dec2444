'use server'
import { action } from '#app/_forms/action.ts'
import { recordObjection } from '#db/commands/objection/record.ts'
import { backTo } from '../_parts/back_to.ts'

export const recordObjectionAction = action(recordObjection, ({ number }, form) =>
  backTo(form, `/objections/${number}`),
)
