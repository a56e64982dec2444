import { ourPaper } from '#app/_files/our_paper.ts'
import { noticePaper } from '#db/queries/notices.ts'

type Asked = { params: Promise<{ reference: string; number: string }> }

/** The printed notice. It names the subscriber, so the look at who they are is recorded before. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { reference, number } = await params
  return ourPaper(request, (actor) => noticePaper(actor, reference, Number(number)))
}
