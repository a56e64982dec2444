'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { changeParticulars } from '#db/commands/subpoena/change.ts'

export const changeParticularsAction = action(changeParticulars, ({ reference }) =>
  redirect(`/subpoenas/${reference}`),
)
