import { actorAllowed } from '#app/_auth/actor.ts'
import type { OurPaper } from '#db/queries/our_papers.ts'
import { type Actor, NotAllowed } from '#lib/access/actor.ts'

/**
 * One of our own papers, shown in the browser as it was issued: what we drew ourselves may stand beside its record.
 * Asked with `?download`, it is saved instead.
 */
export async function ourPaper(
  request: Request,
  ask: (actor: Actor) => Promise<OurPaper | null>,
): Promise<Response> {
  const actor = await actorAllowed()
  if (actor instanceof Response) return actor
  try {
    const paper = await ask(actor)
    return paper
      ? shown(paper, new URL(request.url).searchParams.has('download'))
      : said(404, 'There is no such paper.')
  } catch (error) {
    if (error instanceof NotAllowed) return said(403, error.message)
    throw error
  }
}

function shown({ name, bytes }: OurPaper, isDownload: boolean): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.length),
      // Our own numbers only: no letter in it needs quoting.
      'Content-Disposition': `${isDownload ? 'attachment' : 'inline'}; filename="${name}"`,
    },
  })
}

const said = (status: number, sentence: string) =>
  new Response(`${sentence}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
