'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { prepareNoRecords, prepareProduction } from '#db/commands/production/prepare.ts'

type Prepared = { reference: string; production: number }
const onward = ({ reference, production }: Prepared) =>
  redirect(`/subpoenas/${reference}/productions/${production}`)

export const prepareProductionAction = action(prepareProduction, onward)
export const prepareNoRecordsAction = action(prepareNoRecords, onward)
