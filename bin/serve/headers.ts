/** What every answer of ours carries, so that a browser does nothing with it that we did not ask for. */

export type HeaderFacts = {
  /** Fresh for each request; stands on our own scripts and on no other. */
  readonly nonce: string
  /** The path asked for, without its query. */
  readonly path: string
  /** Whether people come by https. */
  readonly secure: boolean
  /** Under `npm run dev` React needs eval and a socket to the compiler. */
  readonly dev: boolean
}

/** Our own PDFs may stand beside their record: Chromium shows them in a frame. Nothing else may be framed. */
function mayBeFramed(path: string): boolean {
  return /\/(paper\.pdf|pdf)$/.test(path)
}

/** Source: OWASP ASVS 5.0 §3.4; Next puts the nonce that it reads here on its own scripts. */
export function contentSecurityPolicy({ nonce, path, dev }: HeaderFacts): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    // Menus and dialogs are placed by style attributes, for which there is no nonce.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${mayBeFramed(path) ? "'self'" : "'none'"}`,
  ].join('; ')
}

const notUsed = [
  'camera',
  'geolocation',
  'microphone',
  'payment',
  'usb',
  'display-capture',
  'browsing-topics',
]

export function securityHeaders(facts: HeaderFacts): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(facts),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': mayBeFramed(facts.path) ? 'SAMEORIGIN' : 'DENY',
    // Not no-referrer: that turns the Origin of a form posted without scripts into null.
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': notUsed.map((feature) => `${feature}=()`).join(', '),
    // Next itself lets browsers keep its static files, whose names are their hashes.
    ...(facts.path.startsWith('/_next/static/') ? {} : { 'Cache-Control': 'no-store' }),
    ...(facts.secure ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}
