import { describe, expect, test } from 'vitest'
import { type HealthFacts, type HealthName, healthOf, worstOf } from './lines.ts'

const minute = 60_000
const hour = 60 * minute
const gibibyte = 1024 ** 3
const working = { endedAgo: 20_000, isFailing: false }
const well: HealthFacts = {
  office: 'open',
  writing: working,
  clockwork: working,
  delivery: working,
  mail: { hasServer: true, dueFor: null, failed: 0 },
  disk: { free: 50 * gibibyte, all: 100 * gibibyte },
  backup: { isNightly: true, verifiedAgo: 5 * hour, isFailing: false },
}

test('a desk that is well says so in each line, and on the whole', () => {
  const health = healthOf(well)
  expect(worstOf(health)).toBe('ok')
  expect(health).toEqual({
    database: { state: 'ok', sentence: 'The database took a write 20 seconds ago.' },
    clockwork: { state: 'ok', sentence: 'The clockwork ran 20 seconds ago.' },
    mail: { state: 'ok', sentence: 'No mail is late, and none has failed.' },
    disk: { state: 'ok', sentence: '50.0 GiB of 100.0 GiB are free.' },
    backup: { state: 'ok', sentence: 'The last backup was read back 5 hours ago.' },
  })
})

const mail = (change: Partial<HealthFacts['mail']>) => ({ mail: { ...well.mail, ...change } })
const backup = (change: Partial<HealthFacts['backup']>) => ({ backup: { ...well.backup, ...change } })
const late = (endedAgo: number | null, isFailing = false) => ({ endedAgo, isFailing })

test.each<[HealthName, string, Partial<HealthFacts>, RegExp]>([
  ['database', 'ok', { writing: late(null) }, /just started/],
  ['database', 'fail', { writing: late(1000, true) }, /takes no writes/],
  ['database', 'fail', { writing: late(6 * minute) }, /6 minutes ago/],
  ['database', 'warn', { office: 'read-only' }, /read-only until an administrator has looked/],
  ['clockwork', 'ok', { clockwork: late(null) }, /just started/],
  ['clockwork', 'fail', { clockwork: late(null, true) }, /has failed since/],
  ['clockwork', 'warn', { clockwork: late(20_000, true) }, /ran 20 seconds ago/],
  ['clockwork', 'warn', { clockwork: late(6 * minute) }, /ran 6 minutes ago/],
  ['clockwork', 'fail', { clockwork: late(31 * minute) }, /ran 31 minutes ago/],
  ['mail', 'ok', mail({ dueFor: 10 * minute }), /No mail is late/],
  ['mail', 'warn', mail({ dueFor: 16 * minute }), /due for 16 minutes/],
  ['mail', 'fail', mail({ dueFor: 7 * hour }), /due for 7 hours and does not go/],
  ['mail', 'warn', mail({ failed: 1 }), /^1 mail waits for a person/],
  ['mail', 'warn', mail({ failed: 3 }), /^3 mails wait for a person/],
  ['mail', 'warn', mail({ hasServer: false }), /nobody receives it/],
  ['mail', 'warn', { delivery: late(1000, true) }, /last round of mail delivery failed/],
  ['mail', 'warn', { office: 'read-only' }, /No mail goes/],
  ['mail', 'ok', { office: 'sample', ...mail({ hasServer: false }) }, /sends no mail/],
  ['disk', 'warn', { disk: { free: 0.9 * gibibyte, all: 10 * gibibyte } }, /0\.9 GiB/],
  ['disk', 'warn', { disk: { free: 4 * gibibyte, all: 100 * gibibyte } }, /4\.0 GiB/],
  ['disk', 'fail', { disk: { free: 0.1 * gibibyte, all: 100 * gibibyte } }, /0\.1 GiB/],
  ['backup', 'warn', backup({ verifiedAgo: null }), /No backup .* was ever/],
  ['backup', 'warn', backup({ verifiedAgo: 27 * hour }), /27 hours ago/],
  ['backup', 'fail', backup({ verifiedAgo: 73 * hour }), /3 days ago/],
  ['backup', 'warn', backup({ isFailing: true }), /last try at a backup failed/],
  ['backup', 'ok', backup({ isNightly: false, verifiedAgo: 7 * 24 * hour }), /7 days ago/],
  ['backup', 'warn', backup({ isNightly: false, verifiedAgo: 9 * 24 * hour }), /9 days ago/],
])('%s is %s when %j', (name, state, change, sentence) => {
  const health = healthOf({ ...well, ...change })
  expect(health[name]).toEqual({ state, sentence: expect.stringMatching(sentence) })
  expect(['ok', state]).toContain(worstOf({ ...healthOf(well), [name]: health[name] }))
})

describe('before an office is set up', () => {
  test('nothing is wrong but what is wrong with the machine', () => {
    const health = healthOf({
      ...well,
      office: 'none',
      writing: late(null),
      clockwork: late(null),
      ...mail({ hasServer: false }),
      ...backup({ verifiedAgo: null }),
    })
    expect(worstOf(health)).toBe('ok')
    expect(worstOf(healthOf({ ...well, office: 'none', disk: { free: 0, all: 1 } }))).toBe('fail')
  })
})
