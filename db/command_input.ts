import type { z } from 'zod'
import { composed } from '#lib/composed.ts'

/** Everything typed is kept in Unicode's composed form, so that one name is one string. */
export function normalised(value: unknown): unknown {
  if (typeof value === 'string') return composed(value).replaceAll('\r\n', '\n')
  if (Array.isArray(value)) return value.map(normalised)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, normalised(member)]))
  }
  return value
}

/** The first sentence for each field at fault, by its path: "targets.0.identifier". */
export function faults(error: z.ZodError): Record<string, string> {
  const found: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.path.join('.')
    found[path] ??= sentenceOf(issue)
  }
  return found
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'This is needed.' : 'This cannot be read here.'
  if (issue.code === 'unrecognized_keys') return `There is no such field: ${issue.keys.join(', ')}.`
  if (issue.code === 'invalid_union') return 'This cannot be read here.'
  return issue.message
}
