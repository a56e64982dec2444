/** What happened in the arranged office, told so that every page of the program has something to show. */
import { barNotice } from '#db/commands/bar.ts'
import { issueCreditMemo } from '#db/commands/credit_memo.ts'
import { askEarlyRelease } from '#db/commands/early_release/ask.ts'
import { lookAtObjectionInbox } from '#db/commands/inbox.ts'
import { issueInvoice } from '#db/commands/invoice/issue.ts'
import { recordInvoiceReceipt } from '#db/commands/invoice/receipt.ts'
import { sendInvoice } from '#db/commands/invoice/send.ts'
import { addNote } from '#db/commands/note.ts'
import { recordNoticeBounced } from '#db/commands/notice/follow.ts'
import { postNotice, sendNotice } from '#db/commands/notice/send.ts'
import { changeObjectionEffect, recordObjectionOutcome } from '#db/commands/objection/change.ts'
import { recordObjection } from '#db/commands/objection/record.ts'
import { recordPayment } from '#db/commands/payment/record.ts'
import { askPreservation, recordPreservationDone } from '#db/commands/preservation.ts'
import { prepareNoRecords, prepareProduction } from '#db/commands/production/prepare.ts'
import { releaseProduction } from '#db/commands/production/release.ts'
import { recordResearch } from '#db/commands/research.ts'
import { acceptSubpoena } from '#db/commands/review/accept.ts'
import { judgeChecks } from '#db/commands/review/check.ts'
import { rejectSubpoena } from '#db/commands/review/refuse.ts'
import { shipProduction } from '#db/commands/shipment.ts'
import { logSubpoena } from '#db/commands/subpoena/log.ts'
import { markCopyFit } from '#db/commands/subscriber/change.ts'
import { findSubscriber } from '#db/commands/subscriber/find.ts'
import { lookAtIdentity } from '#db/commands/subscriber/look.ts'
import { noneFound } from '#db/commands/target.ts'
import { recordTermsAgreed } from '#db/commands/terms/record.ts'
import { sendTerms } from '#db/commands/terms/send.ts'
import { withdrawSubpoena } from '#db/commands/withdrawal.ts'
import { askWriteOff } from '#db/commands/write_off.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import { kindsOf } from '#lib/kinds.ts'
import { cents } from '#lib/money.ts'
import { identity, written } from './canary.ts'
import type { Hand } from './hand.ts'

const firm = 'R-00001'

/** Logs a paper that asks for the canary: by fax number, mailbox and Internet address. */
export async function log(hand: Hand, caption: string, processType: 'ao-88b' | 'search-warrant' = 'ao-88b') {
  const { now } = hand.desk
  const logged = await hand.do('intake', logSubpoena, {
    paper: await hand.paper(`${written.paper} ${caption}`),
    paperName: `${written.paper} ${identity.name}.pdf`,
    ...{ processType, caption, serviceMethod: 'personal', servedAt: now, receivedAt: now },
    ...{ court: 'C.D. Cal.', caseNumber: '2:26-cv-99011-ABC-DE', issuingState: 'CA' },
    ...{ issuingParty: 'Larkmoor Dental', issuingAttorney: 'Theodora Quorn', complianceOn: '2026-02-06' },
    recordsRequested: `${written.asked}, ${identity.fax}, ${identity.mailbox}, ${identity.internet}`,
    ...(caption.startsWith('Larkmoor')
      ? {
          newRequester: {
            name: 'Oakhurst Tarn LLP',
            address: '4120 Harrowgate Street\nLos Angeles, CA 90010',
            email: 'accounts@oakhursttarn.example',
          },
        }
      : { requester: firm }),
    targets: [
      { kind: 'fax', identifier: identity.fax, period: 'October 2025' },
      { kind: 'e-mail', identifier: identity.mailbox, period: 'October 2025' },
      { kind: 'ip-address', identifier: identity.internet, period: '2025-10-07 04:12 UTC, port 4431' },
    ],
  })
  return logged.reference
}

/** Preserved, terms sent and agreed, every check passed, accepted by counsel. */
export async function accept(hand: Hand, reference: string): Promise<void> {
  await hand.do('intake', askPreservation, { reference, askedOf: 'The night shift' })
  await hand.do('custodian', recordPreservationDone, { reference, number: 1, note: written.note })
  await hand.do('intake', sendTerms, { reference })
  const checks = kindsOf('checkItems').map((item) => ({ item, result: 'passed' as const, note: '' }))
  await hand.do('intake', judgeChecks, { reference, version: 1, checks })
  await hand.do('counsel', acceptSubpoena, { reference })
  const onDate = dayOf(hand.desk.now, 'America/Los_Angeles')
  await hand.do('intake', recordTermsAgreed, { reference, onDate, reason: 'By letter.' })
}

/** The canary is the subscriber of targets A and C; behind B there is nobody. Returns the subscriber's number. */
export async function find(hand: Hand, reference: string, existing = ''): Promise<string> {
  const { name, email, address, account } = existing
    ? { name: '', email: '', address: '', account: '' }
    : identity
  const found = await hand.do('custodian', findSubscriber, {
    ...{ reference, existing, name, email, address, account },
    ...{ targets: [1, 3], namePrinted: '', addressPrinted: '', language: 'en' },
  })
  await hand.do('custodian', noneFound, { reference, targets: [2], searched: written.searched })
  return found.subscriber
}

/** Told by e-mail, with the copy of the paper, and the mail server took it. */
export async function notify(hand: Hand, reference: string, subscriber: string): Promise<void> {
  await hand.do('counsel', markCopyFit, { reference, subscriber, fit: 'fit' })
  await hand.do('custodian', lookAtIdentity, { reference })
  await hand.do('intake', sendNotice, { reference, subscriber, language: null, lastDaySeen: null })
  await hand.mailGoes()
}

export async function work(hand: Hand, reference: string): Promise<void> {
  await hand.do('intake', addNote, { reference, text: `${written.note} ${identity.name}` })
  const workedOn = dayOf(hand.desk.now, 'America/Los_Angeles')
  const searched = `${written.searched} ${identity.fax}`
  await hand.do('custodian', recordResearch, { reference, minutes: 75, workedOn, searched })
}

/** An informal complaint without effect, and its end. */
export async function complain(hand: Hand, reference: string): Promise<void> {
  await hand.do('intake', recordObjection, {
    ...{ reference, kind: 'informal', targets: [1], filedWhere: identity.name, filedOn: null },
    ...{ receivedAt: hand.desk.now, text: `${written.objection} ${identity.name}` },
    file: await hand.paper(`${written.objection} ${identity.name}`),
  })
  const reason = `${written.reason} ${identity.name}`
  await hand.do('counsel', changeObjectionEffect, {
    ...{ reference, objection: 1, version: 1, effect: 'none', extendsToOn: null, reason },
  })
  await hand.do('counsel', recordObjectionOutcome, {
    ...{
      reference,
      objection: 1,
      outcome: 'lapsed',
      outcomeOn: calendarDate('2026-01-21'),
      reason,
      file: null,
    },
  })
}

/** Everything handed over: the records of A and C by e-mail, and that there is nothing of B. */
export async function answer(hand: Hand, reference: string): Promise<void> {
  await hand.do('intake', lookAtObjectionInbox, { reference, nothingUnrecorded: true })
  const file = await hand.paper(`${written.item} of ${identity.name}`)
  const items = [
    { target: 1, description: `${written.item} of ${identity.name}`, pages: 7, file },
    { target: 3, description: `${written.item} ${identity.account}`, pages: 3 },
  ]
  await hand.do('custodian', prepareProduction, { reference, items })
  await hand.do('custodian', prepareNoRecords, { reference, targets: [2] })
  const reason = `${written.reason} ${identity.name}`
  for (const production of [1, 2]) {
    await hand.do('otherCustodian', releaseProduction, { reference, production, reason })
    const fedex = { method: 'fedex', trackingNumber: '8817 0042 1190' } as const
    const how = production === 1 ? ({ method: 'e-mail' } as const) : fedex
    await hand.do('custodian', shipProduction, { reference, production, ...how })
  }
  await hand.mailGoes()
}

/** Invoiced, received, paid in part, corrected, and the rest asked to be written off. Returns the numbers. */
export async function bill(hand: Hand, reference: string): Promise<{ number: string; memo: string }> {
  const { number } = await hand.do('billing', issueInvoice, { reference })
  await hand.do('billing', sendInvoice, { number, method: 'e-mail' })
  await hand.mailGoes()
  const on = dayOf(hand.desk.now, 'America/Los_Angeles')
  await hand.do('billing', recordInvoiceReceipt, { number, receivedOn: on, basis: 'email-sent' })
  const check = { checkNumber: '10442', payer: 'Oakhurst Tarn LLP', cents: cents(5000), receivedOn: on }
  await hand.do('billing', recordPayment, { requester: firm, ...check })
  const memo = await hand.do('billing', issueCreditMemo, {
    invoice: number,
    cents: cents(1000),
    reason: 'Courtesy.',
  })
  await hand.do('billing', askWriteOff, { invoice: number, reason: 'Too little to go on.' })
  return { number, memo: memo.number }
}

/** A letter that came back, a motion that stays the answer, and an early release that waits for counsel. */
export async function contest(hand: Hand, reference: string, subscriber: string): Promise<void> {
  const postedOn = dayOf(hand.desk.now, 'America/Los_Angeles')
  const letter = { reference, subscriber, language: null, lastDaySeen: null }
  await hand.do('intake', sendNotice, letter)
  await hand.mailGoes('refused')
  await hand.do('intake', postNotice, { ...letter, postedOn })
  await hand.do('intake', recordNoticeBounced, {
    reference,
    notice: 2,
    why: `${written.reason} ${identity.name}`,
  })
  await hand.do('intake', postNotice, { ...letter, postedOn })
  await hand.do('intake', recordObjection, {
    ...{ reference, kind: 'motion', targets: [1], filedWhere: 'C.D. Cal.', filedOn: postedOn },
    ...{ receivedAt: hand.desk.now, text: written.objection, file: await hand.paper('A motion to quash') },
  })
  await hand.do('custodian', askEarlyRelease, {
    ...{ reference, ground: 'consent', targets: [1], opensOn: postedOn },
    ...{ reason: `${written.reason} ${identity.name}`, dangerToLife: false, consentVerified: true },
    file: await hand.paper(`Consent of ${identity.name}`),
  })
}

export async function bar(hand: Hand, reference: string): Promise<void> {
  const file = await hand.paper('An order not to tell')
  const reason = `${written.reason} ${identity.name}`
  await hand.do('counsel', barNotice, { reference, targets: [1, 3], endsOn: null, file, reason })
}

export async function reject(hand: Hand, reference: string): Promise<void> {
  await hand.do('counsel', rejectSubpoena, {
    reference,
    deficiencies: ['no-signature'],
    reason: written.reason,
  })
}

export async function withdraw(hand: Hand, reference: string): Promise<void> {
  const withdrawnOn = dayOf(hand.desk.now, 'America/Los_Angeles')
  const file = await hand.paper('A withdrawal')
  await hand.do('intake', withdrawSubpoena, { reference, withdrawnOn, file, reason: written.reason })
}
