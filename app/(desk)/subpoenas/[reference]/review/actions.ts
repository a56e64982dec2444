'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { judgeChecks } from '#db/commands/review/check.ts'

export const judgeChecksAction = action(judgeChecks, ({ reference }) =>
  redirect(`/subpoenas/${reference}/review`),
)
