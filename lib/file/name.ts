import { composed } from '#lib/composed.ts'

const longest = 150
/** A stranger may call a file whatever they like; the end of it holds its name. */
const mostRead = 4000

/**
 * A file's name as we keep and show it: the last part of a path, in Unicode's composed form, without control characters
 * and without marks that turn the reading direction. It is never a path of ours: files are stored under their hash.
 */
export function cleanFileName(given: string): string {
  const last =
    composed(given.slice(-mostRead))
      .split(/[/\\]/)
      .findLast((part) => part.trim() !== '') ?? ''
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\ufffe\uffff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+/, '')
  return shortened(clean) || 'paper'
}

/** Keeps the ending, since it says what the file is. */
function shortened(name: string): string {
  const letters = [...name]
  if (letters.length <= longest) return name
  const extension = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''
  const kept = letters.slice(0, longest - extension.length - 1).join('')
  return `${kept}…${extension}`
}

/**
 * The header that makes a browser save a file under its name and never show it.
 *
 * Source: RFC 6266 with RFC 8187: a plain form for old programs, and the name itself, percent-encoded.
 */
export function attachmentDisposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** "1.2 MB", "340 kB": sizes as people say them, in binary multiples. */
export function sizeText(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / (1024 * 1024)).toFixed(1)} MB`
  return `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en-US')} kB`
}

/** "11 pages, 1.2 MB": what a stored file is said to be beside its name. Null pages could not be counted. */
export function paperWords({
  size,
  pages,
}: {
  readonly size: number
  readonly pages: number | null
}): string {
  const counted = pages === null ? 'pages not counted' : pages === 1 ? '1 page' : `${pages} pages`
  return `${counted}, ${sizeText(size)}`
}

/** "4c1f9e07…a90e": enough of a hash to compare by eye. */
export const shortHash = (sha256: string): string => `${sha256.slice(0, 8)}…${sha256.slice(-4)}`
