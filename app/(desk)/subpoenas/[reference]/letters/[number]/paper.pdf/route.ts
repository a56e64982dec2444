import { ourPaper } from '#app/_files/our_paper.ts'
import { requesterLetterPaper } from '#db/queries/requester_letters.ts'

type Asked = { params: Promise<{ reference: string; number: string }> }

/** A letter to who served the paper, as it was issued. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { reference, number } = await params
  return ourPaper(request, (actor) => requesterLetterPaper(actor, reference, Number(number)))
}
