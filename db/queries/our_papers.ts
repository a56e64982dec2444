import { and, eq } from 'drizzle-orm'
import { type Actor, identityReaders, moneyReaders, mustBe } from '#lib/access/actor.ts'
import { creditMemos, invoices, papers, productions, subpoenas } from '../schema.ts'
import { reader } from '../tx.ts'

/** The bytes of one of our own papers as they were issued, and what to call the file. */
export type OurPaper = { readonly name: string; readonly bytes: Buffer; readonly sha256: string }

const columns = { bytes: papers.bytes, sha256: papers.sha256 }

export async function invoicePaperOf(actor: Actor, number: string): Promise<OurPaper | null> {
  mustBe(actor, moneyReaders)
  const [row] = await reader()
    .select(columns)
    .from(invoices)
    .innerJoin(papers, eq(papers.id, invoices.paperId))
    .where(eq(invoices.number, number))
  return row ? { ...row, name: `${number}.pdf` } : null
}

export async function creditMemoPaperOf(actor: Actor, number: string): Promise<OurPaper | null> {
  mustBe(actor, moneyReaders)
  const [row] = await reader()
    .select(columns)
    .from(creditMemos)
    .innerJoin(papers, eq(papers.id, creditMemos.paperId))
    .where(eq(creditMemos.number, number))
  return row ? { ...row, name: `${number}.pdf` } : null
}

/** The letter that goes with a production, or the declaration; for those who may see who a subscriber is. */
export async function productionPaperOf(
  actor: Actor,
  reference: string,
  number: number,
  which: 'cover' | 'declaration',
): Promise<OurPaper | null> {
  mustBe(actor, identityReaders)
  const paperId = which === 'cover' ? productions.coverPaperId : productions.declarationPaperId
  const [row] = await reader()
    .select(columns)
    .from(productions)
    .innerJoin(subpoenas, eq(subpoenas.id, productions.subpoenaId))
    .innerJoin(papers, eq(papers.id, paperId))
    .where(and(eq(subpoenas.reference, reference), eq(productions.number, number)))
  return row ? { ...row, name: `${reference}-production-${number}-${which}.pdf` } : null
}
