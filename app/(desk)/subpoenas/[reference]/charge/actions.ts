'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { addCharge, dropCharge } from '#db/commands/charge.ts'

const back = ({ reference }: { reference: string }) => redirect(`/subpoenas/${reference}/charge`)

export const addChargeAction = action(addCharge, back)
export const dropChargeAction = action(dropCharge, back)
