import { ourPaper } from '#app/_files/our_paper.ts'
import { creditMemoPaperOf } from '#db/queries/our_papers.ts'

type Asked = { params: Promise<{ memo: string }> }

/** A credit memo as it was issued. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { memo } = await params
  return ourPaper(request, (actor) => creditMemoPaperOf(actor, memo))
}
