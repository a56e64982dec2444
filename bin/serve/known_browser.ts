import { cookieName, sessionCookie } from '#app/_auth/cookie_name.ts'
import { theOfficeOrNone } from '#db/open_office.ts'
import { personOfToken } from '#db/sessions.ts'
import { reader } from '#db/tx.ts'

/** Whether the cookies of a request hold the token of a session of this office, running or over. */
export async function isKnownBrowser(publicUrl: string, cookies = ''): Promise<boolean> {
  if (!theOfficeOrNone()) return false
  const begins = `${cookieName(publicUrl, sessionCookie)}=`
  const token = cookies
    .split('; ')
    .find((one) => one.startsWith(begins))
    ?.slice(begins.length)
  return token !== undefined && (await personOfToken(reader(), token)) !== null
}
