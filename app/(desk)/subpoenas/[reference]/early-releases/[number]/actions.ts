'use server'
import { action } from '#app/_forms/action.ts'
import { approveEarlyRelease, refuseEarlyRelease } from '#db/commands/early_release/decide.ts'
import { backTo } from '../../_parts/back_to.ts'

export const approveEarlyReleaseAction = action(approveEarlyRelease, (_, form) => backTo(form))
export const refuseEarlyReleaseAction = action(refuseEarlyRelease, (_, form) => backTo(form))
