import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { formatLong } from '#lib/calendar/format.ts'
import { groundHolds } from '#lib/early_release/grounds.ts'
import { refuse } from '#lib/early_release/refusals.ts'
import * as fields from '#lib/input.ts'
import { labelOf } from '#lib/kinds.ts'
import { accept } from '#lib/result.ts'
import { isAccepted } from '#lib/subpoena/facts.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { command } from '../../command.ts'
import { takeNumber } from '../../counters.ts'
import { fileRow } from '../../files.ts'
import { loadSubpoena } from '../../load.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { earlyReleases } from '../../schema.ts'

/**
 * Asks that the hold end early for these targets: a court's order, an emergency or the subscriber's verified consent,
 * with its paper. Nothing changes until counsel, another person, approves.
 */
export const askEarlyRelease = command({
  name: 'ask-early-release',
  may: ['custodian', 'counsel', 'intake'],
  inPerson: true,
  input: z.strictObject({
    reference: fields.reference,
    ground: fields.kind('earlyReleaseGrounds'),
    targets: fields.targetNumbers,
    opensOn: fields.calendarDate,
    reason: fields.neededText(2000),
    file: fields.fileHash,
    dangerToLife: z.boolean(),
    consentVerified: z.boolean(),
  }),
  async run({ tx, actor, now, today }, input) {
    const { reference, ground, targets: numbers, opensOn, reason, file } = input
    const loaded = await loadSubpoena(tx, reference)
    if (!loaded) return refuseAny('no-such-subpoena')
    const { row, facts } = loaded
    if (!isAccepted(facts) || facts.closed) return refuse('not-accepted')
    const chosen = facts.targets.filter(({ number }) => numbers.includes(number))
    if (chosen.length < new Set(numbers).size) return refuseAny('no-such-target', {}, 'targets')
    if (chosen.some(({ found }) => found === null)) return refuse('no-subscriber-yet', {}, 'targets')
    const holds = groundHolds(input)
    if (!holds.ok) return holds
    if (opensOn < today) return refuse('opens-in-the-past', {}, 'opensOn')
    if (!(await fileRow(tx, file))) return refuseAny('no-such-file', {}, 'file')
    const waiting = await tx
      .select()
      .from(earlyReleases)
      .where(and(eq(earlyReleases.subpoenaId, row.id), isNull(earlyReleases.decision)))
    const same = waiting.find((one) => one.targetNumbers.some((number) => numbers.includes(number)))
    if (same) return refuse('asked-before', { number: same.number })
    const number = await takeNumber(tx, `early-release-of-${row.id}`)
    const asked = { askedAt: now, askedById: actor.id }
    const said = { ground, targetNumbers: [...new Set(numbers)].sort((a, b) => a - b), opensOn, reason }
    await tx.insert(earlyReleases).values({ subpoenaId: row.id, number, ...said, fileSha256: file, ...asked })
    return accept({ number })
  },
  tells: ({ reference, ground, targets: numbers, opensOn, file }, { number }) => ({
    subpoena: reference,
    sentence:
      `Asked for early release ${number} of ${targetLetters(numbers)} from ${formatLong(opensOn)}: ` +
      `${labelOf('earlyReleaseGrounds', ground).toLowerCase()}.`,
    facts: { number, ground, targets: numbers, opensOn, file },
  }),
})
