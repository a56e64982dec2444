'use server'
import { redirect } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { action, answerOf, type FormAction } from '#app/_forms/action.ts'
import { postNotice, sendNotice } from '#db/commands/notice/send.ts'
import { backTo } from '../_parts/back_to.ts'

export const sendNoticeAction = action(sendNotice, ({ number }, form) => backTo(form, `/notices/${number}`))
export const postNoticeAction = action(postNotice, ({ number }, form) => backTo(form, `/notices/${number}`))

/** One command and one submission for each subscriber: what went stays gone when a later one is refused. */
export const sendAllNoticesAction: FormAction = async (state, form) => {
  const actor = await signedIn()
  const reference = String(form.get('reference'))
  const submission = String(form.get('submission'))
  for (const subscriber of form.getAll('subscriber').map(String)) {
    const input = { reference, subscriber, language: null, lastDaySeen: null }
    const done = await sendNotice(actor, input, { submission: `${submission}-${subscriber}` })
    if (done.ok) continue
    const { refusal } = done
    return answerOf({ ...refusal, sentence: `${subscriber}: ${refusal.sentence}` }, state, form)
  }
  redirect(`/subpoenas/${reference}`)
}
