import { table, text } from '../columns.ts'

export const roles = table('roles', {
  kind: text().primaryKey(),
})

export const processTypes = table('process_types', {
  kind: text().primaryKey(),
})

export const serviceMethods = table('service_methods', {
  kind: text().primaryKey(),
})

export const targetKinds = table('target_kinds', {
  kind: text().primaryKey(),
})

export const checkItems = table('check_items', {
  kind: text().primaryKey(),
})

export const decisionKinds = table('decision_kinds', {
  kind: text().primaryKey(),
})

export const termsKinds = table('terms_kinds', {
  kind: text().primaryKey(),
})

export const objectionKinds = table('objection_kinds', {
  kind: text().primaryKey(),
})

export const objectionEffects = table('objection_effects', {
  kind: text().primaryKey(),
})

export const objectionOutcomes = table('objection_outcomes', {
  kind: text().primaryKey(),
})

export const earlyReleaseGrounds = table('early_release_grounds', {
  kind: text().primaryKey(),
})

export const productionKinds = table('production_kinds', {
  kind: text().primaryKey(),
})

export const shipmentMethods = table('shipment_methods', {
  kind: text().primaryKey(),
})

export const chargeKinds = table('charge_kinds', {
  kind: text().primaryKey(),
})

export const receiptBases = table('receipt_bases', {
  kind: text().primaryKey(),
})

export const paperKinds = table('paper_kinds', {
  kind: text().primaryKey(),
})

export const mailKinds = table('mail_kinds', {
  kind: text().primaryKey(),
})

export const importKinds = table('import_kinds', {
  kind: text().primaryKey(),
})
