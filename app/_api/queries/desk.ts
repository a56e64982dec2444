import { z } from 'zod'
import { historyPage } from '#db/queries/history.ts'
import { mailAfter, mailOf } from '#db/queries/mail.ts'
import { todayPage } from '#db/queries/today.ts'
import { caseReaders, staff } from '#lib/access/actor.ts'
import { thingNamed } from '#lib/history/filter.ts'
import { list, query } from '../query.ts'
import { day, fields, instant, int, text, words } from './words.ts'

export const today = query({
  path: '/today',
  summary: 'What needs a person now: groups with their count and their rows',
  may: staff,
  input: z.strictObject({}),
  answer: z.object({
    today: day,
    count: int,
    groups: z.array(
      z.object({
        ...{ group: text, name: text, count: int },
        rows: z.array(
          z.object({
            reference: text,
            caption: text.nullable(),
            verb: text,
            reason: text,
            dueOn: day.nullable(),
          }),
        ),
      }),
    ),
  }),
  async ask(actor) {
    const { today, counts, groups } = await todayPage(actor)
    const counted = groups.map((group) => ({ ...group, count: group.rows.length, rows: [...group.rows] }))
    return { today, count: counts.everyone, groups: counted }
  },
})

const mailState = z.enum(
  ['waiting', 'sent', 'written', 'failed', 'unsure', 'withdrawn'],
  'Choose one of the list.',
)
const mailLine = {
  ...{
    messageId: text,
    kind: fields.kind('mailKinds'),
    subject: text,
    to: text.nullable(),
    state: mailState,
  },
  ...{ tries: int, createdAt: instant, sentAt: instant.nullable(), reply: text },
  ...{ reference: text.nullable(), invoice: text.nullable(), notice: int.nullable() },
}

export const mail = list({
  path: '/mail',
  summary: 'Mail that went, waits or failed, the newest first; never the address of a subscriber',
  may: [...caseReaders, 'billing', 'administrator'],
  filters: { state: mailState.optional() },
  row: z.object(mailLine),
  ask: (actor, { state = null }, span) => mailAfter(actor, state, span),
})

export const oneMail = query({
  path: '/mail/{messageId}',
  summary: 'One mail with its tries',
  may: [...caseReaders, 'billing', 'administrator'],
  input: z.strictObject({ messageId: fields.neededLine(200) }),
  answer: z.object({
    ...mailLine,
    attempts: z.array(z.object({ at: instant, outcome: text, reply: text })),
  }),
  ask: (actor, { messageId }) => mailOf(actor, messageId),
})

export const history = list({
  path: '/history',
  summary: 'What happened, the latest first, as far as the role may read it',
  may: staff,
  filters: { person: words.optional(), command: words.optional(), about: words.optional() },
  row: z.object({
    ...{ sequence: int, at: instant, who: text, command: text, sentence: text.nullable() },
    ...{ subpoena: text.nullable(), invoice: text.nullable(), mac: text },
  }),
  async ask(actor, { person = null, command = null, about = '' }, { after, most }) {
    const filter = { person, command, about: thingNamed(about)?.number ?? about }
    const cursor = after === null ? null : { before: after }
    const { lines, older } = await historyPage(actor, filter, cursor, most)
    return { rows: lines, next: older && 'before' in older ? older.before : null }
  },
})
