/** How the papers of the arranged office go on, each another way. */
import { barNotice } from '#db/commands/bar.ts'
import { issueCreditMemo } from '#db/commands/credit_memo.ts'
import { askEarlyRelease } from '#db/commands/early_release/ask.ts'
import { lookAtObjectionInbox } from '#db/commands/inbox.ts'
import { issueInvoice } from '#db/commands/invoice/issue.ts'
import { recordInvoiceReceipt } from '#db/commands/invoice/receipt.ts'
import { sendInvoice } from '#db/commands/invoice/send.ts'
import { recordNoticeBounced } from '#db/commands/notice/follow.ts'
import { recordNoticePosted } from '#db/commands/notice/posted.ts'
import { postNotice, sendNotice } from '#db/commands/notice/send.ts'
import { changeObjectionEffect, recordObjectionOutcome } from '#db/commands/objection/change.ts'
import { recordObjection } from '#db/commands/objection/record.ts'
import { recordPayment } from '#db/commands/payment/record.ts'
import { prepareNoRecords, prepareProduction } from '#db/commands/production/prepare.ts'
import { releaseProduction } from '#db/commands/production/release.ts'
import { rejectSubpoena } from '#db/commands/review/refuse.ts'
import { shipProduction } from '#db/commands/shipment.ts'
import { withdrawSubpoena } from '#db/commands/withdrawal.ts'
import { askWriteOff } from '#db/commands/write_off.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import { cents } from '#lib/money.ts'
import { identity, written } from './canary.ts'
import type { Hand } from './hand.ts'
import { firm } from './stories.ts'

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
  await hand.do('intake', recordNoticePosted, { reference, notice: 2, postedOn })
  await hand.do('intake', recordNoticeBounced, {
    reference,
    notice: 2,
    why: `${written.reason} ${identity.name}`,
  })
  await hand.do('intake', postNotice, { ...letter, postedOn })
  await hand.do('intake', recordNoticePosted, { reference, notice: 3, postedOn })
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
  await hand.mailGoes()
}
