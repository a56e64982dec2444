import { deficienciesOfDemand } from './deficiencies_of_demand.ts'
import { deficienciesOfForm } from './deficiencies_of_form.ts'

/**
 * The codes of deficiency, in the order in which a paper is read.
 *
 * Source: the practice of subpoena departments; the rules that the paragraphs name.
 */
export const deficiencies = { ...deficienciesOfForm, ...deficienciesOfDemand }

export type DeficiencyCode = keyof typeof deficiencies

/** The codes, in the order in which a paper is read. */
export const deficiencyCodes = Object.keys(deficiencies) as [DeficiencyCode, ...DeficiencyCode[]]

export function isDeficiencyCode(code: string): code is DeficiencyCode {
  return Object.hasOwn(deficiencies, code)
}
