import { actorAllowed } from '#app/_auth/actor.ts'
import { noticePaper } from '#db/queries/notices.ts'

type Asked = { params: Promise<{ reference: string; number: string }> }

/** The printed notice. It names the subscriber, so the look at who they are is recorded before. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const actor = await actorAllowed()
  if (actor instanceof Response) return actor
  const { reference, number } = await params
  const bytes = await noticePaper(actor, reference, Number(number))
  if (!bytes) return new Response(`${notThere}\n`, { status: 404 })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${reference}-notice-${Number(number)}.pdf"`,
      'Cache-Control': 'no-store',
    },
  })
}

const notThere = 'There is no such letter, or say first on its page that you look at who it is for.'
