import { actorOrNone } from '#app/_auth/actor.ts'
import { downloadOf } from '#app/_files/download.ts'
import { servedPaperOf } from '#db/queries/particulars.ts'
import { NotAllowed } from '#lib/access/actor.ts'

type Asked = { params: Promise<{ reference: string }> }

/** The served paper as it came: download only, for those who see the case. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const actor = await actorOrNone()
  if (!actor) return said(401, 'Sign in first.')
  try {
    const paper = await servedPaperOf(actor, (await params).reference)
    return paper ? downloadOf(paper) : said(404, 'There is no such subpoena.')
  } catch (error) {
    if (error instanceof NotAllowed) return said(403, error.message)
    throw error
  }
}

const said = (status: number, sentence: string) =>
  new Response(`${sentence}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
