'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { releaseProduction, setAsideProduction } from '#db/commands/production/release.ts'
import { recordShipmentDelivered, shipProduction } from '#db/commands/shipment.ts'

type Done = { reference: string; production: number }
const back = ({ reference, production }: Done) =>
  redirect(`/subpoenas/${reference}/productions/${production}`)

export const releaseProductionAction = action(releaseProduction, back)
export const shipProductionAction = action(shipProduction, back)
export const recordShipmentDeliveredAction = action(recordShipmentDelivered, back)

export const setAsideProductionAction = action(setAsideProduction, ({ reference }) =>
  redirect(`/subpoenas/${reference}`),
)
