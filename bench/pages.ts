import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { type Figure, sideBySide } from './measure.ts'
import { deskOver, floor, type RunningServer } from './servers.ts'

const lists: readonly (readonly [string, string])[] = [
  ['Today', '/today'],
  ['Subpoenas', '/subpoenas'],
  ['All subpoenas', '/subpoenas?stage=all'],
  ['Search', '/subpoenas?text=Quillon'],
  ['Invoices', '/invoices'],
  ['Requesters', '/requesters'],
  ['Mail', '/mail'],
  ['History', '/history'],
]

/** The same pages in either office; their details are those of a paper that came as far as it can. */
function pagesOf(folder: string): (readonly [string, string])[] {
  const database = new Sqlite(join(folder, 'office', 'office.sqlite'), { readonly: true })
  const [found] = database
    .prepare(
      `SELECT s.reference, i.number FROM subpoenas s JOIN invoices i ON i.subpoena_id = s.id
       JOIN allocations a ON a.invoice_id = i.id ORDER BY s.id DESC LIMIT 1`,
    )
    .all() as { reference: string; number: string }[]
  database.close()
  if (!found) throw new Error('There is no paid invoice in the office.')
  return [
    ...lists,
    ['One subpoena', `/subpoenas/${found.reference}`],
    ['One invoice', `/invoices/${found.number}`],
  ]
}

/** The floor's page with as much text, in as many rows and columns, as a page of ours shows. */
function floorPath(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
  const shown = main.replaceAll(/<(script|style|svg)[\s\S]*?<\/\1>/g, '')
  const texts = shown.split(/<[^>]*>/).filter((text) => text.trim() !== '')
  const letters = texts.reduce((sum, text) => sum + text.length, 0)
  const perRow = [...shown.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) => row.split(/<t[dh][\s>]/).length - 1)
  const columns = Math.max(2, ...perRow)
  const rows = Math.ceil(texts.length / columns)
  return `/table/${rows}/${columns}/${Math.max(1, Math.round(letters / texts.length))}`
}

async function whole(server: RunningServer, path: string): Promise<string> {
  const { status, body } = await server.ask(path)
  if (status !== 200) throw new Error(`${path} answered ${status}.`)
  return body.toString('utf8')
}

/** Every list and detail page of a small office and a large one, and of the floor, one request at a time in turns. */
export async function pageFigures(
  folders: { readonly small: string; readonly large: string },
  rounds: number,
): Promise<Figure[]> {
  const servers: RunningServer[] = []
  try {
    for (const start of [() => deskOver(folders.small), () => deskOver(folders.large), floor]) {
      servers.push(await start())
    }
    const [small, large, bare] = servers as [RunningServer, RunningServer, RunningServer]
    const largePaths = new Map(pagesOf(folders.large))
    const figures: Figure[] = []
    const weights: Figure[] = []
    for (const [what, path] of pagesOf(folders.small)) {
      const html = await whole(small, path)
      const floorPage = floorPath(html)
      const works = [
        () => whole(bare, floorPage),
        () => whole(small, path),
        () => whole(large, largePaths.get(what) ?? path),
      ]
      const [least = 1, own = 0, grown = 0] = await sideBySide(works, rounds, 8)
      const against = `a bare Next page of ${floorPage.split('/').slice(2, 4).join(' × ')} cells`
      figures.push({ what, against, value: own / least, limit: 1.5, unit: '×' })
      figures.push({
        what,
        against: 'itself, at 100,000 against 1,000',
        value: grown / own,
        limit: 1.3,
        unit: '×',
      })
      weights.push(await weightOf(what, html, small))
    }
    return [...figures, ...weights]
  } finally {
    for (const server of servers) await server.stop()
  }
}

/** Script and style that a page asks for, compressed. */
async function weightOf(what: string, html: string, server: RunningServer): Promise<Figure> {
  const asked = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css)[^"]*)"/g)]
  let bytes = 0
  for (const path of new Set(asked.map(([, path = '']) => path))) {
    const { status, headers, body } = await server.ask(path, { 'accept-encoding': 'gzip' })
    if (status !== 200) throw new Error(`${path} answered ${status}.`)
    bytes += headers['content-encoding'] === 'gzip' ? body.length : gzipSync(body).length
  }
  const against = 'script and style, compressed'
  return { what, against, value: bytes / 1000, limit: 210, unit: 'kB' }
}
