'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { reopenSubpoena } from '#db/commands/subpoena/close.ts'

export const reopenSubpoenaAction = action(reopenSubpoena, ({ reference }) =>
  redirect(`/subpoenas/${reference}`),
)
