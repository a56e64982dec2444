import type { KindOf } from '#lib/kinds.ts'
import { accept, type Result } from '#lib/result.ts'
import { refuse } from './refusals.ts'

export type GroundFacts = {
  readonly ground: KindOf<'earlyReleaseGrounds'>
  /** The person asking states that somebody is in danger of death or serious physical injury. */
  readonly dangerToLife: boolean
  /** The person asking states that the consent was verified to be the subscriber's. */
  readonly consentVerified: boolean
}

/**
 * Whether the ground is what it is called. What is urgent for a lawyer is no emergency.
 *
 * Source: 18 U.S.C. 2702(b)(8) and (c)(4) for what an emergency is; the policy's "legally required" for an order.
 */
export function groundHolds(facts: GroundFacts): Result<null, 'not-an-emergency' | 'consent-not-verified'> {
  if (facts.ground === 'emergency' && !facts.dangerToLife)
    return refuse('not-an-emergency', undefined, 'dangerToLife')
  if (facts.ground === 'consent' && !facts.consentVerified) {
    return refuse('consent-not-verified', undefined, 'consentVerified')
  }
  return accept(null)
}
