'use server'
import { action } from '#app/_forms/action.ts'
import { changeSubscriber, markCopyFit } from '#db/commands/subscriber/change.ts'
import { findSubscriber } from '#db/commands/subscriber/find.ts'
import { noneFound, splitTarget } from '#db/commands/target.ts'
import { backTo } from '../../_parts/back_to.ts'

export const findSubscriberAction = action(findSubscriber, (_, form) => backTo(form))
export const noneFoundAction = action(noneFound, (_, form) => backTo(form))
export const splitTargetAction = action(splitTarget, (_, form) => backTo(form))
export const changeSubscriberAction = action(changeSubscriber, (_, form) => backTo(form))
export const markCopyFitAction = action(markCopyFit, (_, form) => backTo(form))
