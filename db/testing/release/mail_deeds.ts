import { and, desc, eq } from 'drizzle-orm'
import { system } from '#lib/access/actor.ts'
import { sendAgain } from '../../commands/mail/again.ts'
import { claimMail } from '../../commands/mail/claim.ts'
import { recordMailDeferred, recordMailRefused, recordMailSent } from '../../commands/mail/result.ts'
import { stopMail } from '../../commands/mail/stop.ts'
import { recordMailUnsure, settleUnsureMail } from '../../commands/mail/unsure.ts'
import { shipProduction } from '../../commands/shipment.ts'
import { aboutMail, type MailRow } from '../../mail/row.ts'
import { dueProductions } from '../../queries/mail_due.ts'
import { outbox } from '../../schema.ts'
import { reader } from '../../tx.ts'
import { type Deed, dayIn, noted, nothingAgainst, pick, type World } from './world.ts'

const owner = 'test'
const recipient = 'accounts@oakhursttarn.example'

/** How a production leaves, and what becomes of mail. What a sender is given must be what the promise allows then. */
export const mailDeeds = {
  /** By e-mail or by hand, to the requester or elsewhere; what leaves is asked again. */
  async ship(world, { which, days, either }) {
    const { office, subpoena, told, counts } = world
    const production = (which % (told.productions.length || 1)) + 1
    const one = told.productions[production - 1]
    const actor = either ? office.actors.custodian : office.actors.counsel
    const isMail = which % 4 > 0
    const sentTo = days === 12 ? 'stranger@elsewhere.example' : undefined
    const method = isMail ? 'e-mail' : 'by-hand'
    const about = { reference: subpoena.reference, production, method, elsewhereWhy: 'They moved' } as const
    const result = await shipProduction(actor, { ...about, ...(sentTo ? { sentTo } : {}) })
    if (!result.ok) return
    nothingAgainst(world, one, `shipment of production ${production}`)
    if (one?.state !== 'released') throw new Error(`Production ${production} was shipped unreleased.`)
    if (sentTo && actor.id === one.preparedBy) throw new Error('One person sent it elsewhere.')
    counts.shipped += 1
    if (!isMail) one.hasLeft = true
    else told.mails.set((await lastMail(world)).messageId, { production, to: sentTo ?? recipient })
  },
  /** The clockwork stops what may not leave, and hands what waits to the mail server, which takes it or does not. */
  async deliver(world, { either, which }) {
    for (const messageId of await dueProductions(reader(), world.office.clock.now)) {
      noted(await stopMail(system, { messageId }), () => {
        world.counts.stopped += 1
      })
    }
    for (let mail = await claim(world); mail; mail = await claim(world)) {
      const about = { messageId: mail.messageId, owner, reply: '250 taken' }
      const isNotice = mail.kind === 'notice'
      const notice = world.told.notices[((await aboutMail(reader(), mail)).notice ?? 0) - 1]
      if (isNotice && which % 7 === 3) {
        await recordMailUnsure(system, about)
        continue
      }
      const taken = either || which % 2 === 0
      const result = taken ? await recordMailSent(system, about) : await recordMailRefused(system, about)
      if (!result.ok) throw new Error(result.refusal.sentence)
      const carried = world.told.mails.get(mail.messageId)
      const production = world.told.productions[(carried?.production ?? 0) - 1]
      if (production && taken) production.hasLeft = true
      if (!isNotice || !notice || notice.failed) continue
      if (taken) notice.effectiveOn = dayIn(world)
      else notice.failed = true
    }
  },
  /** The mail server puts all of it off. */
  async defer(world) {
    for (let mail = await claim(world); mail; mail = await claim(world)) {
      await recordMailDeferred(system, { messageId: mail.messageId, owner, reply: '451 later' })
      if (mail.kind === 'production') world.counts.deferred += 1
    }
  },
  async sendAgain(world, { which, either }) {
    const { office, subpoena } = world
    const failed = await reader()
      .select()
      .from(outbox)
      .where(and(eq(outbox.subpoenaId, subpoena.id), eq(outbox.state, 'failed')))
    const mail = pick(failed, which)
    if (!mail) return
    const to = either ? '' : 'stranger@elsewhere.example'
    const result = await sendAgain(office.actors.custodian, { messageId: mail.messageId, to })
    if (!result.ok) return
    if (mail.kind === 'production') throw new Error('A production was sent again and nothing was asked.')
    if (mail.kind === 'withdrawal-told' && to !== '') throw new Error('A stranger is told of a subscriber.')
  },
  /** A person found out what became of a notice of which nobody knew. */
  async settle(world, { which, either }) {
    const { office, subpoena, told } = world
    const unsure = await reader()
      .select()
      .from(outbox)
      .where(and(eq(outbox.subpoenaId, subpoena.id), eq(outbox.state, 'unsure')))
    const mail = pick(unsure, which)
    if (!mail) return
    const notice = told.notices[((await aboutMail(reader(), mail)).notice ?? 0) - 1]
    const outcome = either ? 'arrived' : 'send-again'
    const about = { messageId: mail.messageId, outcome, arrivedOn: null, proof: 'They answered' } as const
    noted(await settleUnsureMail(office.actors.intake, about), () => {
      if (notice && !notice.failed && either) notice.effectiveOn = dayIn(world)
    })
  },
} satisfies Record<string, Deed>

/** What a sender is given. A production among it is asked after, by the second opinion, at that very moment. */
async function claim(world: World): Promise<MailRow | null> {
  const claimed = await claimMail(system, { owner })
  const mail = claimed.ok ? claimed.value : null
  if (mail?.kind !== 'production') return mail
  const carried = world.told.mails.get(mail.messageId)
  if (!carried) throw new Error('A production leaves in a mail that nobody shipped.')
  if (mail.toAddress !== carried.to) throw new Error(`A production leaves to ${mail.toAddress}.`)
  nothingAgainst(world, world.told.productions[carried.production - 1], 'mail in the hands of its sender')
  world.counts.handed += 1
  return mail
}

async function lastMail({ subpoena }: World): Promise<MailRow> {
  const [mail] = await reader()
    .select()
    .from(outbox)
    .where(and(eq(outbox.subpoenaId, subpoena.id), eq(outbox.kind, 'production')))
    .orderBy(desc(outbox.id))
    .limit(1)
  if (!mail) throw new Error('There is no mail.')
  return mail
}
