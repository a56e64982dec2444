import { statfs } from 'node:fs/promises'
import { type Pulse, pulseOf } from '#app/_background/pulse.ts'
import { theOffice, theOfficeOrNone } from '#db/open_office.ts'
import { healthCounts } from '#db/queries/health.ts'
import { theOfficeRow } from '#db/queries/office.ts'
import { openRestoration } from '#db/queries/restoration.ts'
import { theDesk } from '#db/the_desk.ts'
import { reader } from '#db/tx.ts'
import type { HealthFacts, WorkFacts } from '#lib/health/lines.ts'

/** How this process and its office are, at this moment. Asked often and by anybody, so it only reads. */
export async function healthFacts(): Promise<HealthFacts> {
  const { dataDir, smtpUrl, backups } = theDesk()
  const found = await officeFacts().catch(() => unreadable)
  const { dueFor, failed, verifiedAgo, triedAgo } = found
  return {
    office: found.office,
    writing: found === unreadable ? { endedAgo: null, isFailing: true } : work('database write'),
    clockwork: work('clockwork'),
    delivery: work('mail delivery'),
    mail: { hasServer: smtpUrl !== null, dueFor, failed },
    // A disk that is gone has nothing free.
    disk: await diskOf(dataDir).catch(() => ({ free: 0, all: 0 })),
    backup: {
      isNightly: backups !== null,
      verifiedAgo,
      // Begun more than an hour ago, and none was verified since.
      isFailing:
        triedAgo !== null && triedAgo > 3_600_000 && triedAgo < (verifiedAgo ?? Number.POSITIVE_INFINITY),
    },
  }
}

type OfficeFacts = Pick<HealthFacts, 'office'> & {
  readonly dueFor: number | null
  readonly failed: number
  readonly verifiedAgo: number | null
  readonly triedAgo: number | null
}

const nothing: OfficeFacts = { office: 'none', dueFor: null, failed: 0, verifiedAgo: null, triedAgo: null }
/** The database cannot even be read. */
const unreadable: OfficeFacts = { ...nothing, office: 'open' }

async function officeFacts(): Promise<OfficeFacts> {
  const office = await officeNow()
  if (office === 'none') return nothing
  const now = theOffice().clock()
  const counts = await healthCounts(reader(), now)
  const since = (at: number | null) => (at === null ? null : Math.max(0, now - at))
  return {
    office,
    dueFor: since(counts.mailDueSince),
    failed: counts.mailFailed,
    verifiedAgo: since(counts.backupVerifiedAt),
    triedAgo: since(counts.backupTriedAt),
  }
}

async function diskOf(folder: string): Promise<HealthFacts['disk']> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { free: bavail * bsize, all: blocks * bsize }
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
