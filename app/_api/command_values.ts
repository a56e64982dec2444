import { z } from 'zod'
import type { commands } from '#db/commands/index.ts'
import * as fields from '#lib/input.ts'

type AnyCommand = (typeof commands)[number]
type Accepted<Answer> = Answer extends { readonly ok: true; readonly value: infer Value } ? Value : never
type ValueOf<One> = One extends (...given: never[]) => Promise<infer Answer> ? Accepted<Answer> : never
type Values = { [One in AnyCommand as One['command']]: ValueOf<One> }

/** Compiles only while each schema describes what its command answers. */
function describing<Table extends { readonly [Name in keyof Values]?: z.ZodType }>(
  table: Table & {
    readonly [Name in keyof Table]: Name extends keyof Values
      ? Values[Name] extends z.output<NonNullable<Table[Name]>>
        ? unknown
        : never
      : never
  },
): Table {
  return table
}

const day = fields.calendarDate.nullable()
const cents = z.int().meta({ format: 'cents' })
const nothing = z.null()
const aboutSubpoena = z.object({ reference: z.string() })
const numbered = z.object({ number: z.int() })
const aboutInvoice = z.object({ number: z.string(), reference: z.string() })
const aboutMail = z.object({
  kind: fields.kind('mailKinds'),
  subpoena: z.string().nullable(),
  invoice: z.string().nullable(),
  notice: z.int().nullable(),
})
const ofPerson = z.object({ person: z.string() })
const targets = z.object({ targets: z.array(z.int()) })
const production = z.object({ reference: z.string(), production: z.int() })
const prepared = production.extend({ pages: z.int(), targets: z.array(z.int()) })
const notice = z.object({ number: z.int(), targets: z.array(z.int()), lastDayOn: day, effectiveOn: day })
const ended = z.object({ told: z.array(z.string()), toPost: z.array(z.string()) })
const ofRequester = z.object({ number: z.string() })
const writeOff = z.object({ invoice: z.string(), reference: z.string(), cents })
const roles = z.array(fields.kind('roles'))
const moved = z.object({ moved: z.int() })

/** What each command answers when it was done. Sentences, and who a subscriber is, are in none of it. */
export const commandValues = describing({
  'bar-notice': z.object({ number: z.int(), stopped: z.array(z.int()) }),
  'lift-bar': targets,
  'add-charge': z.object({ reference: z.string(), charge: z.int() }),
  'drop-charge': z.object({ reference: z.string(), charge: z.int() }),
  'issue-credit-memo': z.object({ number: z.string(), invoice: z.string(), reference: z.string() }),
  'ask-early-release': numbered,
  'approve-early-release': targets,
  'refuse-early-release': targets,
  'store-file': z.object({
    sha256: fields.sha256,
    name: z.string(),
    size: z.int(),
    contentType: z.string(),
    pages: z.int().nullable(),
    isNew: z.boolean(),
  }),
  'look-at-objection-inbox': nothing,
  'issue-invoice': z.object({ number: z.string(), total: cents }),
  'record-invoice-receipt': aboutInvoice.extend({ dueOn: z.string() }),
  'send-invoice': aboutInvoice,
  'make-machine-token': z.object({ machine: z.string(), token: z.int(), roles }),
  'revoke-machine-token': z.object({ machine: z.string(), tokens: z.array(z.int()) }),
  'send-again': z.object({ about: aboutMail, elsewhere: z.boolean() }),
  'set-mail-aside': aboutMail,
  'settle-unsure-mail': z.object({ about: aboutMail, on: day }),
  'add-note': aboutSubpoena,
  'record-notice-bounced': z.object({ channel: z.string() }),
  'record-notice-delivered': nothing,
  'send-notice': notice,
  'post-notice': notice,
  'change-objection-effect': z.object({ day }),
  'record-objection-outcome': ended,
  'object-ourselves': numbered,
  'decide-not-to-object': nothing,
  'record-objection': z.object({
    number: z.int(),
    effect: fields.kind('objectionEffects'),
    extendsToOn: day,
  }),
  'allocate-credit': writeOff,
  'record-payment': z.object({
    number: z.string(),
    placed: z.array(z.object({ invoice: z.string(), cents })),
    left: cents,
    reference: z.string().optional(),
  }),
  'reverse-payment': z.object({ payment: z.string(), cents, invoice: z.string().optional() }),
  'change-roles': ofPerson.extend({ roles }),
  'disable-person': ofPerson.extend({ ended: z.int() }),
  'enable-person': ofPerson,
  'end-sessions': ofPerson.extend({ ended: z.int() }),
  'invite-person': ofPerson.extend({ roles }),
  'start-reset': ofPerson.extend({ purpose: z.enum(['invite', 'reset']) }),
  'ask-preservation': z.object({ reference: z.string(), number: z.int() }),
  'record-preservation-done': aboutSubpoena,
  'prepare-no-records': prepared,
  'prepare-production': prepared,
  'release-production': prepared,
  'set-aside-production': production,
  'add-contact': ofRequester,
  'add-requester': ofRequester,
  'change-requester': ofRequester.extend({ version: z.int() }),
  'record-research': z.object({ reference: z.string(), entry: z.int(), charge: z.int() }),
  'accept-in-part': aboutSubpoena,
  'accept-subpoena': aboutSubpoena,
  'judge-checks': aboutSubpoena.extend({
    version: z.int(),
    judged: z.array(z.object({ item: fields.kind('checkItems'), result: z.string() })),
  }),
  'find-deficient': aboutSubpoena,
  'refer-subpoena': aboutSubpoena,
  'reject-subpoena': aboutSubpoena,
  'change-office': nothing,
  'new-policy-version': z.object({ version: z.int() }),
  'add-holiday': moved,
  'remove-holiday': moved,
  'record-shipment-delivered': production.extend({ shipment: z.int() }),
  'ship-production': production.extend({ shipment: z.int() }),
  'assign-subpoena': aboutSubpoena.extend({ assignee: z.string().nullable() }),
  'change-particulars': aboutSubpoena.extend({ version: z.int(), changed: z.array(z.string()) }),
  'close-subpoena': aboutSubpoena,
  'reopen-subpoena': aboutSubpoena.extend({ judgedAnew: z.boolean() }),
  'log-subpoena': aboutSubpoena.extend({ duplicates: z.array(z.string()), targets: z.int() }),
  'change-subscriber': z.object({ version: z.int() }),
  'mark-copy-fit': nothing,
  'find-subscriber': z.object({ subscriber: z.string() }),
  'look-at-identity': z.object({ first: z.boolean() }),
  'none-found': nothing,
  'split-target': z.object({ parts: z.array(z.int()) }),
  'record-terms-agreed': aboutSubpoena,
  'record-terms-refused': aboutSubpoena,
  'set-terms-not-applicable': aboutSubpoena,
  'waive-terms': aboutSubpoena,
  'send-terms': aboutSubpoena,
  'withdraw-subpoena': ended,
  'approve-write-off': writeOff,
  'ask-write-off': writeOff,
  'refuse-write-off': writeOff,
})
