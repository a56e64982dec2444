import { cookies } from 'next/headers'
import { theDesk } from '#db/the_desk.ts'

/**
 * A cookie of ours: behind https bound to this very host; on this machine alone, where there is no https, named by the
 * port as well, since cookies of two desks on one machine would otherwise be one.
 */
function cookieOf(name: string): { readonly name: string; readonly secure: boolean } {
  const { protocol, port } = new URL(theDesk().publicUrl)
  const secure = protocol === 'https:'
  return { name: secure ? `__Host-desk-${name}` : `desk-${port || '80'}-${name}`, secure }
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
