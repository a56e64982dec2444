import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { found, importsOf, isOurs, isTest, rawSql, sourcesIn, targetOf, textOf } from './bin/test/sources.ts'

/**
 * The architecture document: what may know what, and the few things that nobody may write.
 *
 *   app  what people see and press          may import db and lib; its visual parts (_ui) only lib
 *   db   what the office remembers          may import lib
 *   lib  what the office knows, pure rules  imports neither, and no clock, disk or network
 *   bin  the commands; e2e, bench           may import all of them
 */
const arrows: Record<string, readonly string[]> = {
  lib: ['lib'],
  db: ['db', 'lib'],
  'app/_ui': ['app/_ui', 'lib'],
  app: ['app', 'app/_ui', 'db', 'lib'],
  bin: ['bin', 'app', 'db', 'lib'],
  e2e: ['e2e', 'bin', 'app', 'db', 'lib'],
  bench: ['bench', 'bin', 'app', 'db', 'lib'],
}

/** Packages that compute and do nothing else: all that a rule may lean on. */
const purePackages = ['fontkit', 'pdfkit', 'temporal-polyfill', 'zod', 'node:buffer', 'node:crypto']
const testPackages = ['vitest', 'fast-check', 'node:']

/** Over 200 lines, each for a reason. */
const longOnes: Record<string, string> = {}

const root = import.meta.dirname
/** One file holds bad examples in quotes. */
const files = ['lib', 'db', 'app', 'bin', 'e2e', 'bench']
  .flatMap(sourcesIn)
  .filter((file) => file !== 'bin/test/sources.test.ts')
const rules = files.filter((file) => file.startsWith('lib/') && !isTest(file))

/** Each thing that `of` finds in one of the files, with the file's name: what a failing test prints. */
function offences(among: readonly string[], of: (file: string) => readonly string[]): string[] {
  return among.flatMap((file) => of(file).map((what) => `${file}: ${what.trim()}`))
}

function layerOf(file: string): string {
  return file.startsWith('app/_ui/') ? 'app/_ui' : (file.split('/')[0] ?? '')
}

describe('the arrows', () => {
  test('enough files were looked at for the rest to mean something', () => {
    const count = (folder: string) => files.filter((file) => file.startsWith(folder)).length
    expect(count('lib/')).toBeGreaterThan(60)
    expect(count('db/')).toBeGreaterThan(30)
    expect(count('app/')).toBeGreaterThan(30)
    expect(files.flatMap((file) => importsOf(textOf(file))).length).toBeGreaterThan(500)
    expect(
      files.flatMap((file) => importsOf(textOf(file)).map((name) => targetOf(file, name))).filter(Boolean)
        .length,
    ).toBeGreaterThan(300)
  })

  test('lib imports lib, db imports lib too, app imports both, and its visual parts only lib', () => {
    expect(
      offences(files, (file) =>
        importsOf(textOf(file)).filter((name) => {
          const target = targetOf(file, name)
          return target !== null && !(arrows[layerOf(file)] ?? []).includes(layerOf(target))
        }),
      ),
    ).toEqual([])
  })

  test('lib leans on nothing that reaches a clock, a disk or a network', () => {
    expect(
      offences(files, (file) => {
        if (!file.startsWith('lib/')) return []
        const allowed = isTest(file) ? [...purePackages, ...testPackages] : purePackages
        return importsOf(textOf(file)).filter(
          (name) => !isOurs(name) && !allowed.some((one) => name.startsWith(one)),
        )
      }),
    ).toEqual([])
    const impure =
      /\bnew Date\(\)|\bDate\.now\b|\bTemporal\.Now\b|\bperformance\.now\b|\bMath\.random\b|\bprocess\.|\bfetch\(/
    expect(offences(rules, (file) => found(textOf(file), impure))).toEqual([])
  })

  test('the launcher runs before anything is installed: it imports nothing but Node', () => {
    const launcher = files.filter((file) => /^bin\/(launch\/)?[^/]+\.mjs$/.test(file) && !isTest(file))
    expect(launcher.length).toBeGreaterThan(10)
    expect(
      offences(launcher, (file) =>
        importsOf(textOf(file)).filter((name) => !/^(node:|\.)/.test(name) && !name.endsWith('.ts')),
      ),
    ).toEqual([])
  })

  test('only db/columns.ts knows how a dialect spells its columns', () => {
    expect(
      offences(files, (file) =>
        file === 'db/columns.ts'
          ? []
          : importsOf(textOf(file)).filter((name) => /^drizzle-orm\/\w+-core/.test(name)),
      ),
    ).toEqual([])
  })

  test('imports of ours carry their extension and name a file that is there, and nobody writes @/', () => {
    expect(
      offences(files, (file) =>
        importsOf(textOf(file)).filter((name) => {
          const target = targetOf(file, name)
          return name.startsWith('@/') || (target !== null && !existsSync(join(root, target)))
        }),
      ),
    ).toEqual([])
  })
})

describe('the database', () => {
  const asking = files.filter((file) => /^db\/(queries|commands)\//.test(file) && !isTest(file))

  test('is awaited, never asked in the way of one driver', () => {
    expect(asking.length).toBeGreaterThan(15)
    expect(
      offences(asking, (file) => found(textOf(file), /(?<!\bPromise)\.(all|run)\(|\.get\(\s*(\)|\{)/)),
    ).toEqual([])
  })

  test('is asked in words of both engines, and what raw SQL returns is mapped', () => {
    expect(
      offences(asking, (file) =>
        found(textOf(file), /\b(json_\w+|strftime|julianday|unixepoch|datetime)\s*\(/),
      ),
    ).toEqual([])
    expect(
      offences(asking, (file) => rawSql(textOf(file)).filter((use) => !use.includes('.mapWith('))),
    ).toEqual([])
  })

  test('has no clock of its own: now and today are given', () => {
    expect(
      offences(asking, (file) => found(textOf(file), /\bnew Date\(\)|\bDate\.now\b|\bTemporal\.Now\b/)),
    ).toEqual([])
  })
})

describe('the house', () => {
  test('has no drawers', () => {
    const drawers = /\/(utils?|helpers?|common|services?|types|misc|shared|repositories)(\/|\.tsx?$)/
    expect(files.filter((file) => drawers.test(`/${file}`))).toEqual([])
  })

  test('has files that a person reads in one sitting', () => {
    // A table of cases is read by the row, so a test may be longer.
    const most = (file: string) => (isTest(file) ? 400 : 200)
    const long = files.filter((file) => textOf(file).split('\n').length > most(file) + 1)
    expect(long.filter((file) => !longOnes[file])).toEqual([])
    expect(Object.keys(longOnes).filter((file) => !long.includes(file))).toEqual([])
  })

  test('has names in small letters with low lines, but where Next gives the name', () => {
    const given = /^(not-found|global-error)\.tsx$/
    expect(
      files
        .map((file) => basename(file))
        .filter((name) => !/^[a-z0-9_]+(\.[a-z]+)+$/.test(name) && !given.test(name)),
    ).toEqual([])
  })

  test('has no proxy.ts: it cuts large uploads short; bin/serve stands in front instead', () => {
    const refused = ['proxy.ts', 'middleware.ts', 'app/proxy.ts', 'app/middleware.ts']
    expect(refused.filter((file) => existsSync(join(root, file)))).toEqual([])
  })
})
