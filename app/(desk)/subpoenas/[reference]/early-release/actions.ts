'use server'
import { action } from '#app/_forms/action.ts'
import { askEarlyRelease } from '#db/commands/early_release/ask.ts'
import { backTo } from '../_parts/back_to.ts'

export const askEarlyReleaseAction = action(askEarlyRelease, (_, form) => backTo(form))
