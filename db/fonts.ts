import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create } from 'fontkit'
import type { Face, FontProgram, FontSet, Voice } from '#lib/documents/fonts.ts'
import { unwrapWoff } from './woff.ts'

type Style = { readonly weight: 400 | 600; readonly slant: 'normal' | 'italic' }
type Family = { readonly name: string; readonly style: Style }
/** One file of a family with the code points that it says it has, as pairs of first and last. */
type Slice = { readonly file: string; readonly ranges: readonly (readonly [number, number])[] }
type Store = {
  readonly folder: string
  readonly slices: Map<string, readonly Slice[]>
  readonly faces: Map<string, Face>
  readonly found: Map<string, Face | null>
}

const upright = { weight: 400, slant: 'normal' } as const
const bold = { weight: 600, slant: 'normal' } as const

/** Where each voice looks, in order. Korean has no italic: it stands upright among slanted letters. */
const families: Record<Voice, readonly Family[]> = {
  serif: [
    { name: 'source-serif-4', style: upright },
    { name: 'noto-serif-kr', style: upright },
  ],
  'serif-italic': [
    { name: 'source-serif-4', style: { weight: 400, slant: 'italic' } },
    { name: 'noto-serif-kr', style: upright },
  ],
  'serif-bold': [
    { name: 'source-serif-4', style: bold },
    { name: 'noto-serif-kr', style: bold },
  ],
  sans: [
    { name: 'source-sans-3', style: upright },
    { name: 'noto-sans-kr', style: upright },
  ],
  'sans-bold': [
    { name: 'source-sans-3', style: bold },
    { name: 'noto-sans-kr', style: bold },
  ],
}

/**
 * The fonts of our papers, from the files of the `@fontsource` packages. A file is read when a text first needs it
 * (a Korean letter touches about ten, of 25 kB each) and then kept for the life of the process.
 *
 * @throws Error when the packages are not installed.
 */
export function fontSet(): FontSet {
  const store = openStore()
  return {
    font(voice, char) {
      const key = `${voice} ${char}`
      const known = store.found.get(key)
      if (known !== undefined) return known
      const face = search(store, voice, char.codePointAt(0) ?? 0)
      store.found.set(key, face)
      return face
    },
  }
}

function search(store: Store, voice: Voice, codePoint: number): Face | null {
  for (const family of families[voice]) {
    for (const slice of slicesOf(store, family.name)) {
      if (!slice.ranges.some(([first, last]) => codePoint >= first && codePoint <= last)) continue
      const face = faceOf(store, family, slice)
      if (face.program.hasGlyphForCodePoint(codePoint)) return face
    }
  }
  return null
}

function faceOf(store: Store, { name, style }: Family, slice: Slice): Face {
  const file = `${name}-${slice.file}-${style.weight}-${style.slant}`
  const known = store.faces.get(file)
  if (known) return known
  const woff = readFileSync(join(store.folder, name, 'files', `${file}.woff`))
  const face = { name: file, program: remembering(create(unwrapWoff(woff))) }
  store.faces.set(file, face)
  return face
}

type Run = { readonly glyphs: readonly unknown[]; readonly positions: readonly object[] }

const mostWords = 20_000

/**
 * Shapes each word once: fontkit takes a tenth of a millisecond for it, and letters are made of the same words. The
 * document that draws writes into the positions that it is given, so everybody gets copies of them.
 */
function remembering<Program extends FontProgram>(program: Program): Program {
  const shape = program.layout.bind(program) as unknown as (text: string, features?: unknown) => Run
  const known = new Map<string, Run>()
  function layout(text: string, features?: unknown): Run {
    if (features !== undefined) return shape(text, features)
    const run = known.get(text) ?? shape(text)
    if (known.size > mostWords) known.clear()
    known.set(text, run)
    return copied(run, { ...run, positions: run.positions.map((position) => copied(position, position)) })
  }
  return Object.assign(program, { layout })
}

function copied<Thing extends object>(thing: Thing, values: Thing): Thing {
  return Object.assign(Object.create(Object.getPrototypeOf(thing)), values)
}

/** Read from the package's list of `U+AC00-AC10` ranges, of which `latin` is the likeliest and stands last. */
function slicesOf(store: Store, family: string): readonly Slice[] {
  const known = store.slices.get(family)
  if (known) return known
  const listed: unknown = JSON.parse(readFileSync(join(store.folder, family, 'unicode.json'), 'utf8'))
  const slices = Object.entries(listed as Record<string, string>)
    .map(([name, ranges]) => ({ file: name.replace(/[[\]]/g, ''), ranges: ranges.split(',').map(rangeOf) }))
    .reverse()
  store.slices.set(family, slices)
  return slices
}

function rangeOf(text: string): [number, number] {
  const [first = '', last = first] = text.trim().slice(2).split('-')
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
}

/** Kept on globalThis, since Next's bundles do not share module variables. */
function openStore(): Store {
  const house = globalThis as { fontStore?: Store }
  house.fontStore ??= { folder: fontFolder(), slices: new Map(), faces: new Map(), found: new Map() }
  return house.fontStore
}

function fontFolder(): string {
  const roots = [process.cwd(), join(import.meta.dirname ?? '.', '..')]
  const folders = roots.map((root) => join(root, 'node_modules', '@fontsource'))
  const folder = folders.find((path) => existsSync(join(path, 'source-serif-4', 'unicode.json')))
  if (!folder) throw new Error('The fonts are missing: run npm install in the folder of the program.')
  return folder
}
