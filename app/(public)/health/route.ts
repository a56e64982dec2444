import { actorOrNone } from '#app/_auth/actor.ts'
import { healthFacts } from '#app/_health/facts.ts'
import { mayOpen } from '#lib/access/pages.ts'
import { healthOf, worstOf } from '#lib/health/lines.ts'

/**
 * Whether the desk is well, for whoever watches it: 200, or 503 once a line fails. Anybody hears how each line stands;
 * the sentences, in which there are counts, only who may open the page of the same name.
 */
export async function GET(): Promise<Response> {
  const health = healthOf(await healthFacts())
  const actor = await actorOrNone()
  const isTold = actor !== null && mayOpen(actor, '/settings/health')
  const checks = Object.entries(health).map(([name, line]) => [name, isTold ? line : { state: line.state }])
  const state = worstOf(health)
  return Response.json(
    { state, checks: Object.fromEntries(checks) },
    { status: state === 'fail' ? 503 : 200 },
  )
}
