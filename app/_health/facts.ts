import { statfs } from 'node:fs/promises'
import { type Pulse, pulseOf } from '#app/_background/pulse.ts'
import { theOfficeOrNone } from '#db/open_office.ts'
import { healthCounts } from '#db/queries/health.ts'
import { theOfficeRow } from '#db/queries/office.ts'
import { openRestoration } from '#db/queries/restoration.ts'
import { theDesk } from '#db/the_desk.ts'
import { reader } from '#db/tx.ts'
import type { HealthFacts, WorkFacts } from '#lib/health/lines.ts'

/** How this process and its office are, at this moment. Asked often and by anybody, so it only reads. */
export async function healthFacts(): Promise<HealthFacts> {
  const { dataDir, smtpUrl, backups } = theDesk()
  const [writing, clockwork, delivery] = [work('database write'), work('clockwork'), work('mail delivery')]
  const disk = await statfs(dataDir)
  const office = await officeNow()
  const now = theOfficeOrNone()?.clock()
  const counts = office === 'none' || now === undefined ? null : await healthCounts(reader(), now)
  const since = (at: number | null | undefined) => (now === undefined || !at ? null : Math.max(0, now - at))
  const triedAgo = since(counts?.backupTriedAt)
  const verifiedAgo = since(counts?.backupVerifiedAt)
  return {
    office,
    writing,
    clockwork,
    delivery,
    mail: {
      hasServer: smtpUrl !== null,
      dueFor: since(counts?.mailDueSince),
      failed: counts?.mailFailed ?? 0,
    },
    disk: { free: disk.bavail * disk.bsize, all: disk.blocks * disk.bsize },
    backup: {
      isNightly: backups !== null,
      verifiedAgo,
      // Begun more than an hour ago, and none was verified since.
      isFailing:
        triedAgo !== null && triedAgo > 3_600_000 && triedAgo < (verifiedAgo ?? Number.POSITIVE_INFINITY),
    },
  }
}

async function officeNow(): Promise<HealthFacts['office']> {
  const office = theOfficeOrNone()
  if (!office || theDesk().isMaking || (await theOfficeRow(reader())) === null) return 'none'
  if (office.kind === 'sample') return 'sample'
  return (await openRestoration(reader())) ? 'read-only' : 'open'
}

function work(name: string): WorkFacts {
  const { endedAt, failedAt }: Pulse = pulseOf(name)
  return { endedAgo: endedAt === null ? null : Date.now() - endedAt, isFailing: failedAt !== null }
}
