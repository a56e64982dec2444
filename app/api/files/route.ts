import { actorAllowed } from '#app/_auth/actor.ts'
import { storeSentFile } from '#app/_files/uploads.ts'
import { referencesOfPaper } from '#db/queries/duplicates.ts'
import { reader } from '#db/tx.ts'
import { type Actor, caseReaders, isPermitted } from '#lib/access/actor.ts'

const statuses: Record<string, number> = { 'not-permitted': 403, 'file-too-large': 413, 'disk-full': 507 }

/** Takes one file in; forms then name it by its hash, so that no error loses it. Answers JSON. */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorAllowed()
  if (actor instanceof Response) return refused(actor.status)
  const stored = await storeSentFile(actor, request)
  if (!stored.ok) {
    const { kind, sentence } = stored.refusal
    return Response.json({ refusal: { kind, sentence } }, { status: statuses[kind] ?? 422 })
  }
  const { sha256, name, size, pages, contentType } = stored.value
  return Response.json({ sha256, name, size, pages, contentType, logged: await loggedAs(actor, sha256) })
}

function refused(status: number): Response {
  const refusal =
    status === 401
      ? { kind: 'signed-out', sentence: 'Your session has ended. Sign in again, and choose the file again.' }
      : { kind: 'not-permitted', sentence: 'This is not for your role.' }
  return Response.json({ refusal }, { status })
}

/** The subpoenas that were logged with this very paper, for who may know. */
async function loggedAs(actor: Actor, sha256: string): Promise<string[]> {
  return isPermitted(actor, caseReaders) ? referencesOfPaper(reader(), sha256, null) : []
}
