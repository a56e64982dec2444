const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const places = new Map(rows.flatMap((row, y) => [...row].map((key, x) => [key, { x, y }] as const)))

/** Fewer keys in a row than this are no walk: most words have two neighbours somewhere. */
const shortestWalk = 3

/**
 * Whether a password in small letters is made of walks along the keys or the alphabet, each of three keys or more on
 * average: "qwer1234", "1q2w3e4r", "zaq12wsx", "11223344"; or of two such walks in turn: "a1b2c3d4".
 */
export function isKeyWalk(small: string): boolean {
  const signs = [...small]
  const every = (rest: number) => signs.filter((_, index) => index % 2 === rest)
  return isWalked(signs) || (signs.length >= 8 && isWalked(every(0), 4) && isWalked(every(1), 4))
}

function isWalked(signs: readonly string[], average = shortestWalk): boolean {
  const turns = signs.filter((sign, index) => index > 0 && !isStep(signs[index - 1] ?? '', sign)).length
  return signs.length >= average * (turns + 1)
}

/** To the same key, one beside it, or the next letter or figure. */
function isStep(from: string, to: string): boolean {
  const [here, there] = [places.get(from), places.get(to)]
  if (here && there && Math.abs(here.x - there.x) <= 1 && Math.abs(here.y - there.y) <= 1) return true
  const isPlain = /^[a-z0-9]{2}$/.test(from + to)
  return from === to || (isPlain && Math.abs((from.codePointAt(0) ?? 0) - (to.codePointAt(0) ?? 0)) === 1)
}
