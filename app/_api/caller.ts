import { theOfficeOrNone } from '#db/open_office.ts'
import { actorOfMachineToken } from '#db/tokens.ts'
import type { Actor } from '#lib/access/actor.ts'
import { type Accepted, accept, type Refused } from '#lib/result.ts'
import { oneMore } from './limits.ts'
import { sayNo } from './replies.ts'

/**
 * The machine that is asking, by its token and by nothing else: a person's cookie means nothing here, so no page can
 * make a person's browser ask.
 */
export async function callerOf(
  request: Request,
): Promise<Accepted<Actor> | Refused<'no-token' | 'too-many-requests'>> {
  const [, token] = /^bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '') ?? []
  if (token === undefined) return sayNo('no-token')
  const machine = theOfficeOrNone() ? await actorOfMachineToken(token) : null
  // A clock that only goes forward, and not the office's: that one may stand still.
  const now = performance.now()
  const wait = machine
    ? oneMore('token', machine.tokenId, now)
    : oneMore('wrong token from', request.headers.get('x-from') ?? '', now)
  if (wait !== null) return sayNo('too-many-requests', { seconds: wait })
  return machine ? accept(machine) : sayNo('no-token')
}
