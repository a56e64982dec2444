'use server'
import { action } from '#app/_forms/action.ts'
import { fileServedPaper } from '#db/commands/import/served_paper.ts'
import { backTo } from '../_parts/back_to.ts'

export const fileServedPaperAction = action(fileServedPaper, (_, form) => backTo(form))
