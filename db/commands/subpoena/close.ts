import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { againstReopening } from '#lib/review/acceptance.ts'
import { command } from '../../command.ts'
import { insertDecision } from '../../decisions.ts'
import { incomingPaper } from '../../files.ts'
import { loadSubpoena } from '../../load.ts'
import { closingBlockers } from '../../queries/closing.ts'
import { refuse } from '../../refusals.ts'

/** Closes a subpoena that has ended and on which no money is open. */
export const closeSubpoena = command({
  name: 'close-subpoena',
  may: ['intake', 'custodian', 'counsel'],
  input: z.strictObject({ reference: fields.reference, reason: fields.text(2000).optional() }),
  seenBy: 'all',
  async run(context, { reference, reason = '' }) {
    const { tx, today } = context
    const loaded = await loadSubpoena(tx, reference)
    if (!loaded) return refuse('no-such-subpoena')
    const [against] = await closingBlockers(tx, loaded, today)
    if (against) return against
    await insertDecision(context, { subpoenaId: loaded.row.id, kind: 'closed', reason })
    return accept({ reference })
  },
  tells: ({ reference }) => ({ subpoena: reference, sentence: 'Closed the subpoena' }),
})

/**
 * Opens again what was closed, which keeps its judgement, or what was found deficient, rejected or referred, which is
 * judged anew. A new or amended paper is no cure: it is served and logged as a new one, with a hold of its own.
 */
export const reopenSubpoena = command({
  name: 'reopen-subpoena',
  may: ['intake', 'counsel'],
  input: z.strictObject({
    reference: fields.reference,
    reason: fields.neededText(2000),
    /** What cured it, where that is a paper. */
    file: fields.fileHash.nullish(),
  }),
  seenBy: 'all',
  async run(context, { reference, reason, file }) {
    const { tx, actor } = context
    const loaded = await loadSubpoena(tx, reference)
    if (!loaded) return refuse('no-such-subpoena')
    const against = againstReopening(loaded.facts, actor.roles.includes('counsel'))
    if (against) return against
    if (file && !(await incomingPaper(tx, file))) return refuse('no-such-file', {}, 'file')
    await insertDecision(context, { subpoenaId: loaded.row.id, kind: 'reopened', reason, file })
    return accept({ reference, judgedAnew: !loaded.facts.closed })
  },
  tells: ({ reference }, { judgedAnew }) => ({
    subpoena: reference,
    sentence: judgedAnew ? 'Reopened the subpoena: it is judged anew' : 'Reopened the subpoena',
  }),
})
