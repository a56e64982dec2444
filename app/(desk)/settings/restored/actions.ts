'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { openRestoredOffice } from '#db/commands/restoration.ts'

export const openRestoredOfficeAction = action(openRestoredOffice, () =>
  redirect('/settings/restored?done=opened'),
)
