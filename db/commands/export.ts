import { z } from 'zod'
import { accept } from '#lib/result.ts'
import { command } from '../command.ts'
import { exportedNouns, nounNamed, nounsFor } from '../export/nouns.ts'
import { refuse } from '../refusals.ts'

const names = exportedNouns.map(({ name }) => name)

/**
 * Records that lists are carried away, before the first row leaves. Each list is for its own roles; those that say who
 * subscribers are, are told as such.
 */
export const exportRecords = command({
  name: 'export-records',
  may: ['billing', 'counsel', 'auditor', 'system'],
  input: z.strictObject({
    /** The lists, by name. */
    lists: z.array(z.enum(names, 'There is no such list.')).min(1).max(names.length),
    format: z.enum(['csv', 'json']),
  }),
  seenBy: 'all',
  async run({ actor }, { lists }) {
    const allowed = new Set(nounsFor(actor).map(({ name }) => name))
    if (lists.some((name) => !allowed.has(name))) return refuse('not-permitted')
    const identities = lists.some((name) => nounNamed(name)?.isIdentity)
    return accept({ lists: [...new Set(lists)], identities })
  },
  tells: ({ format }, { lists, identities }) => ({
    sentence:
      `Exported as ${format.toUpperCase()}: ${lists.join(', ')}` +
      (identities ? '. It says who the subscribers are.' : ''),
    facts: { lists, format },
  }),
})
