'use client'
import './globals.css'

/** Even the frame of the pages failed. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>Something broke · Subpoena Desk</title>
        <main className="page public">
          <h1 className="serif">Something broke on our side</h1>
          <p className="second">Nothing was saved by this step. What was saved before it is safe.</p>
          <p>
            <a className="button" href="/">
              Go to Today
            </a>
          </p>
          {error.digest ? (
            <p className="second">If it stays, tell your administrator the number {error.digest}.</p>
          ) : null}
        </main>
      </body>
    </html>
  )
}
