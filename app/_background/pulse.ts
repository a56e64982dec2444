/** How each repeated piece of work of this process is doing; health is told from it. */
export type Pulse = {
  /** When the last round ended well; epoch milliseconds of this machine. */
  readonly endedAt: number | null
  /** When a round failed, if none ended well since. */
  readonly failedAt: number | null
}

/** On globalThis, since the server and Next's bundles must mean the same work. */
const place = globalThis as { subpoenaDeskPulses?: Map<string, Pulse> }
place.subpoenaDeskPulses ??= new Map()
const pulses = place.subpoenaDeskPulses

export function noteRound(name: string, isWell: boolean): void {
  const now = Date.now()
  const before = pulseOf(name)
  pulses.set(name, isWell ? { endedAt: now, failedAt: null } : { ...before, failedAt: now })
}

export function pulseOf(name: string): Pulse {
  return pulses.get(name) ?? { endedAt: null, failedAt: null }
}
