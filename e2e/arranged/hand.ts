import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Command } from '#db/command.ts'
import { claimMail } from '#db/commands/mail/claim.ts'
import { recordMailRefused, recordMailSent } from '#db/commands/mail/result.ts'
import { storeUpload } from '#db/files.ts'
import { done } from '#db/testing/answers.ts'
import { pdfOf } from '#db/testing/upload.ts'
import { type Actor, system } from '#lib/access/actor.ts'
import { kindsOf, type Role } from '#lib/kinds.ts'
import type { RunningDesk } from '../running_desk.ts'

/** Who may sit at the desk: one of each role and a second of two, somebody with none, somebody with all. */
export type Seat = Role | 'otherCustodian' | 'otherCounsel' | 'nothing' | 'everything'

const roles = kindsOf('roles')
const seatsOf: Readonly<Record<Seat, readonly Role[]>> = {
  ...(Object.fromEntries(roles.map((role) => [role, [role]])) as Record<Role, [Role]>),
  otherCustodian: ['custodian'],
  otherCounsel: ['counsel'],
  nothing: [],
  everything: roles,
}

export const seatNames = Object.keys(seatsOf) as Seat[]

/** The hands that arrange an office: each step through its command, with a submission, as a form sends it. */
export class Hand {
  readonly desk: RunningDesk
  readonly seats: Readonly<Record<Seat, Actor>>

  private constructor(desk: RunningDesk, seats: Record<Seat, Actor>) {
    this.desk = desk
    this.seats = seats
  }

  static async of(desk: RunningDesk): Promise<Hand> {
    const seats: [string, Actor][] = []
    for (const [seat, held] of Object.entries(seatsOf)) {
      const name = seat.replace(/^other/, 'other ').toLowerCase()
      seats.push([seat, await desk.person(`${name} of the desk`, ...held)])
    }
    return new Hand(desk, Object.fromEntries(seats) as Record<Seat, Actor>)
  }

  /** @throws Error with the sentence when the command said no. */
  async do<Input extends z.ZodType, Value>(
    seat: Seat,
    command: Command<Input, Value>,
    input: z.input<Input>,
  ): Promise<Value> {
    return done(command(this.seats[seat], input, { submission: randomUUID() }))
  }

  /** Stores a paper of these words, of which the name says as much. Returns its hash. */
  async paper(words: string): Promise<string> {
    async function* content() {
      yield pdfOf(words)
    }
    return (await done(storeUpload(this.seats.custodian, { name: `${words}.pdf`, content: content() })))
      .sha256
  }

  /** Every mail that waits is taken by its server, or refused for good. */
  async mailGoes(how: 'taken' | 'refused' = 'taken'): Promise<void> {
    for (;;) {
      const mail = await done(claimMail(system, { owner: 'test' }))
      if (!mail) return
      const facts = { messageId: mail.messageId, owner: 'test' }
      const reply = how === 'taken' ? '250 Taken' : `550 <${mail.toAddress}> is not known here`
      if (how === 'taken') await done(recordMailSent(system, { ...facts, reply }))
      else await done(recordMailRefused(system, { ...facts, reply }))
    }
  }
}
