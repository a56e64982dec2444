'use server'
import { action } from '#app/_forms/action.ts'
import { settleUnsureMail } from '#db/commands/mail/unsure.ts'
import { recordNoticeBounced, recordNoticeDelivered } from '#db/commands/notice/follow.ts'
import { recordNoticePosted } from '#db/commands/notice/posted.ts'
import { backTo } from '../../_parts/back_to.ts'

export const recordNoticeBouncedAction = action(recordNoticeBounced, (_, form) => backTo(form))
export const recordNoticeDeliveredAction = action(recordNoticeDelivered, (_, form) => backTo(form))
export const recordNoticePostedAction = action(recordNoticePosted, (_, form) => backTo(form))
export const settleUnsureMailAction = action(settleUnsureMail, (_, form) => backTo(form))
