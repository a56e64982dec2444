import type { Permission } from '#lib/access/actor.ts'
import type { TermsKind } from '#lib/terms/terms.ts'

export type TermsAct = 'send' | 'agreed' | 'refused' | 'waive' | 'not-applicable'

type Act = {
  readonly link: string
  readonly title: string
  /** What pressing the button does. */
  readonly does: string
  readonly button: string
  readonly become: TermsKind
  readonly may: readonly Permission[]
}

/** What may be done about the terms, a page each. */
export const termsActs: Readonly<Record<TermsAct, Act>> = {
  send: {
    link: 'Send the terms',
    title: 'Send the terms of compensation',
    does: 'A letter with the rates, the payee and a form to sign goes to the requester. It says nothing about whether an account exists.',
    button: 'Send the terms',
    become: 'sent',
    may: ['intake', 'counsel'],
  },
  agreed: {
    link: 'Record agreement',
    title: 'Record that the terms are agreed',
    does: 'From then on they stand in the way of no release.',
    button: 'Record agreement',
    become: 'agreed',
    may: ['intake', 'counsel'],
  },
  refused: {
    link: 'Record refusal',
    title: 'Record that the terms were refused',
    does: 'It becomes counsel’s: to waive them, or to reject the paper.',
    button: 'Record refusal',
    become: 'refused',
    may: ['intake', 'counsel'],
  },
  waive: {
    link: 'Waive them',
    title: 'Waive the terms of compensation',
    does: 'The answer may go without them. Work is still charged, unless the charges are dropped.',
    button: 'Waive the terms',
    become: 'waived',
    may: ['counsel'],
  },
  'not-applicable': {
    link: 'They do not apply',
    title: 'Record that no terms apply',
    does: 'Such as under an order that sets the fees itself.',
    button: 'Record it',
    become: 'not-applicable',
    may: ['intake', 'counsel'],
  },
}

export const isAct = (name: string): name is TermsAct => Object.hasOwn(termsActs, name)
