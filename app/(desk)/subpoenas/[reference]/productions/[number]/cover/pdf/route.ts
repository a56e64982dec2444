import { ourPaper } from '#app/_files/our_paper.ts'
import { productionPaperOf } from '#db/queries/our_papers.ts'

type Asked = { params: Promise<{ reference: string; number: string }> }

/** The cover letter, or the letter that there are no records. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { reference, number } = await params
  return ourPaper(request, (actor) => productionPaperOf(actor, reference, Number(number), 'cover'))
}
