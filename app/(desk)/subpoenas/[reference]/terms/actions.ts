'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import {
  recordTermsAgreed,
  recordTermsRefused,
  setTermsNotApplicable,
  waiveTerms,
} from '#db/commands/terms/record.ts'
import { sendTerms } from '#db/commands/terms/send.ts'

const back = ({ reference }: { reference: string }) => redirect(`/subpoenas/${reference}`)

export const sendTermsAction = action(sendTerms, back)
export const termsAgreedAction = action(recordTermsAgreed, back)
export const termsRefusedAction = action(recordTermsRefused, back)
export const waiveTermsAction = action(waiveTerms, back)
export const termsNotApplicableAction = action(setTermsNotApplicable, back)
