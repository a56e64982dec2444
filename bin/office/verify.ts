import { type Verdict, verifyOffice } from '#db/verify.ts'
import { CannotStart } from '../serve/cannot_start.ts'
import { inOffice, type Terminal } from './open.ts'

/** Verifies the office, or the sample with --sample. Exit code 1 when something is wrong. */
export async function run(terminal: Terminal): Promise<number> {
  const unknown = terminal.words.find((word) => word !== '--sample')
  if (unknown) throw new CannotStart(`"${unknown}" is not understood: leave it out, or say --sample.`)
  const verdict = await inOffice(terminal, terminal.words.includes('--sample'), verifyOffice)
  for (const line of verdictLines(verdict)) console.log(line)
  return verdict.fault === null ? 0 : 1
}

export function verdictLines({ checked, fault }: Verdict): string[] {
  const counts = checked.map(({ what, count }) => `${String(count).padStart(7)} ${what}`)
  return [...counts, fault === null ? 'Nothing is wrong.' : `WRONG: ${fault}`]
}
