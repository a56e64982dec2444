import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { PaperType } from '#lib/file/paper_type.ts'

const memory = 1_048_576 // kibibytes of data: node itself reserves half of it
const seconds = { ofProcessor: 20, byTheClock: 30 }
/** Beyond these the count is left out: a paper is logged without it rather than kept waiting. */
const mostWaiting = 4

/** The queue of one; on globalThis, since Next's bundles do not share module variables. */
const place = globalThis as { pageCounting?: { last: Promise<unknown>; waiting: number } }
place.pageCounting ??= { last: Promise.resolve(), waiting: 0 }
const queue = place.pageCounting

/**
 * How many pages a stored paper has, counted in a process of its own under limits of memory and time, one at a time.
 * Null: it could not be counted. A hostile paper costs half a minute and never stops anybody's work.
 */
export async function countPages(path: string, type: PaperType): Promise<number | null> {
  if (type === 'jpeg' || type === 'png') return 1
  if (queue.waiting >= mostWaiting) return null
  queue.waiting += 1
  const turn = queue.last.then(() => count(path, type)).catch(() => null)
  queue.last = turn
  try {
    return await turn
  } finally {
    queue.waiting -= 1
  }
}

async function count(path: string, type: 'pdf' | 'tiff'): Promise<number | null> {
  const paper = await open(path, 'r')
  try {
    return readCount(await said(type, paper.fd))
  } finally {
    await paper.close()
  }
}

function readCount(words: string): number | null {
  const pages = /^([1-9]\d{0,5})\n$/.exec(words)?.[1]
  return pages ? Number(pages) : null
}

function said(type: 'pdf' | 'tiff', paper: number): Promise<string> {
  const root = process.cwd()
  const child = join(root, 'app', '_background', 'reading', 'count_pages_child.ts')
  const readable = ['package.json', 'lib/file/*', 'app/_background/reading/*', 'node_modules/pdfjs-dist/*']
  const node = [
    process.execPath,
    '--permission',
    ...readable.map((name) => `--allow-fs-read=${join(root, name)}`),
    '--max-old-space-size=512',
    child,
    type,
  ]
  // The shell sets limits that the system keeps, whatever the paper makes the reader do; Windows has no such thing.
  const limited = `ulimit -c 0; ulimit -d ${memory} 2>/dev/null; ulimit -t ${seconds.ofProcessor}; exec "$@"`
  const words = process.platform === 'win32' ? node : ['/bin/sh', '-c', limited, 'sh', ...node]
  const [program = '', ...rest] = words
  return new Promise((resolve) => {
    const running = spawn(program, rest, {
      cwd: root,
      env: { NODE_ENV: 'production' },
      stdio: [paper, 'pipe', 'ignore'],
      timeout: seconds.byTheClock * 1000,
      killSignal: 'SIGKILL',
    }) as ChildProcessByStdio<null, Readable, null>
    let heard = ''
    running.stdout.setEncoding('utf8')
    running.stdout.on('data', (piece: string) => {
      heard = (heard + piece).slice(0, 100)
    })
    running.on('error', () => resolve(''))
    running.on('close', (code: number | null) => resolve(code === 0 ? heard : ''))
  })
}
