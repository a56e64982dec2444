import { z } from 'zod'
import { refuse } from '#lib/billing/refusals.ts'
import * as fields from '#lib/input.ts'
import { labelOf } from '#lib/kinds.ts'
import { accept } from '#lib/result.ts'
import { writeCharge } from '../charges.ts'
import { command } from '../command.ts'
import { takeNumber } from '../counters.ts'
import { subpoenaRow } from '../load.ts'
import { unprintable } from '../printed.ts'
import { refuse as refuseAny } from '../refusals.ts'
import { researchEntries } from '../schema.ts'

/**
 * Records the minutes that one person worked for a subpoena, which makes a charge. What was searched stays with those
 * who see the case; the invoice says "Research", or the line written for it.
 */
export const recordResearch = command({
  name: 'record-research',
  may: ['custodian', 'counsel'],
  input: z.strictObject({
    reference: fields.reference,
    minutes: fields.minutes,
    workedOn: fields.calendarDate,
    searched: fields.neededText(4000),
    /** What the invoice says instead of "Research". */
    billedAs: fields.line(120).optional(),
  }),
  async run({ tx, actor, now, today }, { reference, minutes, workedOn, searched, billedAs }) {
    const subpoena = await subpoenaRow(tx, reference)
    if (!subpoena) return refuseAny('no-such-subpoena')
    if (workedOn > today) return refuse('in-the-future', {}, 'workedOn')
    const noGlyph = unprintable({ billedAs })
    if (noGlyph) return noGlyph

    const number = await takeNumber(tx, `research-of-${subpoena.id}`)
    const [entry] = await tx
      .insert(researchEntries)
      .values({
        subpoenaId: subpoena.id,
        number,
        personId: actor.id,
        workedOn,
        minutes,
        searched,
        at: now,
      })
      .returning({ id: researchEntries.id })
    const charge = await writeCharge(tx, {
      subpoenaId: subpoena.id,
      kind: 'research',
      workedOn,
      description: billedAs?.trim() || labelOf('chargeKinds', 'research'),
      quantity: minutes,
      researchEntryId: entry?.id ?? null,
      at: now,
      byId: actor.id,
    })
    return accept({ reference, entry: number, charge })
  },
  tells: ({ minutes, workedOn }, { reference, charge }) => ({
    subpoena: reference,
    sentence: `Recorded ${minutes} min of research`,
    facts: { minutes, workedOn, charge },
  }),
})
