import { lookAtIdentity } from '#db/commands/subscriber/look.ts'
import { actorOfToken } from '#db/sessions.ts'
import { done } from '#db/testing/answers.ts'
import { isPermitted } from '#lib/access/actor.ts'
import { type Seat, seatNames } from './arranged/hand.ts'
import type { ArrangedOffice } from './arranged/office.ts'
import type { RunningDesk } from './running_desk.ts'

export type Answer = {
  readonly status: number
  /** Where a redirect leads, as a path of this desk. */
  readonly location: string | null
  readonly headers: string
  readonly type: string
  readonly bytes: Buffer
  readonly text: string
}

/** Asks the desk by plain requests, as whoever sits in a seat, or as nobody. */
export class Asking {
  readonly #desk: RunningDesk
  readonly #cookies: ReadonlyMap<Seat, string>

  private constructor(desk: RunningDesk, cookies: ReadonlyMap<Seat, string>) {
    this.#desk = desk
    this.#cookies = cookies
  }

  /** Signs everybody in, and has those who may look once at who the subscribers are: pages then show all they can. */
  static async everybody(desk: RunningDesk, { hand, papers }: ArrangedOffice): Promise<Asking> {
    const cookies = new Map<Seat, string>()
    for (const seat of seatNames) {
      const { name, value } = await desk.cookieOf(hand.seats[seat])
      cookies.set(seat, `${name}=${value}`)
      const actor = await actorOfToken(value)
      if (!actor || !isPermitted(actor, ['custodian', 'counsel', 'auditor'])) continue
      for (const reference of Object.values(papers)) await done(lookAtIdentity(actor, { reference }))
    }
    return new Asking(desk, cookies)
  }

  async get(seat: Seat | 'nobody', path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#ask(seat, path, { headers })
  }

  /** The pages of which Next's own navigation, which asks only for what changed, gives more than a no. */
  async partsGiven(seat: Seat | 'nobody', addresses: readonly string[]): Promise<string[]> {
    const given: string[] = []
    for (const address of addresses) {
      const first = await this.get(seat, address, { RSC: '1' })
      const { text } = await this.get(seat, first.location ?? address, { RSC: '1' })
      if (!/NEXT_HTTP_ERROR_FALLBACK;40[34]|NEXT_REDIRECT/.test(text)) given.push(address)
    }
    return given
  }

  /** An empty form, sent from the desk's own page. */
  async post(seat: Seat | 'nobody', path: string, method = 'POST'): Promise<Answer> {
    return this.#ask(seat, path, { method, headers: { Origin: this.#desk.origin } })
  }

  async #ask(
    seat: Seat | 'nobody',
    path: string,
    init: { method?: string; headers: Record<string, string> },
  ) {
    const { origin } = this.#desk
    const cookie = seat === 'nobody' ? undefined : this.#cookies.get(seat)
    const response = await fetch(`${origin}${path}`, {
      ...init,
      headers: { ...init.headers, ...(cookie ? { Cookie: cookie } : {}) },
      redirect: 'manual',
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    return {
      status: response.status,
      location: response.headers.get('location')?.replace(origin, '') ?? null,
      headers: [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n'),
      type: response.headers.get('content-type')?.split(';')[0] ?? '',
      bytes,
      text: bytes.toString('utf8'),
    }
  }
}
