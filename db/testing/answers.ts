import type { Result } from '#lib/result.ts'

/** @throws Error with the sentence when the command said no: a story goes on only when each step was taken. */
export async function done<Value>(answer: Promise<Result<Value>>): Promise<Value> {
  const result = await answer
  if (result.ok) return result.value
  const { sentence, fields, blockers } = result.refusal
  throw new Error([sentence, fields, blockers].map((part) => (part ? JSON.stringify(part) : '')).join(' '))
}

/** The kind of the refusal; "done" where there was none. */
export async function said(answer: Promise<Result<unknown>>): Promise<string> {
  const result = await answer
  return result.ok ? 'done' : result.refusal.kind
}
