import type { KindOf } from '#lib/kinds.ts'
import { type Cents, cents, type Rate } from '#lib/money.ts'

export type ChargeKind = KindOf<'chargeKinds'>

/** What the office charges, on what basis and from what source. A new version is a new row, never an edit. */
export type FeeSchedule = {
  readonly id?: number
  readonly name: string
  readonly basis: string
  readonly source: string
  readonly researchCentsPerHour: Cents
  readonly pageCents: Cents
  /** For one parcel by Federal Express. */
  readonly parcelCents: Cents
  /** Null until the office sets it: the policy charges for testimony and does not say how much. */
  readonly testimonyCentsPerHour: Cents | null
}

/** $90.00 an hour of research, $0.25 a page, $22.00 by Federal Express; testimony extra, at a rate not stated. */
export const publishedSchedule: FeeSchedule = {
  name: 'Published rates',
  basis: 'Terms of compensation agreed by the requester',
  source: 'Civil subpoena policy, effective March 29, 2012',
  researchCentsPerHour: cents(9000),
  pageCents: cents(25),
  parcelCents: cents(2200),
  testimonyCentsPerHour: null,
}

/** The rate of a kind: time per 60 minutes, all else by the piece. Null for a free line, or testimony without a rate. */
export function rateOf(kind: ChargeKind, schedule: FeeSchedule): Rate | null {
  switch (kind) {
    case 'research':
      return { cents: schedule.researchCentsPerHour, per: 60, unit: 'minute' }
    case 'pages':
      return { cents: schedule.pageCents, per: 1, unit: 'page' }
    case 'parcel':
      return { cents: schedule.parcelCents, per: 1, unit: 'parcel' }
    case 'testimony': {
      const cents = schedule.testimonyCentsPerHour
      return cents === null ? null : { cents, per: 60, unit: 'minute' }
    }
    case 'other':
      return null
  }
}

/** Whose rates an invoice uses and on what ground, as it prints them. */
export function basisSentence({ source, basis }: FeeSchedule): string {
  return `Rates: ${source}. Basis: ${basis}. Form W-9 on request.`
}
