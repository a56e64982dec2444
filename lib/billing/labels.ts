import type { SubpoenaBilling } from './balance.ts'

/** What the screen says for how a subpoena stands with its money; also the order in which lists offer it. */
export const billingLabels: Record<SubpoenaBilling, string> = {
  none: 'Nothing to bill',
  unbilled: 'Unbilled',
  'awaiting-receipt': 'Awaiting receipt',
  due: 'Due',
  overdue: 'Overdue',
  paid: 'Paid',
  'written-off': 'Written off',
}
