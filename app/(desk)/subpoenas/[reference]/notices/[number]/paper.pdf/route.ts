import { actorOrNone } from '#app/_auth/actor.ts'
import { noticePaper } from '#db/queries/notices.ts'
import { NotAllowed } from '#lib/access/actor.ts'

type Asked = { params: Promise<{ reference: string; number: string }> }

/** The printed notice. It names the subscriber, so the look at who they are is recorded before. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const actor = await actorOrNone()
  if (!actor) return said(401, 'Sign in first.')
  const { reference, number } = await params
  try {
    const bytes = await noticePaper(actor, reference, Number(number))
    if (!bytes)
      return said(404, 'There is no such letter, or say first on its page that you look at who it is for.')
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `inline; filename="${reference}-notice-${Number(number)}.pdf"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof NotAllowed) return said(403, error.message)
    throw error
  }
}

const said = (status: number, sentence: string) =>
  new Response(`${sentence}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
