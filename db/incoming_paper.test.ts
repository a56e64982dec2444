import { afterEach, beforeEach, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { barNotice } from './commands/bar.ts'
import { askEarlyRelease } from './commands/early_release/ask.ts'
import { recordObjection } from './commands/objection/record.ts'
import { prepareProduction } from './commands/production/prepare.ts'
import { logSubpoena } from './commands/subpoena/log.ts'
import { recordTermsAgreed } from './commands/terms/record.ts'
import { withdrawSubpoena } from './commands/withdrawal.ts'
import { incomingPaper } from './files.ts'
import { casePaper } from './queries/case_papers.ts'
import { type CaseInTest, caseInTest } from './testing/case.ts'
import { fileInTest } from './testing/notice.ts'
import { type TestOffice, testOffice } from './testing/office.ts'
import { typedPaper } from './testing/paper.ts'
import { reader } from './tx.ts'

let office: TestOffice
let subpoena: CaseInTest
let record: string
const day = calendarDate('2026-01-05')

beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  subpoena = await caseInTest({ targets: ['subscriber', 'open', 'subscriber'], terms: 'sent' })
  record = await fileInTest()
  await produce(record)
})
afterEach(() => office.close())

async function produce(file: string, target = 1): Promise<void> {
  const items = [{ target, description: 'Account record', file }]
  const done = await prepareProduction(office.actors.custodian, { reference: subpoena.reference, items })
  if (!done.ok) throw new Error(done.refusal.sentence)
}

const objection = (file: string) => ({
  reference: subpoena.reference,
  kind: 'motion' as const,
  targets: [1],
  filedWhere: 'C.D. Cal.',
  filedOn: null,
  receivedAt: office.clock.now,
  text: '',
  file,
})
const asked = {
  ground: 'court-order' as const,
  targets: [1],
  opensOn: day,
  dangerToLife: false,
  consentVerified: false,
}

test.each([
  ['an objection', () => recordObjection(office.actors.intake, objection(record))],
  ['a served paper', () => logSubpoena(office.actors.intake, typedPaper(record))],
  [
    'the agreed terms',
    () =>
      recordTermsAgreed(office.actors.intake, {
        reference: subpoena.reference,
        onDate: day,
        file: record,
      }),
  ],
  [
    'a withdrawal',
    () =>
      withdrawSubpoena(office.actors.counsel, {
        reference: subpoena.reference,
        withdrawnOn: day,
        file: record,
        reason: 'Settled',
      }),
  ],
  [
    'an order that bars the notice',
    () =>
      barNotice(office.actors.counsel, {
        reference: subpoena.reference,
        targets: [2],
        endsOn: null,
        file: record,
        reason: 'An order',
      }),
  ],
  [
    'an order for early release',
    () =>
      askEarlyRelease(office.actors.intake, {
        reference: subpoena.reference,
        reason: 'An order',
        file: record,
        ...asked,
      }),
  ],
])('a produced record is not taken in again as %s', async (_name, take) => {
  expect(await take()).toMatchObject({ ok: false, refusal: { kind: 'no-such-file' } })
  expect(await casePaper(office.actors.intake, subpoena.reference, record)).toBeNull()
})

test('any other stored paper is', async () => {
  const motion = await fileInTest()
  expect(await recordObjection(office.actors.intake, objection(motion))).toMatchObject({
    ok: true,
  })
  expect(await casePaper(office.actors.intake, subpoena.reference, motion)).toMatchObject({ sha256: motion })
})

test('a served paper stays one when a copy of it is produced', async () => {
  const logged = await fileInTest()
  await logSubpoena(office.actors.intake, typedPaper(logged))
  await produce(logged, 3)
  expect(await incomingPaper(reader(), logged)).toMatchObject({ sha256: logged })
})
