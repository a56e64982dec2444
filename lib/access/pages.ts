import { type Actor, caseReaders, isPermitted, moneyReaders, type Permission, staff } from './actor.ts'

/**
 * Who may open which page behind the sign-in, and ask which route. The first line that fits a path decides, so what is
 * narrower stands above. `*` is any one part of a path, `/**` at the end is the path itself and whatever follows it.
 * What fits no line is for nobody. A page may still say no where a command or a query is for fewer.
 */
export const pages: readonly (readonly [pattern: string, may: readonly Permission[]])[] = [
  ['/', ['anyone']],
  ['/today', ['anyone']],
  ['/history', staff],
  ['/account/**', ['anyone']],
  ['/subpoenas/new', ['intake']],
  ['/subpoenas/*/invoice', moneyReaders],
  ['/subpoenas/*/charge', [...caseReaders, 'billing']],
  // Billing has the same page without the case; what lies under it is the case.
  ['/subpoenas/*', [...caseReaders, 'billing']],
  ['/subpoenas/**', caseReaders],
  ['/invoices/**', moneyReaders],
  ['/requesters/**', [...caseReaders, 'billing']],
  ['/mail/**', [...caseReaders, 'billing', 'administrator']],
  ['/settings/people/**', ['administrator', 'auditor']],
  ['/settings/machines', ['administrator', 'auditor']],
  ['/settings/api', staff],
  ['/settings/**', ['administrator', 'auditor', 'counsel']],
  ['/api/files', ['intake', 'custodian', 'counsel']],
]

const known = pages.map(([pattern, may]) => ({ pattern, may, fits: fitting(pattern) }))

/** The line that decides about a path, without its query; null where there is none. */
export function ruleOf(
  path: string,
): { readonly pattern: string; readonly may: readonly Permission[] } | null {
  const parts = partsOf(path)
  return (parts && known.find(({ fits }) => fits(parts))) ?? null
}

/** Whether the actor may open the page at a path, written as it was asked for: with its query, if it has one. */
export function mayOpen(actor: Actor, path: string): boolean {
  const rule = ruleOf(path.split(/[?#]/, 1)[0] ?? '')
  return rule !== null && isPermitted(actor, rule.may)
}

/** Null for a path that another reader might take for another one: "/a/../b", "/a//b", "/a%2Fb". */
function partsOf(path: string): string[] | null {
  if (path === '/') return []
  if (!path.startsWith('/')) return null
  const parts = path.slice(1).split('/').map(decoded)
  return parts.every((part) => part !== null && !/^\.{0,2}$|[/\\]/.test(part)) ? (parts as string[]) : null
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

function fitting(pattern: string): (parts: readonly string[]) => boolean {
  const open = pattern.endsWith('/**')
  const wanted = (open ? pattern.slice(0, -3) : pattern).split('/').filter(Boolean)
  return (parts) =>
    (open ? parts.length >= wanted.length : parts.length === wanted.length) &&
    wanted.every((part, index) => part === '*' || part === parts[index])
}
