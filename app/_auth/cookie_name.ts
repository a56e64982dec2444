/** The name of the cookie that holds a session's token. */
export const sessionCookie = 'session'
/** And of the one by which a browser is known after it has signed out. */
export const browserCookie = 'browser'

/**
 * How a cookie of ours is called: behind https bound to this very host; on this machine alone, where there is no https,
 * named by the port as well, since cookies of two desks on one machine would otherwise be one.
 */
export function cookieName(publicUrl: string, name: string): string {
  const { protocol, port } = new URL(publicUrl)
  return protocol === 'https:' ? `__Host-desk-${name}` : `desk-${port || '80'}-${name}`
}
