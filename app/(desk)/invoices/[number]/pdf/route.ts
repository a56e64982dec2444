import { ourPaper } from '#app/_files/our_paper.ts'
import { invoicePaperOf } from '#db/queries/our_papers.ts'

type Asked = { params: Promise<{ number: string }> }

/** The invoice as it was issued. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { number } = await params
  return ourPaper(request, (actor) => invoicePaperOf(actor, number))
}
