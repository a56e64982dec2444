/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // `npm test` checks the types, tests and all; whoever starts the desk does not wait for that.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // Routes are plain strings: they are also written in letters, in the history and by the API.
  typedRoutes: false,
  // The image optimizer has had its own advisories; page pictures are served as they are.
  images: { unoptimized: true },
  // Native or self-loading packages: left to Node instead of being bundled.
  serverExternalPackages: [
    'better-sqlite3',
    'pdfkit',
    'fontkit',
    'pdfjs-dist',
    '@node-rs/argon2',
    'nodemailer',
  ],
  experimental: {
    // What a role may not see answers 403 with app/(desk)/forbidden.tsx.
    authInterrupts: true,
    // Before scripts arrive a form carries its file itself; bin/serve has let no more than 52 MB in.
    serverActions: { bodySizeLimit: '53mb' },
  },
}

export default config
