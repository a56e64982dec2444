import { eq } from 'drizzle-orm'
import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { labelOf } from '#lib/kinds.ts'
import { accept } from '#lib/result.ts'
import { againstJudging } from '#lib/review/acceptance.ts'
import { command } from '../../command.ts'
import { editedMeanwhile, lastEditor } from '../../edited_meanwhile.ts'
import { loadSubpoena } from '../../load.ts'
import { checksOf } from '../../queries/checks.ts'
import { refuse } from '../../refusals.ts'
import { checks, subpoenas } from '../../schema.ts'

const results = { passed: 'passed', failed: 'failed', 'not-applicable': 'not applicable' } as const

const judgement = z.strictObject({
  item: fields.kind('checkItems'),
  /** Null: not judged yet, and left as it is. */
  result: z.enum(['passed', 'failed', 'not-applicable'], 'Passed, failed or not applicable.').nullish(),
  note: fields.text(1000).optional(),
})

/**
 * Judges items of the validity checklist. Each keeps who judged it and when; only what differs from what is on file is
 * judged anew. The version is the subpoena's: what was judged is the paper as the judge saw it.
 */
export const judgeChecks = command({
  name: 'judge-checks',
  may: ['intake', 'counsel'],
  input: z.strictObject({
    reference: fields.reference,
    version: fields.version,
    checks: z.array(judgement).min(1).max(50),
  }),
  async run({ tx, actor, now }, { reference, version, checks: typed }) {
    const loaded = await loadSubpoena(tx, reference)
    if (!loaded) return refuse('no-such-subpoena')
    const { row, facts } = loaded
    const before = await checksOf(tx, row.id)
    const against = againstJudging({ ...facts, governmental: false })
    if (against) return against
    const changed = typed.flatMap(({ item, result, note = '' }, index) => {
      const known = before.find((check) => check.item === item)
      const same = known ? known.result === result && known.note === note.trim() : false
      return result && !same ? [{ index, item, result, note: note.trim() }] : []
    })
    if (row.version !== version) {
      const by = await lastEditor(tx, row.id, ['change-particulars', 'judge-checks'])
      const at = (field: string) => (index: number) => `checks.${index}.${field}`
      const onFile = changed.map(({ index, item }) => {
        const known = before.find((check) => check.item === item)
        const words = known ? `${results[known.result]}${known.note && `, “${known.note}”`}` : ''
        return [at('note')(index), words]
      })
      return editedMeanwhile(by, row.version, Object.fromEntries(onFile), {})
    }

    for (const { item, result, note } of changed) {
      const judged = { result, note, at: now, byId: actor.id }
      await tx
        .insert(checks)
        .values({ subpoenaId: row.id, item, ...judged })
        .onConflictDoUpdate({ target: [checks.subpoenaId, checks.item], set: judged })
    }
    await tx
      .update(subpoenas)
      .set({ version: version + 1 })
      .where(eq(subpoenas.id, row.id))
    return accept({
      reference,
      version: version + 1,
      judged: changed.map(({ item, result }) => ({ item, result })),
    })
  },
  tells: ({ reference }, { judged }) => ({
    subpoena: reference,
    sentence:
      judged.length > 0
        ? `Judged: ${judged.map(({ item, result }) => `${labelOf('checkItems', item).toLowerCase()}: ${results[result]}`).join('; ')}`
        : 'Looked at the checklist',
    facts: { judged },
  }),
})
