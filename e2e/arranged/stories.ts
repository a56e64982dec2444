/** How each paper of the arranged office begins, so that every page of the program has something to show. */
import { addNote } from '#db/commands/note.ts'
import { sendNotice } from '#db/commands/notice/send.ts'
import { askPreservation, recordPreservationDone } from '#db/commands/preservation.ts'
import { recordResearch } from '#db/commands/research.ts'
import { acceptSubpoena } from '#db/commands/review/accept.ts'
import { judgeChecks } from '#db/commands/review/check.ts'
import { logSubpoena } from '#db/commands/subpoena/log.ts'
import { markCopyFit } from '#db/commands/subscriber/change.ts'
import { findSubscriber } from '#db/commands/subscriber/find.ts'
import { lookAtIdentity } from '#db/commands/subscriber/look.ts'
import { noneFound } from '#db/commands/target.ts'
import { recordTermsAgreed } from '#db/commands/terms/record.ts'
import { sendTerms } from '#db/commands/terms/send.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import { kindsOf } from '#lib/kinds.ts'
import { identity, written } from './canary.ts'
import type { Hand } from './hand.ts'

/** Who served every paper of this office, and pays. */
export const firm = 'R-00001'

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
