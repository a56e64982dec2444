'use server'
import { action } from '#app/_forms/action.ts'
import { barNotice, liftBar } from '#db/commands/bar.ts'
import { backTo } from '../_parts/back_to.ts'

export const barNoticeAction = action(barNotice, (_, form) => backTo(form))
export const liftBarAction = action(liftBar, (_, form) => backTo(form))
