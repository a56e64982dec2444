import { barNotice, liftBar } from '../../commands/bar.ts'
import { recordNoticeBounced } from '../../commands/notice/follow.ts'
import { recordNoticePosted } from '../../commands/notice/posted.ts'
import { postNotice, sendNotice } from '../../commands/notice/send.ts'
import { findSubscriber } from '../../commands/subscriber/find.ts'
import { noneFound } from '../../commands/target.ts'
import { fail, openFrom, plusDays } from './oracle.ts'
import { type Deed, later, noted, pick, reason } from './world.ts'

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
      const printed = { lastDayOn, opensOn: openFrom(plusDays(lastDayOn, 1), told), zone: told.zone }
      const notice = { effectiveOn: null, failed: false, isLetter: byPost }
      told.notices.push({ to, targets: [...targets], ...printed, ...notice })
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
