import { eq } from 'drizzle-orm'
import {
  attempts,
  charges,
  files,
  history,
  invoices,
  notices,
  noticeTargets,
  outbox,
  payments,
  researchEntries,
  subpoenas,
  targets,
} from '#db/schema.ts'
import { reader } from '#db/tx.ts'
import { verifyOffice } from '#db/verify.ts'

/**
 * Everything that is half done, as sentences; none in a whole office. `verify` looks at chains, bytes and sums; this
 * looks at what one command writes together.
 */
export async function halfDone(): Promise<string[]> {
  const on = reader()
  const { fault } = await verifyOffice()
  const told = await on.select().from(history)
  const by = (command: string) => told.filter((entry) => entry.command === command)
  const logged = new Set(by('log-subpoena').map((entry) => entry.subpoenaId))
  const issued = new Set(by('issue-invoice').map((entry) => entry.invoiceId))
  const recorded = by('record-payment').map((entry) => entry.payload ?? '')
  const targeted = new Set((await on.select().from(targets)).map((row) => row.subpoenaId))
  const charged = await on.select().from(charges)
  const tries = await on.select().from(attempts)
  const noticed = new Set((await on.select().from(noticeTargets)).map((row) => row.noticeId))
  const captions = (await on.select().from(subpoenas)).map((row) => row.caption)
  const found = [
    fault,
    ...(await on.select().from(subpoenas)).flatMap(({ id, reference }) => [
      targeted.has(id) ? null : `${reference} has no target.`,
      logged.has(id) ? null : `${reference} is not in the history.`,
    ]),
    ...(await on.select().from(invoices)).flatMap(({ id, number }) => [
      charged.some((charge) => charge.invoiceId === id) ? null : `${number} bills no charge.`,
      issued.has(id) ? null : `${number} is not in the history.`,
    ]),
    ...(await on.select().from(payments)).map(({ number }) =>
      recorded.some((payload) => payload.includes(`"${number}"`)) ? null : `${number} is not in the history.`,
    ),
    ...(await on.select().from(researchEntries)).map(({ id }) =>
      charged.some((charge) => charge.researchEntryId === id) ? null : `Research ${id} made no charge.`,
    ),
    ...(await on.select().from(notices)).map(({ id, outboxId }) =>
      noticed.has(id) && outboxId !== null ? null : `Notice ${id} tells nobody.`,
    ),
    ...(await on.select().from(outbox)).map((mail) => {
      const own = tries.filter((row) => row.outboxId === mail.id)
      const isSent = own.some((row) => row.outcome === 'sent')
      return own.length === mail.attempts && isSent === (mail.state === 'sent')
        ? null
        : `Mail ${mail.id} is ${mail.state} after ${mail.attempts} tries, of which ${own.length} are on file.`
    }),
    new Set(captions).size === captions.length ? null : 'A paper was logged twice.',
  ]
  return found.filter((sentence) => sentence !== null)
}

/** Whether a stored file has its row; that it has its bytes is the business of `verify`. */
export async function isStored(sha256: string): Promise<boolean> {
  return (await reader().select().from(files).where(eq(files.sha256, sha256))).length === 1
}
