'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { recordResearch } from '#db/commands/research.ts'

export const recordResearchAction = action(recordResearch, ({ reference }) =>
  redirect(`/subpoenas/${reference}`),
)
