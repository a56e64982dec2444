import { actorOrNone } from '#app/_auth/actor.ts'
import { downloadOf } from '#app/_files/download.ts'
import { casePaper } from '#db/queries/case_papers.ts'
import { NotAllowed } from '#lib/access/actor.ts'

type Asked = { params: Promise<{ reference: string; sha256: string }> }

/** A paper of the case as it came: download only, for those who see the case. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const actor = await actorOrNone()
  if (!actor) return said(401, 'Sign in first.')
  const { reference, sha256 } = await params
  try {
    const paper = await casePaper(actor, reference, sha256)
    return paper ? downloadOf(paper) : said(404, 'There is no such paper on this subpoena.')
  } catch (error) {
    if (error instanceof NotAllowed) return said(403, error.message)
    throw error
  }
}

const said = (status: number, sentence: string) =>
  new Response(`${sentence}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
