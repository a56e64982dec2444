import { z } from 'zod'
import { maySeeSubscriber } from '#lib/access/identity.ts'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { refuse } from '#lib/subscriber/refusals.ts'
import { command } from '../../command.ts'
import { loadSubpoena } from '../../load.ts'
import { hasLooked, sessionIdOf } from '../../queries/identity.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { identityViews } from '../../schema.ts'

/**
 * Records the first look of a person at who the subscribers of a subpoena are, once in each session; only after it are
 * names shown.
 */
export const lookAtIdentity = command({
  name: 'look-at-identity',
  may: ['custodian', 'counsel', 'auditor', 'intake'],
  input: z.strictObject({ reference: fields.reference }),
  async run({ tx, actor, now, today }, { reference }) {
    const loaded = await loadSubpoena(tx, reference)
    if (!loaded) return refuseAny('no-such-subpoena')
    const { row, facts } = loaded
    const sees = facts.targets.some((target) => maySeeSubscriber(actor, target, facts, today))
    if (!sees) return refuse(actor.kind === 'machine' ? 'machine-needs-counsel' : 'not-yours-to-see')
    if (await hasLooked(tx, actor, row.id)) return accept({ first: false })
    const sessionId = sessionIdOf(actor)
    await tx.insert(identityViews).values({ personId: actor.id, subpoenaId: row.id, sessionId, at: now })
    return accept({ first: true })
  },
  tells: ({ reference }, { first }) =>
    first ? { subpoena: reference, sentence: 'Looked at who the subscribers are.' } : null,
})
