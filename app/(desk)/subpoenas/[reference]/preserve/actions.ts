'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { askPreservation, recordPreservationDone } from '#db/commands/preservation.ts'

const back = ({ reference }: { reference: string }) => redirect(`/subpoenas/${reference}`)

export const askPreservationAction = action(askPreservation, back)
export const preservationDoneAction = action(recordPreservationDone, back)
