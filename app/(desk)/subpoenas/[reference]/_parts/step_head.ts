import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { type CaseHead, caseHead } from '#db/queries/case_head.ts'
import { type Actor, mustBe, type Permission } from '#lib/access/actor.ts'

/** Who is asking, and the subpoena of the address. A role that may do none of it is told so. */
export async function stepHead(
  params: Promise<{ reference: string }>,
  may: readonly Permission[],
): Promise<{ actor: Actor; head: CaseHead }> {
  const actor = await signedIn()
  mustBe(actor, may)
  const head = await caseHead(actor, (await params).reference)
  if (!head) notFound()
  return { actor, head }
}

/** The number at the end of an address: a target, a notice, an objection. Anything else is no page. */
export function numberIn(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) notFound()
  return Number(text)
}
