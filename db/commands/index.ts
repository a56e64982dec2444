import { changeOwnPassword, endOtherSessions, renewRecoveryCodes, startNewAuthenticator } from './account.ts'
import { acceptInvitation, resetPassword } from './invitation.ts'
import { setUpOffice } from './office.ts'
import { changeRoles, disablePerson, enablePerson, endSessions } from './person.ts'
import { invitePerson, startReset } from './person_invite.ts'
import { enrolTotp, giveTotpCode, useRecoveryCode } from './second_factor.ts'
import { chooseSamplePerson, signInWithPassword, signOut } from './sign_in.ts'

/**
 * Every command there is: the permission matrix, the API and the test of the history stand on this list. One import a
 * file and one line a file, in the order of the files' names.
 */
export const commands = [
  ...[changeOwnPassword, endOtherSessions, renewRecoveryCodes, startNewAuthenticator],
  ...[acceptInvitation, resetPassword],
  ...[setUpOffice],
  ...[changeRoles, disablePerson, enablePerson, endSessions],
  ...[invitePerson, startReset],
  ...[enrolTotp, giveTotpCode, useRecoveryCode],
  ...[chooseSamplePerson, signInWithPassword, signOut],
] as const
