'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { logSubpoena } from '#db/commands/subpoena/log.ts'

export const logSubpoenaAction = action(logSubpoena, ({ reference }) => redirect(`/subpoenas/${reference}`))
