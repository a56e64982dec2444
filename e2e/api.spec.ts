import { expect, test } from '@playwright/test'
import { lookAtObjectionInbox } from '#db/commands/inbox.ts'
import { makeMachineToken } from '#db/commands/machine.ts'
import { prepareProduction } from '#db/commands/production/prepare.ts'
import { releaseProduction } from '#db/commands/production/release.ts'
import { done } from '#db/testing/answers.ts'
import { at } from '#db/testing/office.ts'
import { textOfPdf } from '#db/testing/pdf_text.ts'
import { pdfOf } from '#db/testing/upload.ts'
import { newMachineToken } from '#db/tokens.ts'
import { verifyOffice } from '#db/verify.ts'
import { type Actor, system } from '#lib/access/actor.ts'
import { kindsOf, type Role } from '#lib/kinds.ts'
import { type Heard, Program } from './program.ts'
import { RunningDesk } from './running_desk.ts'

let desk: RunningDesk
test.beforeEach(async () => {
  desk = new RunningDesk('2026-01-05 10:00')
})
test.afterEach(() => desk.stop())

async function tokenFor(machine: string, ...roles: Role[]): Promise<string> {
  const { token, hash: tokenHash } = newMachineToken()
  await done(makeMachineToken(system, { machine, roles, lastDayOn: null, tokenHash }))
  return token
}

/** What was answered where it was a yes. */
function value<Value>({ ok, value, refusal }: Heard & { value: Value }): Value {
  if (!ok) throw new Error(`${refusal?.kind}: ${refusal?.sentence}`)
  return value
}

test('a program written from openapi.json alone carries a case from the log to the paid invoice', async () => {
  test.slow()
  await desk.setUp()
  await desk.serve()
  const [intake, counsel, custodian, billing] = [
    await Program.at(desk.origin, await tokenFor('Mail room', 'intake')),
    await Program.at(desk.origin, await tokenFor('Counsel’s program', 'counsel')),
    await Program.at(desk.origin, await tokenFor('Records', 'custodian')),
    await Program.at(desk.origin, await tokenFor('Ledger sync', 'billing')),
  ]
  const [tom, jo, ines] = [
    await desk.person('Tom Ferrand', 'custodian'),
    await desk.person('Jo Marisko', 'custodian'),
    await desk.person('Ines Corder', 'intake'),
  ]

  const paper = value(await intake.file('subpoena.pdf', pdfOf('AO 88B, Larkmoor Dental v. Doe 1')))
  const logged = {
    ...{ paper: paper.sha256, paperName: 'subpoena.pdf', processType: 'ao-88b', serviceMethod: 'personal' },
    ...{ servedAt: at('2026-01-05 09:30'), receivedAt: at('2026-01-05 09:45'), complianceOn: '2026-02-06' },
    ...{ caption: 'Larkmoor Dental v. Doe 1', caseNumber: '2:26-cv-99011-ABC-DE', court: 'C.D. Cal.' },
    ...{ issuingParty: 'Larkmoor Dental', issuingAttorney: 'Theodora Quorn' },
    recordsRequested: 'Documents sufficient to identify the subscriber.',
    newRequester: {
      name: 'Oakhurst Tarn LLP',
      email: 'accounts@oakhursttarn.example',
      address: 'Los Angeles',
    },
    targets: [{ kind: 'fax', identifier: '1-323-555-0142' }],
  }
  const { reference } = value(await intake.give('log-subpoena', logged, 'paper-of-5-January'))
  const again = await intake.give('log-subpoena', logged, 'paper-of-5-January')
  expect(again.value.reference).toBe(reference)
  expect(value(await intake.ask('/subpoenas')).rows).toMatchObject([{ reference, stage: 'to-review' }])

  value(await intake.give('ask-preservation', { reference, askedOf: 'Operations, account records' }))
  value(await intake.give('record-preservation-done', { reference, number: 1 }))
  value(await intake.give('send-terms', { reference }))
  value(await intake.give('record-terms-agreed', { reference, onDate: '2026-01-05' }))
  const before = value(await intake.ask('/subpoenas/{reference}', { reference }))
  const checks = kindsOf('checkItems').map((item) => ({ item, result: 'passed' }))
  value(await intake.give('judge-checks', { reference, version: before.case.version, checks }))
  value(await counsel.give('accept-subpoena', { reference }))

  const who = { name: 'Ada Lindqvist', email: 'ada@subscriber.example', account: '7731-0042', language: 'en' }
  const printed = { namePrinted: '', address: '12 Alder Row\nPasadena, CA 91101', addressPrinted: '' }
  const found = { reference, targets: [1], existing: '', ...who, ...printed }
  const { subscriber } = value(await custodian.give('find-subscriber', found))
  desk.setClock('2026-01-06 11:00')
  value(await intake.give('send-notice', { reference, subscriber, language: null, lastDaySeen: null }))
  expect((await desk.post.mailTo('ada@subscriber.example')).text).toContain('January 20, 2026')
  await expect
    .poll(async () => value(await intake.ask('/subpoenas/{reference}', { reference })).case.lanes)
    .toEqual([{ target: 1, lane: 'on-hold', holdEndsOn: '2026-01-20', opensOn: '2026-01-21' }])
  const work = { minutes: 90, workedOn: '2026-01-06', searched: 'Accounts and numbers since 2019' }
  value(await custodian.give('record-research', { reference, ...work }))

  // What is done in person: a machine is refused, two people do it.
  const items = [{ target: 1, description: 'Account record', pages: 8 }]
  expect(await custodian.give('prepare-production', { reference, items })).toMatchObject({
    status: 403,
    refusal: { kind: 'not-a-person' },
  })
  await done(prepareProduction(tom, { reference, items }))
  const released = { reference, production: 1, reason: 'The hold is over and nothing stands against it.' }
  expect((await custodian.give('release-production', released)).refusal?.kind).toBe('not-a-person')
  const release = async (actor: Actor) => {
    await done(lookAtObjectionInbox(ines, { reference, nothingUnrecorded: true }))
    return releaseProduction(actor, released)
  }
  desk.setClock('2026-01-20 18:00')
  expect(await release(jo)).toMatchObject({ ok: false, refusal: { kind: 'cannot-release' } })
  desk.setClock('2026-01-21 09:00')
  await done(release(jo))

  const parcel = { reference, production: 1, method: 'fedex', trackingNumber: '8817 0042 1190' }
  value(await custodian.give('ship-production', parcel))
  expect(value(await billing.ask('/subpoenas/{reference}', { reference }))).toMatchObject({
    case: null,
    unbilled: 15_900,
  })
  const { number, total } = value(await billing.give('issue-invoice', { reference }))
  expect(total).toBe(15_900)
  value(await billing.give('send-invoice', { number, method: 'e-mail' }))
  await desk.post.mailTo('accounts@oakhursttarn.example', /INV-2026-00001/)
  const { bytes } = await billing.ask('/invoices/{number}/pdf', { number })
  expect(await textOfPdf(bytes)).toContain('$159.00')
  desk.setClock('2026-01-23 10:00')
  const receipt = { number, receivedOn: '2026-01-23', basis: 'stated-by-requester' }
  expect(value(await billing.give('record-invoice-receipt', receipt)).dueOn).toBe('2026-02-09')
  desk.setClock('2026-02-05 10:00')
  const { requester } = value(await billing.ask('/invoices/{number}', { number }))
  const check = { checkNumber: '10442', payer: 'Oakhurst Tarn LLP', cents: 15_900, receivedOn: '2026-02-05' }
  value(await billing.give('record-payment', { requester, ...check }))
  const paid = value(await billing.ask('/invoices', { state: 'settled' })).rows
  expect(paid).toMatchObject([{ number, state: 'paid', balance: 0, dueOn: '2026-02-09' }])

  value(await counsel.give('close-subpoena', { reference }))
  const { rows } = value(await counsel.ask('/history', { about: reference, limit: '200' }))
  const did = rows.map(({ command, who }: { command: string; who: string }) => `${who}: ${command}`)
  expect(did).toContain('Mail room: log-subpoena')
  expect(did).toContain('Jo Marisko: release-production')
  expect(did).toContain('Ledger sync: record-payment')
  expect(await verifyOffice()).toMatchObject({ fault: null })
  expect(desk.printed).not.toMatch(/desk_|Lindqvist/)
})

test('before set-up the description answers, and all else is 401 in the same shape', async () => {
  await desk.serve()
  expect((await fetch(`${desk.origin}/api/v1/openapi.json`)).status).toBe(200)
  for (const path of [
    '',
    '/today',
    '/nothing',
    '/subpoenas/S-2026-00001',
    '/commands/log-subpoena',
    '/files',
  ]) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD']) {
      const headers = { Authorization: `Bearer desk_${'x'.repeat(43)}` }
      for (const init of [{ method }, { method, headers }]) {
        const response = await fetch(`${desk.origin}/api/v1${path}`, init)
        const [status, text] = [response.status, await response.text()]
        // Who guesses on is told to wait.
        expect([401, ...('headers' in init ? [429] : [])], `${method} ${path}`).toContain(status)
        if (method !== 'HEAD') expect(JSON.parse(text)).toMatchObject({ ok: false, refusal: {} })
      }
    }
  }
})

test('the door keeps other sites, other hosts and bodies of unknown length out, and says so in JSON', async () => {
  await desk.setUp()
  await desk.serve()
  const token = await tokenFor('Mail room', 'intake')
  const clerk = await desk.person('Ines Corder', 'intake')
  const { name, value: session } = await desk.cookieOf(clerk)
  const sent = async (init: RequestInit, path = '/commands/add-requester') => {
    const response = await fetch(`${desk.origin}/api/v1${path}`, { method: 'POST', ...init })
    return [response.status, ((await response.json()) as { refusal?: { kind: string } }).refusal?.kind]
  }
  const bearer = { Authorization: `Bearer ${token}` }
  const json = { 'Content-Type': 'application/json', 'Idempotency-Key': 'a' }
  const body = '{"name":"Oakhurst Tarn LLP"}'
  const foreign = { ...bearer, ...json, Origin: 'https://evil.example' }
  expect(await sent({ headers: foreign, body })).toEqual([403, 'another-origin'])
  const cookie = { ...json, Cookie: `${name}=${session}` }
  expect(await sent({ headers: cookie, body })).toEqual([401, 'no-token'])
  expect(await sent({ headers: { ...cookie, Origin: desk.origin }, body })).toEqual([401, 'no-token'])
  const stream = new Blob([body]).stream()
  expect(
    await sent({ headers: { ...bearer, ...json }, body: stream, duplex: 'half' } as RequestInit),
  ).toEqual([411, 'length-needed'])
  const large = JSON.stringify({ name: 'x'.repeat(1_500_000) })
  expect(await sent({ headers: { ...bearer, ...json }, body: large })).toEqual([413, 'body-too-large'])
  expect(await sent({ headers: { ...bearer, ...json }, body })).toEqual([200, undefined])
  const paper = new FormData()
  paper.set('file', new File([new Uint8Array(pdfOf('from a program'))], 'paper.pdf'))
  expect(await sent({ headers: bearer, body: paper }, '/files')).toEqual([200, undefined])
})
