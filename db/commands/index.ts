import { changeOwnPassword, endOtherSessions, renewRecoveryCodes, startNewAuthenticator } from './account.ts'
import { addCharge, dropCharge } from './charge.ts'
import { keepHouse } from './clockwork/daily.ts'
import { checkCaches, refreshDueCaches } from './clockwork/refresh.ts'
import { issueCreditMemo } from './credit_memo.ts'
import { acceptInvitation, resetPassword } from './invitation.ts'
import { issueInvoice } from './invoice/issue.ts'
import { recordInvoiceReceipt } from './invoice/receipt.ts'
import { sendInvoice } from './invoice/send.ts'
import { sendAgain, setMailAside } from './mail/again.ts'
import { claimMail } from './mail/claim.ts'
import { recordMailDeferred, recordMailRefused, recordMailSent, recordMailWritten } from './mail/result.ts'
import { recordMailUnsure, settleUnsureMail } from './mail/unsure.ts'
import { allocateCredit } from './payment/allocate.ts'
import { recordPayment } from './payment/record.ts'
import { reversePayment } from './payment/reverse.ts'
import { changeRoles, disablePerson, enablePerson, endSessions } from './person.ts'
import { invitePerson, startReset } from './person_invite.ts'
import { recordResearch } from './research.ts'
import { enrolTotp, giveRecoveryCode, giveTotpCode } from './second_factor.ts'
import { setUpOffice } from './set_up.ts'
import { chooseSamplePerson, signInWithPassword, signOut } from './sign_in.ts'
import { approveWriteOff, askWriteOff, refuseWriteOff } from './write_off.ts'

/**
 * Every command there is: the permission matrix, the API and the test of the history stand on this list. One import a
 * file and one line a file, in the order of the files' names.
 */
export const commands = [
  ...[changeOwnPassword, endOtherSessions, renewRecoveryCodes, startNewAuthenticator],
  ...[addCharge, dropCharge],
  ...[keepHouse],
  ...[refreshDueCaches, checkCaches],
  ...[issueCreditMemo],
  ...[acceptInvitation, resetPassword],
  ...[issueInvoice],
  ...[recordInvoiceReceipt],
  ...[sendInvoice],
  ...[sendAgain, setMailAside],
  ...[claimMail],
  ...[recordMailSent, recordMailDeferred, recordMailRefused, recordMailWritten],
  ...[recordMailUnsure, settleUnsureMail],
  ...[setUpOffice],
  ...[allocateCredit],
  ...[recordPayment],
  ...[reversePayment],
  ...[changeRoles, disablePerson, enablePerson, endSessions],
  ...[invitePerson, startReset],
  ...[recordResearch],
  ...[enrolTotp, giveTotpCode, giveRecoveryCode],
  ...[chooseSamplePerson, signInWithPassword, signOut],
  ...[approveWriteOff, askWriteOff, refuseWriteOff],
] as const
