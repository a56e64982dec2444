'use server'
import { action } from '#app/_forms/action.ts'
import { lookAtObjectionInbox } from '#db/commands/inbox.ts'
import { backTo } from '../_parts/back_to.ts'

export const lookAtObjectionInboxAction = action(lookAtObjectionInbox, (_, form) => backTo(form))
