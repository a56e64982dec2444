import { type Column, or, type SQL, sql } from 'drizzle-orm'

/**
 * Whether a column holds the word somewhere, capitals apart. The marks that `like` reads as any letters mean
 * themselves. (SQLite's `like` is blind to capitals; PostgreSQL's word for that is `ilike`.)
 */
export function containing(column: Column, word: string): SQL | undefined {
  return or(
    ...spellings(word).map((spelling) => {
      const pattern = `%${spelling.replace(/[\\%_]/g, '\\$&')}%`
      return sql`${column} like ${pattern} escape '\\'`
    }),
  )
}

/** SQLite knows the capitals of ASCII alone, so words with other letters are looked for small, large and as typed. */
function spellings(word: string): string[] {
  if (/^[\x20-\x7e]*$/.test(word)) return [word]
  const [first = '', ...rest] = [...word.toLowerCase()]
  const all = [word, word.toLowerCase(), word.toUpperCase(), first.toUpperCase() + rest.join('')]
  return [...new Set(all)]
}

/** The words of a search, the longest first: it is the rarest, and what it does not find need not be looked at again. */
export function wordsOf(text: string): string[] {
  const words = new Set(text.split(/\s+/).filter((word) => word !== ''))
  return [...words].sort((a, b) => b.length - a.length).slice(0, 8)
}
