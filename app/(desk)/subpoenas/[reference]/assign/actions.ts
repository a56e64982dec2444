'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { assignSubpoena } from '#db/commands/subpoena/assign.ts'

export const assignSubpoenaAction = action(assignSubpoena, ({ reference }) =>
  redirect(`/subpoenas/${reference}`),
)
