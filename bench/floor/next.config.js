import { join } from 'node:path'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The packages are those of the program, two folders above.
  turbopack: { root: join(import.meta.dirname, '..', '..') },
}

export default config
