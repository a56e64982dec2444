import { actorAllowed } from '#app/_auth/actor.ts'
import { downloadOf } from '#app/_files/download.ts'
import { servedPaperOf } from '#db/queries/particulars.ts'

type Asked = { params: Promise<{ reference: string }> }

/** The served paper as it came: download only, for those who see the case. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const actor = await actorAllowed()
  if (actor instanceof Response) return actor
  const paper = await servedPaperOf(actor, (await params).reference)
  return paper ? downloadOf(paper) : new Response('There is no such subpoena.\n', { status: 404 })
}
