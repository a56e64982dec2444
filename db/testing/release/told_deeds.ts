import { system } from '#lib/access/actor.ts'
import { barNotice, liftBar } from '../../commands/bar.ts'
import { claimMail } from '../../commands/mail/claim.ts'
import { recordMailRefused, recordMailSent } from '../../commands/mail/result.ts'
import { recordNoticeBounced } from '../../commands/notice/follow.ts'
import { recordNoticePosted } from '../../commands/notice/posted.ts'
import { postNotice, sendNotice } from '../../commands/notice/send.ts'
import { findSubscriber } from '../../commands/subscriber/find.ts'
import { noneFound } from '../../commands/target.ts'
import { fail, plusDays } from './oracle.ts'
import { type Deed, dayIn, later, noted, pick, reason } from './world.ts'

/** What is found out and told to subscribers. */
export const toldDeeds = {
  async find({ office, subpoena: { reference }, told, subscribers }, { targets, either }) {
    const existing = subscribers[either ? 0 : 1]
    const printed = { namePrinted: '', addressPrinted: '' }
    const nobody = { ...printed, name: '', email: '', address: '', account: '', language: 'en' } as const
    const input = { reference, targets, existing, ...nobody }
    noted(await findSubscriber(office.actors.custodian, input), ({ stopped }) => {
      fail(told, stopped)
      for (const target of targets) told.owners.set(target, existing)
    })
  },
  async findNone({ office, subpoena: { reference }, told }, { targets }) {
    const input = { reference, targets, searched: 'All accounts.' }
    noted(await noneFound(office.actors.custodian, input), ({ stopped }) => {
      fail(told, stopped)
      for (const target of targets) told.owners.set(target, 'none')
    })
  },
  async notify(world, { either, days, which }) {
    const { office, subpoena, told, subscribers } = world
    const to = subscribers[either ? 0 : 1]
    const about = { reference: subpoena.reference, subscriber: to, language: null, lastDaySeen: null }
    const byPost = which % 3 === 0
    const postedOn = later(world, days % 3)
    const result = byPost
      ? await postNotice(office.actors.intake, { ...about, postedOn })
      : await sendNotice(office.actors.intake, about)
    noted(result, ({ targets, lastDayOn }) => {
      told.notices.push({ to, targets, lastDayOn, effectiveOn: null, failed: false, isLetter: byPost })
    })
  },
  async post(world, { which, days }) {
    const { office, subpoena, told } = world
    const number = (which % (told.notices.length || 1)) + 1
    const postedOn = later(world, -(days % 3))
    const input = { reference: subpoena.reference, notice: number, postedOn }
    noted(await recordNoticePosted(office.actors.intake, input), () => {
      const notice = told.notices[number - 1]
      if (notice) notice.effectiveOn = plusDays(postedOn, 5)
    })
  },
  /** The clockwork hands what waits to the mail server, which takes it or does not. */
  async deliver(world, { either, which }) {
    const { told } = world
    for (let mail = await claim(); mail; mail = await claim()) {
      const about = { messageId: mail.messageId, owner: 'test', reply: '250 taken' }
      const taken = either || which % 2 === 0
      const result = taken ? await recordMailSent(system, about) : await recordMailRefused(system, about)
      const waiting = told.notices.filter((one) => one.effectiveOn === null && !one.failed && !one.isLetter)
      if (!result.ok || mail.kind !== 'notice' || mail.subpoenaId !== world.subpoena.id) continue
      const notice = waiting[0]
      if (notice && taken) notice.effectiveOn = dayIn(world)
      else if (notice) notice.failed = true
    }
  },
  async bounce({ office, subpoena: { reference }, told }, { which }) {
    const number = (which % (told.notices.length || 1)) + 1
    const result = await recordNoticeBounced(office.actors.intake, { reference, notice: number, why: reason })
    noted(result, () => {
      const notice = told.notices[number - 1]
      if (notice) notice.failed = true
    })
  },
  async bar(world, { targets, days, either }) {
    const { office, subpoena, told, file } = world
    const endsOn = either ? null : later(world, days)
    const input = { reference: subpoena.reference, targets, endsOn, file, reason }
    noted(await barNotice(office.actors.counsel, input), ({ stopped }) => {
      told.bars.push({ targets, endsOn, lifted: false })
      fail(told, stopped)
    })
  },
  async lift({ office, subpoena: { reference }, told }, { which }) {
    const bar = pick(told.bars, which)
    const number = bar ? told.bars.indexOf(bar) + 1 : 1
    noted(await liftBar(office.actors.counsel, { reference, bar: number, reason }), () => {
      if (bar) bar.lifted = true
    })
  },
} satisfies Record<string, Deed>

async function claim() {
  const claimed = await claimMail(system, { owner: 'test' })
  return claimed.ok ? claimed.value : null
}
