'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { closeSubpoena } from '#db/commands/subpoena/close.ts'

export const closeSubpoenaAction = action(closeSubpoena, ({ reference }) =>
  redirect(`/subpoenas/${reference}`),
)
