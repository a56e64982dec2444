import { cookies } from 'next/headers'
import { theDesk } from '#db/the_desk.ts'
import { cookieName } from './cookie_name.ts'

function cookieOf(name: string): { readonly name: string; readonly secure: boolean } {
  const { publicUrl } = theDesk()
  return { name: cookieName(publicUrl, name), secure: publicUrl.startsWith('https:') }
}

/** @param seconds How long the browser keeps it; without them it ends with the browser. */
export async function setCookie(name: string, value: string, seconds?: number): Promise<void> {
  const { name: full, secure } = cookieOf(name)
  const jar = await cookies()
  jar.set(full, value, { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge: seconds })
}

export async function readCookie(name: string): Promise<string | null> {
  return (await cookies()).get(cookieOf(name).name)?.value ?? null
}

export async function dropCookie(name: string): Promise<void> {
  if ((await readCookie(name)) !== null) await setCookie(name, '', 0)
}
