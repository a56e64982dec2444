import { eq } from 'drizzle-orm'
import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { rangeWords } from '#lib/production/bates.ts'
import { blockerSentence } from '#lib/production/leaving.ts'
import { recipientLine } from '#lib/production/recipient.ts'
import { refuse } from '#lib/production/refusals.ts'
import { accept, type Result } from '#lib/result.ts'
import { blockers } from '#lib/subpoena/release.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { writeCharge } from '../../charges.ts'
import { type Context, command } from '../../command.ts'
import { loadSubpoena, subpoenaRow } from '../../load.ts'
import { type LoadedProduction, loadProduction, targetsOf } from '../../production/load.ts'
import { keepCover } from '../../production/papers.ts'
import { recipientColumns, requesterAsRecipient } from '../../production/recipient.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { productions } from '../../schema.ts'

/**
 * Lets a prepared production leave. The one door: the questions of the release are asked here, of the facts, inside
 * the transaction that opens it; the person is another than who prepared it; and there is a reason on file. Who it
 * goes to is kept with it, as the person read it.
 */
export const releaseProduction = command({
  name: 'release-production',
  may: ['custodian', 'counsel'],
  inPerson: true,
  input: z.strictObject({
    reference: fields.reference,
    production: fields.ordinal,
    reason: fields.neededText(1000),
    /** The recipient as the person read it, in one line; checked when it is given. */
    recipientSeen: fields.line(2000).optional(),
  }),
  async run(context, { reference, production: number, reason, recipientSeen }) {
    const { tx, actor, now, today, zone } = context
    const loaded = await loadSubpoena(tx, reference)
    if (!loaded) return refuseAny('no-such-subpoena')
    const production = await loadProduction(tx, loaded.row.id, number)
    const standing = isStanding(production)
    if (!standing.ok) return standing
    const { row, items } = standing.value
    if (actor.id === row.preparedById) return refuse('prepared-by-you')
    const unchanged = stillSo(standing.value)
    if (!unchanged.ok) return unchanged
    const targets = targetsOf(standing.value)
    const found = blockers(loaded.facts, targets, loaded.calendar, { now, today })
    if (found.length > 0) {
      const sentences = found.map(blockerSentence)
      return refuse('cannot-release', { sentences, blockers: found })
    }

    const recipient = await requesterAsRecipient(tx, loaded.row.requesterId)
    if (recipientSeen !== undefined && recipientSeen !== recipientLine(recipient)) {
      return refuse('recipient-changed')
    }

    // The letter was drawn for the preparation; what goes out bears the day on which it may.
    const cover = await keepCover(tx, loaded, { row, items, zone, on: today }, now)
    if (!cover.ok) return cover
    await tx
      .update(productions)
      .set({
        coverPaperId: cover.value,
        releasedAt: now,
        releasedOn: today,
        releasedById: actor.id,
        releaseReason: reason,
        ...recipientColumns(loaded.row.requesterId, recipient),
      })
      .where(eq(productions.id, row.id))
    await chargePages(context, standing.value)
    return accept({ reference, production: number, targets, pages: row.pages })
  },
  tells: ({ reference }, { production, targets, pages }) => ({
    subpoena: reference,
    sentence: `Released production ${production} for ${targetLetters(targets)}`,
    facts: { production, targets, pages },
  }),
})

/** Puts a prepared production aside: it will never leave, and its targets can be prepared anew. */
export const setAsideProduction = command({
  name: 'set-aside-production',
  may: ['custodian', 'counsel'],
  input: z.strictObject({
    reference: fields.reference,
    production: fields.ordinal,
    reason: fields.neededText(1000),
  }),
  async run({ tx, actor, now }, { reference, production: number, reason }) {
    const subpoena = await subpoenaRow(tx, reference)
    if (!subpoena) return refuseAny('no-such-subpoena')
    const standing = isStanding(await loadProduction(tx, subpoena.id, number))
    if (!standing.ok) return standing

    await tx
      .update(productions)
      .set({ setAsideAt: now, setAsideById: actor.id, setAsideWhy: reason })
      .where(eq(productions.id, standing.value.row.id))
    return accept({ reference, production: number })
  },
  tells: ({ reference }, { production }) => ({
    subpoena: reference,
    sentence: `Set production ${production} aside`,
    facts: { production },
  }),
})

function isStanding(production: LoadedProduction | null): Result<LoadedProduction, string> {
  if (!production) return refuse('no-such-production')
  if (production.row.releasedAt !== null) return refuse('was-released')
  if (production.row.setAsideAt !== null) return refuse('was-set-aside')
  return accept(production)
}

/** Whether each target still is what it was when the production was prepared. */
function stillSo({ row, items }: LoadedProduction): Result<null, string> {
  for (const { target, subscriberId, noneFound, resolvedAt } of items) {
    const asPrepared = row.kind === 'records' ? subscriberId !== null : noneFound
    if (!asPrepared || (resolvedAt ?? 0) > row.preparedAt) return refuse('looked-up-since', { target })
  }
  return accept(null)
}

async function chargePages({ tx, actor, now, today }: Context, { row }: LoadedProduction): Promise<void> {
  const { pages, batesFirst: first, batesLast: last } = row
  if (pages === 0 || !first || !last) return
  await writeCharge(tx, {
    subpoenaId: row.subpoenaId,
    kind: 'pages',
    workedOn: today,
    description: `Pages produced, ${rangeWords({ first, last })}`,
    quantity: pages,
    productionId: row.id,
    at: now,
    byId: actor.id,
  })
}
