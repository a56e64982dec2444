import type { Instant } from '#lib/calendar/instant.ts'
import { dayOn, insertAnswer, insertPaper } from './answer.ts'
import type { Insert, teller } from './insert.ts'

/** How far a paper has come. */
export type Progress = 'review' | 'research' | 'notify' | 'hold' | 'ready' | 'unpaid' | 'closed'

/** What every paper of an office shares. */
export type Ground = {
  readonly insert: Insert
  readonly tell: ReturnType<typeof teller>['tell']
  readonly now: Instant
  readonly people: { readonly worker: number; readonly other: number }
  /** Takes the next number of a series. */
  readonly next: (series: string) => number
  readonly requesterIds: readonly number[]
  readonly fileHashes: readonly string[]
  /** Numbers from 0 to 1 by the seed. */
  readonly chance: () => number
}

export type Wanted = { readonly progress: Progress; readonly daysAgo: number; readonly rare: boolean }

const aDay = 86_400_000
const captions = ['Larkmoor Dental', 'Halden Freight', 'Vellum Press', 'Copperline Energy', 'Hanabit Trading']
const pick = <One>(list: readonly One[], chance: number): One => list[Math.floor(chance * list.length)] as One

/** Writes one subpoena with all that came of it; returns its row. */
export function insertCase(ground: Ground, { progress, daysAgo, rare }: Wanted): number {
  const { insert, tell, now, people, next, chance } = ground
  const at = (daysLater: number) => (now - (daysAgo - daysLater) * aDay) as Instant
  const day = (daysLater: number) => dayOn(at(daysLater))
  const by = { by_id: people.worker }
  const year = day(0).slice(0, 4)
  const sequence = next(`reference-${year}`)
  const reference = `S-${year}-${String(sequence).padStart(5, '0')}`
  const requesterId = pick(ground.requesterIds, chance())
  const party = rare ? 'Quillon Marsh' : pick(captions, chance())
  const caseNumber = `2:${year.slice(2)}-cv-${String(Math.floor(chance() * 99_999)).padStart(5, '0')}`
  const id = insert('subpoenas', {
    ...{ reference, process_type: 'ao-88b', court: 'C.D. Cal.', county: '', issuing_state: 'CA' },
    ...{ caption: `${party} v. Doe ${sequence}`, case_number: caseNumber, issuing_party: party },
    ...{ case_number_key: caseNumber.replaceAll(/[:-]/g, ''), issuing_attorney: 'Theodora Quorn' },
    ...{ issued_on: day(0), requester_id: requesterId, bill_to_id: requesterId, obligor: '' },
    ...{ service_method: 'personal', served_at: at(0), received_at: at(0), deemed_received_on: day(0) },
    ...{ compliance_on: day(30), compliance_time: '17:00', compliance_place: 'Los Angeles' },
    ...{ records_requested: 'Documents sufficient to identify the subscriber.', policy_version: 1 },
    ...{ paper_sha256: pick(ground.fileHashes, chance()), paper_name: 'subpoena.pdf' },
    ...{ logged_at: at(0), logged_by_id: people.worker, stage: 'to-review', billing: 'none' },
  })
  const told = (command: string, daysLater: number, sentence: string) =>
    tell({ at: at(daysLater), actorId: people.worker, command, subpoenaId: id, sentence })
  told('log-subpoena', 0, 'Logged: Subpoena for documents, in person, 1 target')
  insert('preservations', {
    ...{ subpoena_id: id, asked_of: 'Operations', asked_at: at(0), asked_by_id: people.worker },
    ...{ done_at: at(0), done_by_id: people.worker, done_note: 'Kept.' },
  })
  const isFound = progress !== 'review' && progress !== 'research'
  const subscriberId = isFound
    ? insert('subscribers', {
        ...{ number: `U-${String(next('subscriber')).padStart(5, '0')}`, name: 'Ada Lindqvist' },
        ...{ email: 'ada@subscriber.example', address: '12 Alder Row\nPasadena, CA 91101' },
        ...{ account: `7731-${sequence}`, language: 'en', created_at: at(1) },
      })
    : null
  const targetId = insert('targets', {
    ...{ subpoena_id: id, number: 1, kind: 'fax', period: '', subscriber_id: subscriberId },
    ...{ identifier: `1-323-555-${String(sequence % 10_000).padStart(4, '0')}` },
    ...{ resolved_at: isFound ? at(1) : null, resolved_by_id: isFound ? people.worker : null },
  })
  if (progress === 'review') return id

  insert('decisions', {
    ...{ subpoena_id: id, kind: 'accepted', reason: '', deficiencies: '[]', decided_on: day(1), at: at(1) },
    by_id: people.other,
  })
  told('accept-subpoena', 1, 'Accepted')
  for (const [kind, later] of [
    ['sent', 0],
    ['agreed', 1],
  ] as const) {
    insert('terms_events', {
      ...{ subpoena_id: id, kind, reason: 'By letter.', on_date: day(later), at: at(later), ...by },
    })
  }
  insert('inbox_looks', { subpoena_id: id, at: at(1), ...by })
  if (subscriberId === null || progress === 'notify') return id

  const mailId = insert('outbox', {
    ...{ kind: 'notice', subpoena_id: id, to_address: 'ada@subscriber.example', subject: reference },
    ...{ text: 'Your records are sought.', html: '<p>Your records are sought.</p>', attachments: '[]' },
    ...{ message_id: `<${reference}@bench.test>`, state: 'sent', attempts: 1, next_try_at: at(1) },
    ...{ created_at: at(1), ...by, sent_at: at(1), reply: '250 OK' },
  })
  insert('attempts', { outbox_id: mailId, at: at(1), outcome: 'sent', reply: '250 OK' })
  const noticeId = insert('notices', {
    ...{ subpoena_id: id, number: 1, subscriber_id: subscriberId, channel: 'e-mail', language: 'en' },
    ...{
      paper_id: insertPaper(insert, 'notice', id, at(1)),
      outbox_id: mailId,
      copy_enclosed: 0,
      last_day_on: day(15),
    },
    ...{ effective_on: day(1), proof: '250 OK', at: at(1), ...by },
  })
  insert('notice_targets', { notice_id: noticeId, target_id: targetId })
  told('record-mail-sent', 1, 'The mail server took notice 1.')
  if (progress === 'hold' || progress === 'ready') return id

  insertAnswer(ground, { id, targetId, requesterId, reference, progress, at })
  return id
}
