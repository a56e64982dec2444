import { system } from '#lib/access/actor.ts'
import { type CalendarDate, calendarDate } from '#lib/calendar/date.ts'
import type { Cents } from '#lib/money.ts'
import type { Result } from '#lib/result.ts'
import { askEarlyRelease } from '../commands/early_release/ask.ts'
import { approveEarlyRelease } from '../commands/early_release/decide.ts'
import { lookAtObjectionInbox } from '../commands/inbox.ts'
import { issueInvoice } from '../commands/invoice/issue.ts'
import { recordInvoiceReceipt } from '../commands/invoice/receipt.ts'
import { sendInvoice } from '../commands/invoice/send.ts'
import { claimMail } from '../commands/mail/claim.ts'
import { recordMailSent } from '../commands/mail/result.ts'
import { sendNotice } from '../commands/notice/send.ts'
import { recordPayment } from '../commands/payment/record.ts'
import { prepareProduction } from '../commands/production/prepare.ts'
import { releaseProduction } from '../commands/production/release.ts'
import { recordResearch } from '../commands/research.ts'
import { acceptSubpoena } from '../commands/review/accept.ts'
import { shipProduction } from '../commands/shipment.ts'
import { findSubscriber } from '../commands/subscriber/find.ts'
import { recordTermsAgreed } from '../commands/terms/record.ts'
import { sendTerms } from '../commands/terms/send.ts'
import { theOffice } from '../open_office.ts'
import { at, type TestOffice } from './office.ts'
import { judgedInTest, loggedInTest, paperInTest, type typedPaper } from './paper.ts'

type Typed = Parameters<typeof typedPaper>[1]

/** What was answered when it was not refused. @throws Error with the sentence of the refusal. */
export function done<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Error(`${result.refusal.sentence} ${JSON.stringify(result.refusal)}`)
}

/** A desk at work: a person's deeds in order, each a command, for tests that tell a case from end to end. */
export class DeskInTest {
  readonly office: TestOffice
  reference = ''
  constructor(office: TestOffice) {
    this.office = office
  }

  /** "2026-01-06 10:00": the clock goes there. */
  on(text: string): this {
    this.office.clock.set(text)
    return this
  }

  get today(): CalendarDate {
    return calendarDate(new Date(theOffice().clock() - 8 * 3_600_000).toISOString().slice(0, 10))
  }

  /** Logs a paper that is received at this moment. */
  async log(when: string, typed: Typed = {}): Promise<void> {
    this.on(when)
    const arrived = { servedAt: at(when), receivedAt: at(when), issuedOn: null, complianceOn: null }
    this.reference = await loggedInTest(this.office.actors.intake, { ...arrived, ...typed })
  }

  /** Judges it, sends the terms, accepts it, and finds one subscriber for its first target. */
  async acceptAndFind(): Promise<string> {
    const { intake, counsel, custodian } = this.office.actors
    const { reference } = this
    await judgedInTest(intake, reference)
    done(await sendTerms(intake, { reference }))
    done(await acceptSubpoena(counsel, { reference }))
    const printed = { namePrinted: '', addressPrinted: '' }
    const who = { name: 'Ada Lindqvist', email: 'ada@subscriber.example', address: '', account: reference }
    const found = { reference, targets: [1], existing: '' as const, language: 'en' as const }
    return done(await findSubscriber(custodian, { ...found, ...who, ...printed })).subscriber
  }

  async agree(): Promise<void> {
    const { reference } = this
    done(await recordTermsAgreed(this.office.actors.intake, { reference, onDate: this.today }))
  }

  /** Sends the notice, and the mail server takes it. */
  async notify(subscriber: string) {
    const input = { reference: this.reference, subscriber, language: null, lastDaySeen: null }
    const sent = done(await sendNotice(this.office.actors.intake, input))
    await this.deliver()
    return sent
  }

  /** The mail server takes all that waits. */
  async deliver(): Promise<void> {
    for (let mail = done(await claimMail(system, { owner: 'test' })); mail; ) {
      done(await recordMailSent(system, { messageId: mail.messageId, owner: 'test', reply: '250 OK' }))
      mail = done(await claimMail(system, { owner: 'test' }))
    }
  }

  async research(minutes: number): Promise<void> {
    const work = { minutes, workedOn: this.today, searched: 'Accounts and logs' }
    done(await recordResearch(this.office.actors.custodian, { reference: this.reference, ...work }))
  }

  async prepare(pages: number): Promise<void> {
    const items = [{ target: 1, description: 'Account record', pages }]
    done(await prepareProduction(this.office.actors.custodian, { reference: this.reference, items }))
  }

  /** Another person looks into the inbox and releases the first production; the answer may be no. */
  async release() {
    const { reference } = this
    const { intake, otherCustodian } = this.office.actors
    done(await lookAtObjectionInbox(intake, { reference, nothingUnrecorded: true }))
    return releaseProduction(otherCustodian, { reference, production: 1, reason: 'The hold is over' })
  }

  async ship(method: 'fedex' | 'e-mail'): Promise<void> {
    const way = method === 'fedex' ? { method, trackingNumber: '8817 0042 1190' } : { method }
    done(
      await shipProduction(this.office.actors.custodian, {
        reference: this.reference,
        production: 1,
        ...way,
      }),
    )
  }

  async earlyRelease(ground: 'court-order' | 'consent', opensOn: CalendarDate): Promise<void> {
    const { counsel, otherCounsel, intake } = this.office.actors
    const { reference } = this
    const file = await paperInTest(intake, `${ground} ${reference}`)
    const asked = { reference, ground, targets: [1], opensOn, file, reason: 'See the paper' }
    const { number } = done(
      await askEarlyRelease(counsel, {
        ...asked,
        dangerToLife: false,
        consentVerified: ground === 'consent',
      }),
    )
    done(await approveEarlyRelease(otherCounsel, { reference, earlyRelease: number, reason: 'It is so' }))
  }

  /** Issues what is unbilled and e-mails it. */
  async invoice(): Promise<{ number: string; total: Cents }> {
    const { billing } = this.office.actors
    const issued = done(await issueInvoice(billing, { reference: this.reference, sending: 'e-mail' }))
    done(await sendInvoice(billing, { number: issued.number, method: 'e-mail' }))
    await this.deliver()
    return issued
  }

  /** Records the day of receipt; answers with the due day. */
  async received(number: string, day: string): Promise<CalendarDate> {
    const input = { number, receivedOn: calendarDate(day), basis: 'stated-by-requester' as const }
    return done(await recordInvoiceReceipt(this.office.actors.billing, input)).dueOn
  }

  async pay(requester: string, checkNumber: string, cents: Cents) {
    const check = { requester, checkNumber, payer: 'Oakhurst Tarn LLP', cents, receivedOn: this.today }
    return done(await recordPayment(this.office.actors.billing, check))
  }
}
