'use server'
import { action } from '#app/_forms/action.ts'
import { changeObjectionEffect, recordObjectionOutcome } from '#db/commands/objection/change.ts'
import { backTo } from '../../_parts/back_to.ts'

export const changeObjectionEffectAction = action(changeObjectionEffect, (_, form) => backTo(form))
export const recordObjectionOutcomeAction = action(recordObjectionOutcome, (_, form) => backTo(form))
