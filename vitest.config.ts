import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: process.env.CAMPAIGN ? ['**/*.model.test.ts'] : ['**/*.test.{ts,tsx}', 'bin/**/*.test.mjs'],
    exclude: ['**/node_modules/**', '.next/**', '.cache/**', 'data/**'],
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: ['./vitest.setup.ts'],
    testTimeout: process.env.CAMPAIGN ? 3_600_000 : 120_000,
    hookTimeout: 120_000,
  },
})
