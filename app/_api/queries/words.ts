/** The words of which the answers of queries are made. */
import { z } from 'zod'
import { billingLabels } from '#lib/billing/labels.ts'
import { invoiceChoices, owing } from '#lib/billing/list_filter.ts'
import * as fields from '#lib/input.ts'
import { type Stage, stageLabels } from '#lib/subpoena/stage.ts'

/** The keys of a table of labels, as an enumeration. */
const keysOf = <Key extends string>(labels: Readonly<Record<Key, string>>) =>
  z.enum(Object.keys(labels) as [Key, ...Key[]], 'Choose one of the list.')

export const text = z.string()
export const words = z.string().max(200, 'At most 200 characters.')
export const int = z.int()
export const day = z.string().meta({ format: 'date' })
export const maybeDay = day.nullable()
export const instant = z.int().meta({ format: 'instant' })
export const cents = z.int().meta({ format: 'cents' })
export const stage = keysOf(stageLabels)
export const stageChoice = z.enum(
  ['open', 'all', ...(Object.keys(stageLabels) as Stage[])],
  'Choose one of the list.',
)
export const billing = keysOf(billingLabels)
export const invoiceChoice = keysOf(invoiceChoices)
export const invoiceState = z.enum([...owing, 'paid', 'written-off'])
export const task = z.object({ group: text, verb: text, reason: text, dueOn: maybeDay })
export { fields }
