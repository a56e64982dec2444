import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { contentRefusedLetter } from '#lib/letters/objection_letters.ts'
import { accept } from '#lib/result.ts'
import { againstAcceptance } from '#lib/review/acceptance.ts'
import { command } from '../../command.ts'
import { insertDecision } from '../../decisions.ts'
import { loadSubpoena } from '../../load.ts'
import { judgedItems } from '../../queries/checks.ts'
import { refuse } from '../../refusals.ts'
import { letterFields, toRequesterFacts, writeToRequester } from '../../requester_letter.ts'

/** Counsel accepts the paper: it binds us to answer. Research, notices and the hold go on from here. */
export const acceptSubpoena = command({
  name: 'accept-subpoena',
  may: ['counsel'],
  input: z.strictObject({ reference: fields.reference, reason: fields.text(2000).optional() }),
  async run(context, { reference, reason = '' }) {
    const loaded = await loadSubpoena(context.tx, reference)
    if (!loaded) return refuse('no-such-subpoena')
    const [against] = againstAcceptance(loaded.facts, await judgedItems(context.tx, loaded.row.id), 'wholly')
    if (against) return against
    await insertDecision(context, { subpoenaId: loaded.row.id, kind: 'accepted', reason })
    return accept({ reference })
  },
  tells: ({ reference }) => ({ subpoena: reference, sentence: 'Accepted the paper' }),
})

/** Counsel accepts the paper but for the contents that it asks for; the objection to those goes to the requester. */
export const acceptInPart = command({
  name: 'accept-in-part',
  may: ['counsel'],
  input: z.strictObject({
    reference: fields.reference,
    reason: fields.text(2000).optional(),
    ...letterFields,
  }),
  async run(context, { reference, reason = '', ...way }) {
    const loaded = await loadSubpoena(context.tx, reference)
    if (!loaded) return refuse('no-such-subpoena')
    const { row, facts } = loaded
    const [against] = againstAcceptance(facts, await judgedItems(context.tx, row.id), 'in-part')
    if (against) return against
    const letter = contentRefusedLetter(await toRequesterFacts(context, row))
    const sent = await writeToRequester(context, row, { kind: 'content-refused-letter', letter, ...way })
    if (!sent.ok) return sent
    await insertDecision(context, { subpoenaId: row.id, kind: 'accepted-in-part', reason })
    return accept({ reference })
  },
  tells: ({ reference }) => ({
    subpoena: reference,
    sentence: 'Accepted the paper in part, and objected to the contents that it asks for',
  }),
})
