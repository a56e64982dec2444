import { labelOf } from '#lib/kinds.ts'
import { refusals } from '#lib/result.ts'

const items = (list: readonly string[]) => list.map((item) => `“${labelOf('checkItems', item)}”`).join(', ')

const states: Record<string, string> = {
  accepted: 'The paper is accepted already.',
  'accepted-in-part': 'The paper is accepted in part already.',
  deficient: 'The paper was found deficient. When it is cured, reopen it; then it is judged anew.',
  rejected: 'The paper was rejected.',
  referred: 'The paper was referred: it is not for this desk.',
  withdrawn: 'The subpoena was withdrawn.',
  closed: 'The subpoena is closed.',
}

export const refuse = refusals({
  'judged-already': ({ judgement }: { judgement: string }) => states[judgement] ?? 'It is judged already.',
  governmental: () =>
    'A demand of a government is not for this desk: counsel refers it, and it is neither accepted nor rejected here.',
  'no-targets': () => 'No target stands on file. Add at least one, or find the paper deficient.',
  'not-judged': ({ list }: { list: readonly string[] }) =>
    list.length > 4
      ? `${list.length} items of the checklist are not judged.`
      : `Not judged yet: ${items(list)}.`,
  'checks-failed': ({ list }: { list: readonly string[] }) => `The paper failed: ${items(list)}.`,
  'content-failed': () =>
    'The paper asks for contents of communications: accept it in part, and the contents are refused by letter.',
  'nothing-to-refuse': () =>
    'No content is asked for by the checklist, so nothing would be refused: accept the paper wholly.',
  'terms-not-asked': () => 'The terms of compensation were not sent yet.',
  'terms-refused': () =>
    'The terms of compensation were refused. Send them again, waive them, or reject the paper.',
  'answer-by-past': () => 'A day that has passed leaves nobody time to mend the paper.',
  'nothing-to-reopen': () =>
    'There is nothing to reopen: the paper is not deficient, rejected, referred or closed.',
  'withdrawn-stays': () =>
    'A withdrawn subpoena stays withdrawn, since subscribers may have been told so. Log the new paper when it is served.',
  'counsel-reopens': () => 'Only counsel reopens this; intake reopens a deficient paper that was cured.',
  'still-open': ({ stage }: { stage: string }) =>
    `It is still open (${stage.toLowerCase()}). Only what was answered, rejected, withdrawn or referred is closed.`,
  'closed-already': () => 'It is closed already.',
  'production-not-left': ({ production }: { production: number }) =>
    `Production ${production} was released and has not left. Ship it, or wait until the mail server has taken its mail.`,
  'charges-unbilled': () => 'Work on it is not billed yet. Bill it, or drop the charges with a reason.',
  'invoice-unpaid': () => 'An invoice is not settled yet: paid, credited or written off.',
})
