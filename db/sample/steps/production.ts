import type { CalendarDate } from '#lib/calendar/date.ts'
import type { KindOf } from '#lib/kinds.ts'
import { lookAtObjectionInbox } from '../../commands/inbox.ts'
import { prepareNoRecords, prepareProduction } from '../../commands/production/prepare.ts'
import { releaseProduction } from '../../commands/production/release.ts'
import { recordResearch } from '../../commands/research.ts'
import { recordShipmentDelivered, shipProduction } from '../../commands/shipment.ts'
import { done, type Play, todayIn } from '../play.ts'
import { hashOf } from '../random.ts'
import type { Step, Waits } from '../sample_case.ts'
import { step } from './step.ts'

type Custodian = 'ferrand' | 'marisko'

export const research = (minutes: number, searched: string, by: Custodian = 'ferrand'): Step =>
  step('records research', by, (play) =>
    done(
      recordResearch(play.actors[by], {
        reference: play.reference,
        minutes,
        workedOn: todayIn(play),
        searched,
      }),
    ),
  )

/** What is handed over, by target. */
export type Documents = readonly (readonly [target: number, description: string, pages: number])[]

export const prepare = (documents: Documents, by: Custodian = 'ferrand'): Step =>
  step('prepares the production', by, ({ reference, actors }) =>
    done(
      prepareProduction(actors[by], {
        reference,
        items: documents.map(([target, description, pages]) => ({ target, description, pages })),
      }),
    ),
  )

export const prepareNone = (targets: number[], by: Custodian = 'ferrand'): Step =>
  step('prepares the word that there are none', by, ({ reference, actors }) =>
    done(prepareNoRecords(actors[by], { reference, targets })),
  )

/** The refusals that only days can mend: a step that meets one of them tries again on the next business day. */
const mendedByDays: readonly string[] = [
  'hold-not-over',
  'silence-not-over',
  'not-notified',
  'inbox-not-looked-at',
]

type Releaser = Custodian | 'halloway'

/** Lets the production leave on the first day on which the rules let it; the inbox is looked at before. */
export const release = (production = 1, by: Releaser = 'marisko'): Step => ({
  name: 'releases the production',
  by,
  async run(play) {
    const first = await tryRelease(play, production, by)
    if (first?.because !== 'inbox-not-looked-at') return first
    await look().run(play)
    return tryRelease(play, production, by)
  },
})

async function tryRelease(
  { reference, actors }: Play,
  production: number,
  by: Releaser,
): Promise<Waits | null> {
  const reason = 'The hold is over and nothing stands against it.'
  const result = await releaseProduction(actors[by], { reference, production, reason })
  if (result.ok) return null
  const { blockers = [] } = result.refusal as { blockers?: readonly Against[] }
  if (blockers.length === 0 || blockers.some(({ kind }) => !mendedByDays.includes(kind)))
    throw new Error(result.refusal.sentence)
  const until = blockers.map(({ opensOn }) => opensOn ?? '').sort()
  return { because: blockers.map(({ kind }) => kind).join(', '), until: until.at(-1) as CalendarDate }
}

type Against = { readonly kind: string; readonly opensOn?: CalendarDate }

export const look = (): Step =>
  step('looks at the inbox', 'amberley', ({ reference, actors }) =>
    done(lookAtObjectionInbox(actors.amberley, { reference, nothingUnrecorded: true })),
  )

export const ship = (method: KindOf<'shipmentMethods'>, production = 1, by: Custodian = 'ferrand'): Step =>
  step('ships the production', by, ({ reference, actors }) =>
    done(
      shipProduction(actors[by], {
        reference,
        production,
        method,
        ...(method === 'fedex' ? { trackingNumber: trackingOf(`${reference}/${production}`) } : {}),
      }),
    ),
  )

/** A tracking number that nobody has: all of them begin with 9990. */
export function trackingOf(word: string): string {
  const figures = String(hashOf(word)).padStart(10, '0')
  return `9990 ${figures.slice(0, 4)} ${figures.slice(4, 8)}`
}

export const arrived = (production = 1): Step =>
  step('records the delivery', 'ferrand', (play) =>
    done(
      recordShipmentDelivered(play.actors.ferrand, {
        reference: play.reference,
        production,
        shipment: 1,
        deliveredOn: todayIn(play),
      }),
    ),
  )
