import { z } from 'zod'
import { lookAtIdentity } from '#db/commands/subscriber/look.ts'
import { caseHead } from '#db/queries/case_head.ts'
import { chargesOf } from '#db/queries/charges.ts'
import { identitiesOf } from '#db/queries/identity.ts'
import { noticesOf } from '#db/queries/notices.ts'
import { objectionsOf } from '#db/queries/objections.ts'
import { particularsOf } from '#db/queries/particulars.ts'
import { productionsOf } from '#db/queries/productions.ts'
import { subpoenaCase } from '#db/queries/subpoena_case.ts'
import { subpoenaHead } from '#db/queries/subpoena_page.ts'
import { subpoenasAfter } from '#db/queries/subpoenas_after.ts'
import { type Actor, caseReaders } from '#lib/access/actor.ts'
import { list, query } from '../query.ts'
import {
  billing,
  cents,
  day,
  fields,
  instant,
  int,
  maybeDay,
  stage,
  stageChoice,
  task,
  text,
  words,
} from './words.ts'

const { reference } = fields

export const subpoenas = list({
  path: '/subpoenas',
  summary: 'Subpoenas, the newest first',
  may: caseReaders,
  filters: {
    stage: stageChoice.optional(),
    billing: billing.optional(),
    person: words.optional(),
    requester: fields.requesterNumber.optional(),
    text: words.optional(),
  },
  row: z.object({
    ...{ reference: text, caption: text, court: text, caseNumber: text, requester: text, stage },
    ...{
      nextChangeOn: maybeDay,
      complianceOn: maybeDay,
      billing: billing.nullable(),
      assignee: text.nullable(),
    },
  }),
  ask: (actor, { stage = 'all', billing = null, person = null, requester = null, text = '' }, span) =>
    subpoenasAfter(actor, { stage, billing, person, requester, text: text.trim() }, span),
})

const lane = z.object({ target: int, lane: text, holdEndsOn: maybeDay, opensOn: maybeDay })
const target = z.object({
  ...{ number: int, letter: text, kind: fields.kind('targetKinds'), identifier: text, period: text },
  ...{ splitFrom: text.nullable(), subscriber: text.nullable(), noneFound: z.boolean() },
})
const notice = z.object({
  ...{ number: int, subscriber: text, channel: text, language: text, targets: z.array(int) },
  ...{ lastDayOn: maybeDay, postedOn: maybeDay, effectiveOn: maybeDay, failedAt: instant.nullable() },
})
const objection = z.object({
  ...{
    number: int,
    version: int,
    kind: fields.kind('objectionKinds'),
    effect: fields.kind('objectionEffects'),
  },
  ...{ targetNumbers: z.array(int), extendsToOn: maybeDay, receivedAt: instant },
  ...{ outcome: fields.kind('objectionOutcomes').nullable(), outcomeOn: maybeDay },
})
const production = z.object({ number: int, kind: text, pages: int, releasedOn: maybeDay })

/** What only those see who see the case. */
const caseShape = z.object({
  /** For commands that change what two people may edit. */
  version: int,
  ...{
    stage,
    issuingAttorney: text,
    recordsRequested: text,
    complianceOn: maybeDay,
    complianceTime: text.nullable(),
  },
  paper: z.object({ sha256: text, name: text, size: int, contentType: text, pages: int.nullable() }),
  ...{
    targets: z.array(target),
    lanes: z.array(lane),
    notices: z.array(notice),
    objections: z.array(objection),
  },
  productions: z.array(production),
  /** What stands in the way of answering, in the release's own words. */
  blockers: z.array(z.object({ who: text, sentence: text })),
  tasks: z.array(task),
})

const charge = z.object({
  ...{ number: int, kind: fields.kind('chargeKinds'), on: day, description: text, quantity: int },
  ...{ cents: cents.nullable(), invoice: text.nullable(), dropped: z.boolean() },
})

export const subpoena = query({
  path: '/subpoenas/{reference}',
  summary: 'One subpoena: its case for those who see it, its charges for those who see money or work on it',
  may: [...caseReaders, 'billing'],
  input: z.strictObject({ reference }),
  answer: z.object({
    ...{ reference: text, caption: text, court: text, caseNumber: text, issuingParty: text },
    ...{ processType: fields.kind('processTypes'), serviceMethod: fields.kind('serviceMethods') },
    ...{
      requester: z.object({ number: text, name: text }),
      assignee: text.nullable(),
      receivedOn: day,
      today: day,
    },
    case: caseShape.nullable(),
    billing: billing.nullable(),
    charges: z.array(charge),
    /** What the unbilled charges would come to on an invoice today. */
    unbilled: cents.nullable(),
  }),
  async ask(actor, { reference }) {
    const head = await subpoenaHead(actor, reference)
    const money = head && (await chargesOf(actor, reference))
    if (!head || !money) return null
    return {
      ...head,
      case: head.seesCase ? await caseOf(actor, head) : null,
      billing: head.money ? head.billing : null,
      charges: [...money.charges],
      unbilled: money.draft?.total ?? null,
    }
  },
})

async function caseOf(
  actor: Actor,
  head: NonNullable<Awaited<ReturnType<typeof subpoenaHead>>>,
): Promise<z.input<typeof caseShape> | null> {
  const { reference } = head
  const [one, known, typed] = [
    await subpoenaCase(actor, head),
    await caseHead(actor, reference),
    await particularsOf(actor, reference),
  ]
  if (!known || !typed) return null
  const { version, issuingAttorney } = typed.row
  return {
    ...{ version, issuingAttorney, complianceOn: known.complianceOn, targets: known.targets },
    ...{ stage: one.stage, recordsRequested: one.recordsRequested, complianceTime: one.complianceTime },
    ...{ paper: one.paper, blockers: [...one.obstacles], tasks: [...one.tasks] },
    lanes: one.one.lanes.map(({ target, state }) => ({
      target: target.number,
      lane: state.lane,
      holdEndsOn: state.holdEndsOn.value,
      opensOn: state.opensOn?.value ?? null,
    })),
    notices: await noticesOf(actor, reference),
    objections: await objectionsOf(actor, reference),
    productions: (await productionsOf(actor, reference))?.lines ?? [],
  }
}

export const subscribers = query({
  path: '/subpoenas/{reference}/subscribers',
  summary: 'Who the subscribers of a subpoena are, by target',
  note: 'Only for a machine with the role counsel. That it looked is recorded before anything is shown.',
  may: ['counsel'],
  input: z.strictObject({ reference }),
  answer: z.object({
    targets: z.array(
      z.object({
        ...{ target: int, subscriber: text, name: text, namePrinted: text.nullable(), email: text },
        ...{ address: text, addressPrinted: text.nullable(), account: text, language: text, version: int },
      }),
    ),
  }),
  async ask(actor, { reference }) {
    const looked = await lookAtIdentity(actor, { reference })
    if (!looked.ok) return looked.refusal.kind === 'no-such-subpoena' ? null : looked
    const identities = await identitiesOf(actor, reference)
    const shown = identities.state === 'shown' ? [...identities.of] : []
    return { targets: shown.map(([target, { number, ...who }]) => ({ target, subscriber: number, ...who })) }
  },
})
