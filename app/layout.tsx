import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Subpoena Desk', template: '%s · Subpoena Desk' },
  robots: { index: false, follow: false },
  // Numbers are facts here; a telephone must not turn a fax number or a case number into a link.
  formatDetection: { telephone: false, date: false, address: false, email: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f2f1ed' },
    { media: '(prefers-color-scheme: dark)', color: '#121311' },
  ],
}

/** Every page is dynamic: a page made at build time would carry no nonce, and its scripts would be refused. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
