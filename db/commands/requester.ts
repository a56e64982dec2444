import { eq } from 'drizzle-orm'
import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { command } from '../command.ts'
import { editedMeanwhile } from '../edited_meanwhile.ts'
import { refuse } from '../refusals.ts'
import {
  insertRequester,
  requesterColumns,
  requesterDetails,
  requesterRow,
  unprintableRequester,
} from '../requesters.ts'
import { contacts, requesters } from '../schema.ts'

const requesterFields = {
  name: fields.neededLine(200),
  ...requesterDetails,
  note: fields.text(2000).optional(),
}

/** Adds a firm or person that serves papers and pays for the answers. */
export const addRequester = command({
  name: 'add-requester',
  may: ['intake'],
  input: z.strictObject(requesterFields),
  seenBy: 'all',
  async run({ tx, now }, input) {
    const noGlyph = unprintableRequester(input)
    if (noGlyph) return noGlyph
    const { number } = await insertRequester(tx, now, input)
    return accept({ number })
  },
  tells: ({ name }, { number }) => ({
    sentence: `Added requester ${number}, ${name.trim()}`,
    facts: { requester: number },
  }),
})

/** Changes a requester. Letters and invoices that left keep the name and address that they were sent with. */
export const changeRequester = command({
  name: 'change-requester',
  may: ['intake'],
  input: z.strictObject({ number: fields.requesterNumber, version: fields.version, ...requesterFields }),
  seenBy: 'all',
  async run({ tx }, { number, version, ...typed }) {
    const row = await requesterRow(tx, number)
    if (!row) return refuse('no-such-requester')
    const columns = requesterColumns(typed)
    if (row.version !== version) {
      const onFile = requesterColumns({ ...row, namePrinted: row.namePrinted ?? '' })
      return editedMeanwhile('Somebody else', row.version, shown(onFile), shown(columns))
    }
    const noGlyph = unprintableRequester(typed)
    if (noGlyph) return noGlyph
    await tx
      .update(requesters)
      .set({ ...columns, version: version + 1 })
      .where(eq(requesters.id, row.id))
    return accept({ number, version: version + 1 })
  },
  tells: ({ number }) => ({ sentence: `Changed requester ${number}`, facts: { requester: number } }),
})

/** Adds a person of a requester: the attorney who signs, the clerk who is called. */
export const addContact = command({
  name: 'add-contact',
  may: ['intake'],
  input: z.strictObject({
    number: fields.requesterNumber,
    name: fields.neededLine(200),
    email: fields.maybeEmailAddress.optional(),
    phone: fields.line(40).optional(),
    barNumber: fields.line(40).optional(),
  }),
  seenBy: 'all',
  async run({ tx, now }, { number, name, email = '', phone = '', barNumber = '' }) {
    const row = await requesterRow(tx, number)
    if (!row) return refuse('no-such-requester')
    await tx
      .insert(contacts)
      .values({ requesterId: row.id, name: name.trim(), email, phone, barNumber, createdAt: now })
    return accept({ number })
  },
  tells: ({ number }) => ({
    sentence: `Added a contact to requester ${number}`,
    facts: { requester: number },
  }),
})

function shown(columns: ReturnType<typeof requesterColumns>): Record<string, string> {
  return { ...columns, namePrinted: columns.namePrinted ?? '' }
}
