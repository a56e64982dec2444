'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { acceptInPart, acceptSubpoena } from '#db/commands/review/accept.ts'
import { findDeficient, referSubpoena, rejectSubpoena } from '#db/commands/review/refuse.ts'

const back = ({ reference }: { reference: string }) => redirect(`/subpoenas/${reference}`)

export const acceptAction = action(acceptSubpoena, back)
export const acceptInPartAction = action(acceptInPart, back)
export const findDeficientAction = action(findDeficient, back)
export const rejectAction = action(rejectSubpoena, back)
export const referAction = action(referSubpoena, back)
