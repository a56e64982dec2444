import { changeOwnPassword, endOtherSessions, renewRecoveryCodes, startNewAuthenticator } from './account.ts'
import { addCharge, dropCharge } from './charge.ts'
import { keepHouse } from './clockwork/daily.ts'
import { checkCaches, refreshDueCaches } from './clockwork/refresh.ts'
import { issueCreditMemo } from './credit_memo.ts'
import { storeFile } from './file.ts'
import { acceptInvitation, resetPassword } from './invitation.ts'
import { issueInvoice } from './invoice/issue.ts'
import { recordInvoiceReceipt } from './invoice/receipt.ts'
import { sendInvoice } from './invoice/send.ts'
import { sendAgain, setMailAside } from './mail/again.ts'
import { claimMail } from './mail/claim.ts'
import { recordMailDeferred, recordMailRefused, recordMailSent, recordMailWritten } from './mail/result.ts'
import { recordMailUnsure, settleUnsureMail } from './mail/unsure.ts'
import { addNote } from './note.ts'
import { allocateCredit } from './payment/allocate.ts'
import { recordPayment } from './payment/record.ts'
import { reversePayment } from './payment/reverse.ts'
import { changeRoles, disablePerson, enablePerson, endSessions } from './person.ts'
import { invitePerson, startReset } from './person_invite.ts'
import { askPreservation, recordPreservationDone } from './preservation.ts'
import { addContact, addRequester, changeRequester } from './requester.ts'
import { recordResearch } from './research.ts'
import { acceptInPart, acceptSubpoena } from './review/accept.ts'
import { judgeChecks } from './review/check.ts'
import { findDeficient, referSubpoena, rejectSubpoena } from './review/refuse.ts'
import { enrolTotp, giveRecoveryCode, giveTotpCode } from './second_factor.ts'
import { setUpOffice } from './set_up.ts'
import { chooseSamplePerson, signInWithPassword, signOut } from './sign_in.ts'
import { assignSubpoena } from './subpoena/assign.ts'
import { changeParticulars } from './subpoena/change.ts'
import { closeSubpoena, reopenSubpoena } from './subpoena/close.ts'
import { logSubpoena } from './subpoena/log.ts'
import { recordTermsAgreed, recordTermsRefused, setTermsNotApplicable, waiveTerms } from './terms/record.ts'
import { sendTerms } from './terms/send.ts'
import { approveWriteOff, askWriteOff, refuseWriteOff } from './write_off.ts'

/**
 * Every command there is: the permission matrix, the API and the test of the history stand on this list. One import a
 * file and one line a file, in the order of the files' names.
 */
export const commands = [
  ...[changeOwnPassword, endOtherSessions, renewRecoveryCodes, startNewAuthenticator],
  ...[addCharge, dropCharge],
  ...[keepHouse],
  ...[checkCaches, refreshDueCaches],
  ...[issueCreditMemo],
  ...[storeFile],
  ...[acceptInvitation, resetPassword],
  ...[issueInvoice],
  ...[recordInvoiceReceipt],
  ...[sendInvoice],
  ...[sendAgain, setMailAside],
  ...[claimMail],
  ...[recordMailDeferred, recordMailRefused, recordMailSent, recordMailWritten],
  ...[recordMailUnsure, settleUnsureMail],
  ...[addNote],
  ...[allocateCredit],
  ...[recordPayment],
  ...[reversePayment],
  ...[changeRoles, disablePerson, enablePerson, endSessions],
  ...[invitePerson, startReset],
  ...[askPreservation, recordPreservationDone],
  ...[addContact, addRequester, changeRequester],
  ...[recordResearch],
  ...[acceptInPart, acceptSubpoena],
  ...[judgeChecks],
  ...[findDeficient, referSubpoena, rejectSubpoena],
  ...[enrolTotp, giveRecoveryCode, giveTotpCode],
  ...[setUpOffice],
  ...[chooseSamplePerson, signInWithPassword, signOut],
  ...[assignSubpoena],
  ...[changeParticulars],
  ...[closeSubpoena, reopenSubpoena],
  ...[logSubpoena],
  ...[recordTermsAgreed, recordTermsRefused, setTermsNotApplicable, waiveTerms],
  ...[sendTerms],
  ...[approveWriteOff, askWriteOff, refuseWriteOff],
] as const
