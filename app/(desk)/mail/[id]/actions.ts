'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { sendAgain, setMailAside } from '#db/commands/mail/again.ts'

export const sendAgainAction = action(sendAgain, () => redirect('/mail?state=waiting'))
export const setMailAsideAction = action(setMailAside, () => redirect('/mail'))
