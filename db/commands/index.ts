import {
  changeOwnPassword,
  endOtherSessions,
  noteWrongPassword,
  renewRecoveryCodes,
  startNewAuthenticator,
} from './account.ts'
import { beginNightlyBackup, endNightlyBackup, recordBackup } from './backup.ts'
import { barNotice, liftBar } from './bar.ts'
import { addCharge, dropCharge } from './charge.ts'
import { keepHouse } from './clockwork/daily.ts'
import { checkCaches, refreshDueCaches } from './clockwork/refresh.ts'
import { issueCreditMemo } from './credit_memo.ts'
import { askEarlyRelease } from './early_release/ask.ts'
import { approveEarlyRelease, refuseEarlyRelease } from './early_release/decide.ts'
import { exportRecords } from './export.ts'
import { storeFile } from './file.ts'
import { importInvoices } from './import/invoices.ts'
import { importRequesters } from './import/requesters.ts'
import { fileServedPaper } from './import/served_paper.ts'
import { storeSpreadsheet } from './import/store.ts'
import { importSubpoenas } from './import/subpoenas.ts'
import { undoImport } from './import/undo.ts'
import { lookAtObjectionInbox } from './inbox.ts'
import { acceptInvitation, resetPassword } from './invitation.ts'
import { issueInvoice } from './invoice/issue.ts'
import { recordInvoiceReceipt } from './invoice/receipt.ts'
import { sendInvoice } from './invoice/send.ts'
import { makeMachineToken, revokeMachineToken } from './machine.ts'
import { sendAgain, setMailAside } from './mail/again.ts'
import { claimMail } from './mail/claim.ts'
import { recordMailDeferred, recordMailRefused, recordMailSent, recordMailWritten } from './mail/result.ts'
import { stopMail } from './mail/stop.ts'
import { recordMailUnsure, settleUnsureMail } from './mail/unsure.ts'
import { addNote } from './note.ts'
import { recordNoticeBounced, recordNoticeDelivered } from './notice/follow.ts'
import { recordNoticePosted } from './notice/posted.ts'
import { postNotice, sendNotice } from './notice/send.ts'
import { changeObjectionEffect, recordObjectionOutcome } from './objection/change.ts'
import { decideNotToObject, objectOurselves } from './objection/own.ts'
import { recordObjection } from './objection/record.ts'
import { allocateCredit } from './payment/allocate.ts'
import { recordPayment } from './payment/record.ts'
import { reversePayment } from './payment/reverse.ts'
import { changeRoles, disablePerson, enablePerson, endSessions } from './person.ts'
import { invitePerson, startReset } from './person_invite.ts'
import { askPreservation, recordPreservationDone } from './preservation.ts'
import { prepareNoRecords, prepareProduction } from './production/prepare.ts'
import { releaseProduction, setAsideProduction } from './production/release.ts'
import { addContact, addRequester, changeRequester } from './requester.ts'
import { recordResearch } from './research.ts'
import { openRestoredOffice, recordRestoration } from './restoration.ts'
import { acceptInPart, acceptSubpoena } from './review/accept.ts'
import { judgeChecks } from './review/check.ts'
import { findDeficient, referSubpoena, rejectSubpoena } from './review/refuse.ts'
import { enrolTotp, giveRecoveryCode, giveTotpCode } from './second_factor.ts'
import { setUpOffice } from './set_up.ts'
import { addHoliday, changeOffice, newPolicyVersion, removeHoliday } from './settings.ts'
import { recordShipmentDelivered, shipProduction } from './shipment.ts'
import { chooseSamplePerson, signInWithPassword, signOut } from './sign_in.ts'
import { assignSubpoena } from './subpoena/assign.ts'
import { changeParticulars } from './subpoena/change.ts'
import { closeSubpoena, reopenSubpoena } from './subpoena/close.ts'
import { logSubpoena } from './subpoena/log.ts'
import { changeSubscriber, markCopyFit } from './subscriber/change.ts'
import { findSubscriber } from './subscriber/find.ts'
import { lookAtIdentity } from './subscriber/look.ts'
import { noneFound, splitTarget } from './target.ts'
import { recordTermsAgreed, recordTermsRefused, setTermsNotApplicable, waiveTerms } from './terms/record.ts'
import { sendTerms } from './terms/send.ts'
import { withdrawSubpoena } from './withdrawal.ts'
import { approveWriteOff, askWriteOff, refuseWriteOff } from './write_off.ts'

/**
 * Every command there is: the permission matrix, the API and the test of the history stand on this list. One import a
 * file and one line a file, in the order of the files' names.
 */
export const commands = [
  ...[changeOwnPassword, endOtherSessions, noteWrongPassword, renewRecoveryCodes, startNewAuthenticator],
  ...[beginNightlyBackup, endNightlyBackup, recordBackup],
  ...[barNotice, liftBar],
  ...[addCharge, dropCharge],
  ...[keepHouse],
  ...[checkCaches, refreshDueCaches],
  ...[issueCreditMemo],
  ...[askEarlyRelease],
  ...[approveEarlyRelease, refuseEarlyRelease],
  ...[exportRecords],
  ...[storeFile],
  ...[importInvoices],
  ...[importRequesters],
  ...[fileServedPaper],
  ...[storeSpreadsheet],
  ...[importSubpoenas],
  ...[undoImport],
  ...[lookAtObjectionInbox],
  ...[acceptInvitation, resetPassword],
  ...[issueInvoice],
  ...[recordInvoiceReceipt],
  ...[sendInvoice],
  ...[makeMachineToken, revokeMachineToken],
  ...[sendAgain, setMailAside],
  ...[claimMail],
  ...[recordMailDeferred, recordMailRefused, recordMailSent, recordMailWritten],
  ...[stopMail],
  ...[recordMailUnsure, settleUnsureMail],
  ...[addNote],
  ...[recordNoticeBounced, recordNoticeDelivered],
  ...[recordNoticePosted],
  ...[sendNotice, postNotice],
  ...[changeObjectionEffect, recordObjectionOutcome],
  ...[objectOurselves, decideNotToObject],
  ...[recordObjection],
  ...[allocateCredit],
  ...[recordPayment],
  ...[reversePayment],
  ...[changeRoles, disablePerson, enablePerson, endSessions],
  ...[invitePerson, startReset],
  ...[askPreservation, recordPreservationDone],
  ...[prepareNoRecords, prepareProduction],
  ...[releaseProduction, setAsideProduction],
  ...[addContact, addRequester, changeRequester],
  ...[recordResearch],
  ...[openRestoredOffice, recordRestoration],
  ...[acceptInPart, acceptSubpoena],
  ...[judgeChecks],
  ...[findDeficient, referSubpoena, rejectSubpoena],
  ...[enrolTotp, giveRecoveryCode, giveTotpCode],
  ...[setUpOffice],
  ...[changeOffice, newPolicyVersion, addHoliday, removeHoliday],
  ...[recordShipmentDelivered, shipProduction],
  ...[chooseSamplePerson, signInWithPassword, signOut],
  ...[assignSubpoena],
  ...[changeParticulars],
  ...[closeSubpoena, reopenSubpoena],
  ...[logSubpoena],
  ...[changeSubscriber, markCopyFit],
  ...[findSubscriber],
  ...[lookAtIdentity],
  ...[noneFound, splitTarget],
  ...[recordTermsAgreed, recordTermsRefused, setTermsNotApplicable, waiveTerms],
  ...[sendTerms],
  ...[withdrawSubpoena],
  ...[approveWriteOff, askWriteOff, refuseWriteOff],
] as const
