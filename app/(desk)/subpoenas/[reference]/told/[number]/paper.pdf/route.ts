import { ourPaper } from '#app/_files/our_paper.ts'
import { endedLetterPaper } from '#db/queries/notices.ts'

type Asked = { params: Promise<{ reference: string; number: string }> }

/** The letter that tells a subscriber that the paper has ended; it names them, as the notice does. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { reference, number } = await params
  return ourPaper(request, (actor) => endedLetterPaper(actor, reference, Number(number)))
}
