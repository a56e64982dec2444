import { type Actor, isPermitted, type Permission } from '#lib/access/actor.ts'
import { isAccepted } from '#lib/subpoena/facts.ts'
import { type CaseToday, isLive, pageOf } from './case_file.ts'

/** Something that may be done with a subpoena, and the page where it is. */
export type Verb = {
  readonly words: string
  readonly href: string
  /** A single key that goes there. */
  readonly key?: string
}

type Declared = {
  readonly words: string
  readonly path: string
  readonly key?: string
  readonly may: readonly Permission[]
  readonly when: (given: CaseToday) => boolean
}

const always = () => true
const isOpen = ({ facts }: CaseToday) => !facts.closed
const wasAccepted = (given: CaseToday) => isLive(given) && isAccepted(given.facts)

/** In the order of the work. A page says itself what stands in the way; what can never be again is not offered. */
const verbs: readonly Declared[] = [
  {
    words: 'Judge the paper',
    path: '/review',
    may: ['intake', 'counsel'],
    when: ({ facts }) => facts.judgement === null && !facts.closed,
  },
  { words: 'Preserve', path: '/preserve', may: ['intake', 'custodian', 'counsel'], when: isOpen },
  { words: 'Terms of compensation', path: '/terms', may: ['intake', 'counsel'], when: isLive },
  {
    words: 'Order that forbids the notice',
    path: '/bar',
    may: ['counsel'],
    when: wasAccepted,
  },
  {
    words: 'Take in an objection',
    path: '/objection',
    key: 'b',
    may: ['intake', 'custodian', 'counsel'],
    when: isLive,
  },
  { words: 'Object for ourselves', path: '/own-objection', may: ['counsel'], when: isLive },
  {
    words: 'Look at the objection inbox',
    path: '/inbox',
    key: 'x',
    may: ['intake', 'custodian', 'counsel'],
    when: isLive,
  },
  {
    words: 'Ask for an early release',
    path: '/early-release',
    may: ['intake', 'custodian', 'counsel'],
    when: wasAccepted,
  },
  { words: 'Record research', path: '/research', key: 't', may: ['custodian', 'counsel'], when: isOpen },
  { words: 'Prepare a production', path: '/production', key: 'p', may: ['custodian'], when: wasAccepted },
  { words: 'Add a charge', path: '/charge', may: ['billing', 'custodian'], when: isOpen },
  { words: 'Invoice', path: '/invoice', key: 'v', may: ['billing'], when: always },
  { words: 'Assign', path: '/assign', key: 'e', may: ['intake', 'custodian', 'counsel'], when: always },
  { words: 'Add a note', path: '/note', key: 'm', may: ['intake', 'custodian', 'counsel'], when: always },
  { words: 'Correct the particulars', path: '/edit', may: ['intake', 'counsel'], when: isOpen },
  {
    words: 'Record that it was withdrawn',
    path: '/withdraw',
    may: ['intake', 'counsel'],
    when: ({ facts }) => isLive({ facts }) || (facts.judgement === 'deficient' && !facts.closed),
  },
  { words: 'Close', path: '/close', may: ['intake', 'custodian', 'counsel'], when: isOpen },
  {
    words: 'Reopen',
    path: '/reopen',
    may: ['intake', 'counsel'],
    when: ({ facts }) =>
      facts.closed || ['deficient', 'rejected', 'referred'].includes(facts.judgement ?? ''),
  },
]

/** What the actor may do with a case besides its next step. */
export function verbsFor(given: CaseToday, actor: Actor): Verb[] {
  return verbs
    .filter(({ may, when }) => isPermitted(actor, may) && when(given))
    .map(({ words, path, key }) => ({ words, href: pageOf(given.file, path), ...(key ? { key } : {}) }))
}

/** The same for who does not see the case. */
export function moneyVerbs(reference: string, actor: Actor): Verb[] {
  return verbs
    .filter(({ path, may }) => (path === '/charge' || path === '/invoice') && isPermitted(actor, may))
    .map(({ words, path, key }) => ({ words, href: pageOf({ reference }, path), ...(key ? { key } : {}) }))
}
