import { AsyncLocalStorage } from 'node:async_hooks'

type Asking = { actor: number | null }

/** On globalThis, since the server and Next's bundles must mean the same request. */
const place = globalThis as { subpoenaDeskAsking?: AsyncLocalStorage<Asking> }
place.subpoenaDeskAsking ??= new AsyncLocalStorage<Asking>()
const asking = place.subpoenaDeskAsking

/** Answers a request; `answer` is given what the log will say of who asked. */
export function whileAsking<Answer>(answer: (asked: Readonly<Asking>) => Answer): Answer {
  const asked: Asking = { actor: null }
  return asking.run(asked, () => answer(asked))
}

/** Says for the log whose request this is: by row, never by name. */
export function noteActor(id: number): void {
  const asked = asking.getStore()
  if (asked) asked.actor = id
}
