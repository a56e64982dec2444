import type { z } from 'zod'

/** Everything typed is kept in Unicode's composed form, so that one name is one string. */
export function normalised(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').replaceAll('\r\n', '\n')
  if (Array.isArray(value)) return value.map(normalised)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, normalised(member)]))
  }
  return value
}

/** The first sentence for each field at fault, by its path: "targets.0.identifier". @param given What was parsed. */
export function faults(error: z.ZodError, given: unknown): Record<string, string> {
  const found: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.path.join('.')
    found[path] ??= sentenceOf(issue, given)
  }
  return found
}

function sentenceOf(issue: z.core.$ZodIssue, given: unknown): string {
  if (issue.code === 'invalid_type') {
    if (valueAt(given, issue.path) === undefined) return 'This is needed.'
    // A whole number is a type of its own, and says what it wants.
    return issue.message.startsWith('Invalid input') ? 'This cannot be read here.' : issue.message
  }
  if (issue.code === 'unrecognized_keys') return `There is no such field: ${issue.keys.join(', ')}.`
  if (issue.code === 'invalid_union') return 'This cannot be read here.'
  return issue.message
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? value[name as keyof typeof value] : undefined,
    given,
  )
}
