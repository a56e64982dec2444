'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { logSubpoena } from '#db/commands/subpoena/log.ts'

/** The particulars say what looks doubtful in the paper, and whether it was logged before. */
export const logSubpoenaAction = action(logSubpoena, ({ reference }) =>
  redirect(`/subpoenas/${reference}?tab=particulars`),
)
