/** The hands of the department, for tests that play a whole story: each does one step through its command. */
import { eq } from 'drizzle-orm'
import { system } from '#lib/access/actor.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { kindsOf } from '#lib/kinds.ts'
import { cents } from '#lib/money.ts'
import { lookAtObjectionInbox } from '../commands/inbox.ts'
import { issueInvoice } from '../commands/invoice/issue.ts'
import { recordInvoiceReceipt } from '../commands/invoice/receipt.ts'
import { claimMail } from '../commands/mail/claim.ts'
import { recordMailSent } from '../commands/mail/result.ts'
import { sendNotice } from '../commands/notice/send.ts'
import { recordPayment } from '../commands/payment/record.ts'
import { prepareProduction } from '../commands/production/prepare.ts'
import { releaseProduction } from '../commands/production/release.ts'
import { recordResearch } from '../commands/research.ts'
import { acceptSubpoena } from '../commands/review/accept.ts'
import { judgeChecks } from '../commands/review/check.ts'
import { shipProduction } from '../commands/shipment.ts'
import { logSubpoena } from '../commands/subpoena/log.ts'
import { findSubscriber } from '../commands/subscriber/find.ts'
import { recordTermsAgreed } from '../commands/terms/record.ts'
import { sendTerms } from '../commands/terms/send.ts'
import { subpoenas } from '../schema.ts'
import { reader } from '../tx.ts'
import { done } from './answers.ts'
import { at, type TestOffice } from './office.ts'
import { storedPaper } from './stored_paper.ts'

export type Served = {
  readonly caption?: string
  readonly court?: string
  readonly caseNumber?: string
  readonly processType?: (typeof subpoenas.$inferSelect)['processType']
  /** "2026-01-05 10:00", Pacific time. */
  readonly received: string
  readonly servedAt?: string
  readonly compliance?: string
  readonly targets?: readonly string[]
  readonly requester?: string
}

export class Play {
  readonly office: TestOffice
  constructor(office: TestOffice) {
    this.office = office
  }

  /** Stores a small paper of these words and says its hash. */
  paper(words: string): Promise<string> {
    return storedPaper(this.office.actors.intake, words)
  }

  async log(served: Served): Promise<string> {
    const { clock, actors } = this.office
    clock.set(served.received)
    const logged = await done(
      logSubpoena(actors.intake, {
        paper: await this.paper(JSON.stringify(served)),
        processType: served.processType ?? 'ao-88b',
        serviceMethod: 'personal',
        servedAt: at(served.servedAt ?? served.received),
        receivedAt: at(served.received),
        court: served.court ?? 'C.D. Cal.',
        caption: served.caption ?? 'Larkmoor Dental v. Doe 1',
        caseNumber: served.caseNumber ?? '2:26-cv-99011-ABC-DE',
        issuingParty: 'Larkmoor Dental',
        issuingAttorney: 'Theodora Quorn',
        complianceOn: served.compliance ?? null,
        recordsRequested: 'Documents sufficient to identify the subscriber.',
        ...(served.requester
          ? { requester: served.requester }
          : {
              newRequester: {
                name: 'Oakhurst Tarn LLP',
                address: '4120 Harrowgate Street\nLos Angeles, CA 90010',
                email: 'accounts@oakhursttarn.example',
              },
            }),
        targets: (served.targets ?? ['1-323-555-0142']).map((identifier) => ({
          kind: 'fax' as const,
          identifier,
        })),
      }),
    )
    return logged.reference
  }

  /** Terms sent and agreed, every item of the checklist passed, the paper accepted by counsel. */
  async accept(reference: string): Promise<void> {
    const { actors } = this.office
    await done(sendTerms(actors.intake, { reference, how: 'fax' }))
    const [row] = await reader().select().from(subpoenas).where(eq(subpoenas.reference, reference))
    const checks = kindsOf('checkItems').map((item) => ({ item, result: 'passed' as const }))
    await done(judgeChecks(actors.intake, { reference, version: row?.version ?? 1, checks }))
    await done(acceptSubpoena(actors.counsel, { reference }))
  }

  async agree(reference: string, on: string): Promise<void> {
    const onDate = calendarDate(on)
    await done(recordTermsAgreed(this.office.actors.intake, { reference, onDate, reason: 'By letter.' }))
  }

  /** Finds one subscriber for these targets. Returns the subscriber's number. */
  async find(reference: string, targets: number[] = [1], email = 'ada@subscriber.example'): Promise<string> {
    const found = await done(
      findSubscriber(this.office.actors.custodian, {
        reference,
        targets,
        existing: '',
        name: 'Ada Lindqvist',
        namePrinted: '',
        email,
        address: '12 Alder Row\nPasadena, CA 91101',
        addressPrinted: '',
        account: `7731-${email}`,
        language: 'en',
      }),
    )
    return found.subscriber
  }

  /** Sends the notice, and lets the mail server take it. */
  async notify(reference: string, subscriber: string): Promise<void> {
    await done(
      sendNotice(this.office.actors.intake, { reference, subscriber, language: null, lastDaySeen: null }),
    )
    await this.deliver()
  }

  /** Every mail that waits is taken by its server. */
  async deliver(): Promise<number> {
    for (let taken = 0; ; taken++) {
      const mail = await done(claimMail(system, { owner: 'test' }))
      if (!mail) return taken
      await done(recordMailSent(system, { messageId: mail.messageId, owner: 'test', reply: '250 Taken' }))
    }
  }

  async research(reference: string, minutes: number, on: string): Promise<void> {
    const workedOn = calendarDate(on)
    await done(
      recordResearch(this.office.actors.custodian, { reference, minutes, workedOn, searched: 'Accounts.' }),
    )
  }

  async prepare(reference: string, pages: number, target = 1): Promise<number> {
    const items = [{ target, description: 'Account record', pages }]
    return (await done(prepareProduction(this.office.actors.custodian, { reference, items }))).production
  }

  lookAtInbox(reference: string) {
    return done(lookAtObjectionInbox(this.office.actors.intake, { reference, nothingUnrecorded: true }))
  }

  /** Asks for the release as the other custodian: the answer is the story's to judge. */
  release(reference: string, production: number) {
    const reason = 'The hold is over and nothing stands against it.'
    return releaseProduction(this.office.actors.otherCustodian, { reference, production, reason })
  }

  ship(reference: string, production: number, trackingNumber = '8817 0042 1190') {
    return done(
      shipProduction(this.office.actors.custodian, {
        reference,
        production,
        method: 'fedex',
        trackingNumber,
      }),
    )
  }

  async invoice(reference: string): Promise<string> {
    return (await done(issueInvoice(this.office.actors.billing, { reference }))).number
  }

  /** Records the day of receipt. Returns the day the invoice is due. */
  async receipt(number: string, on: string): Promise<string> {
    const receivedOn = calendarDate(on)
    const basis = 'fedex-delivered' as const
    return (await done(recordInvoiceReceipt(this.office.actors.billing, { number, receivedOn, basis }))).dueOn
  }

  pay(requester: string, amount: number, on: string, checkNumber = '10442') {
    const paid = {
      requester,
      checkNumber,
      payer: 'Oakhurst Tarn LLP',
      cents: cents(amount),
      receivedOn: calendarDate(on),
    }
    return done(recordPayment(this.office.actors.billing, paid))
  }
}
