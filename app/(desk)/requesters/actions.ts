'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { addContact, addRequester, changeRequester } from '#db/commands/requester.ts'

export const addRequesterAction = action(addRequester, ({ number }) => redirect(`/requesters/${number}`))
export const changeRequesterAction = action(changeRequester, ({ number }) =>
  redirect(`/requesters/${number}`),
)
export const addContactAction = action(addContact, ({ number }) => redirect(`/requesters/${number}`))
