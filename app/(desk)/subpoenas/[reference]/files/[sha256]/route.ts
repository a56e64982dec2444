import { actorAllowed } from '#app/_auth/actor.ts'
import { downloadOf } from '#app/_files/download.ts'
import { casePaper } from '#db/queries/case_papers.ts'

type Asked = { params: Promise<{ reference: string; sha256: string }> }

/** A paper of the case as it came: download only, for those who see the case. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const actor = await actorAllowed()
  if (actor instanceof Response) return actor
  const { reference, sha256 } = await params
  const paper = await casePaper(actor, reference, sha256)
  return paper
    ? downloadOf(paper)
    : new Response('There is no such paper on this subpoena.\n', { status: 404 })
}
