import { expect, test } from 'vitest'
import { completeLock, platformOf } from './complete_lock.mjs'

test.each([
  ['@next/swc-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
  ['@next/swc-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
  ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
  ['@napi-rs/canvas-linux-riscv64-gnu', { os: ['linux'], cpu: ['riscv64'], libc: ['glibc'] }],
  ['@oxc-parser/binding-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
  ['@tailwindcss/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
])('the name %s says which machine it is for', (name, platform) => {
  expect(platformOf(name)).toEqual(platform)
})

const lockOf = (packages) => ({ packages: { '': {}, ...packages } })

test('a platform package that the mirror lacked is added in the version that was asked for', () => {
  const lock = lockOf({
    'node_modules/next': { optionalDependencies: { '@next/swc-darwin-arm64': '16.4.6' } },
  })
  expect(completeLock(lock)).toEqual(['@next/swc-darwin-arm64'])
  expect(lock.packages['node_modules/@next/swc-darwin-arm64']).toEqual({
    version: '16.4.6',
    os: ['darwin'],
    cpu: ['arm64'],
    optional: true,
  })
})

test('what is locked, there or in a folder above, is left alone', () => {
  const lock = lockOf({
    'node_modules/next': {
      optionalDependencies: { sharp: '^0.35.0', 'a-linux-x64': '1.0.0', 'b-linux-x64': '1.0.0' },
    },
    'node_modules/next/node_modules/a-linux-x64': {},
    'node_modules/b-linux-x64': {},
    'node_modules/sharp': {},
  })
  expect(completeLock(lock)).toEqual([])
})

test('a missing package that names no platform stops the work, since nobody could tell where it belongs', () => {
  const lock = lockOf({ 'node_modules/next': { optionalDependencies: { sharp: '0.35.0' } } })
  expect(() => completeLock(lock)).toThrow('names no platform')
})
