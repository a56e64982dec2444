'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { addHoliday, changeOffice, newPolicyVersion, removeHoliday } from '#db/commands/settings.ts'

export const changeOfficeAction = action(changeOffice, () => redirect('/settings/office?done=changed'))

export const newPolicyVersionAction = action(newPolicyVersion, () => redirect('/settings/policy?done=made'))

/** Back to the year that was looked at. */
const toYear = ({ moved }: { moved: number }, form: FormData) =>
  redirect(`/settings/holidays?year=${String(form.get('date')).slice(0, 4)}&moved=${moved}`)

export const addHolidayAction = action(addHoliday, toYear)
export const removeHolidayAction = action(removeHoliday, toYear)
