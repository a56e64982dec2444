'use server'
import { action } from '#app/_forms/action.ts'
import { withdrawSubpoena } from '#db/commands/withdrawal.ts'
import { backTo } from '../_parts/back_to.ts'

export const withdrawSubpoenaAction = action(withdrawSubpoena, (_, form) => backTo(form))
