import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { refuse } from '#lib/import/refusals.ts'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { fileRow, isPaperFiled } from '../../files.ts'
import { subpoenaRow } from '../../load.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { subpoenas } from '../../schema.ts'

/** Files the served paper of an imported subpoena, once: until then the old spreadsheet stands in its place. */
export const fileServedPaper = command({
  name: 'file-served-paper',
  may: ['intake', 'counsel'],
  input: z.strictObject({
    reference: fields.reference,
    paper: fields.fileHash,
    paperName: fields.line(200).optional(),
  }),
  async run({ tx }, { reference, paper, paperName }) {
    const row = await subpoenaRow(tx, reference)
    if (!row) return refuseAny('no-such-subpoena')
    if (await isPaperFiled(tx, row)) return refuse('paper-filed-already')
    const file = await fileRow(tx, paper)
    if (!file || !(await isPaperFiled(tx, { paperSha256: paper })))
      return refuseAny('no-such-file', {}, 'paper')
    await tx
      .update(subpoenas)
      .set({ paperSha256: file.sha256, paperName: paperName?.trim() || file.name })
      .where(eq(subpoenas.id, row.id))
    return accept({ reference })
  },
  tells: ({ paper }, { reference }) => ({
    subpoena: reference,
    sentence: 'Filed the served paper',
    facts: { paper },
  }),
})
