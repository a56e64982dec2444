/**
 * Completes package-lock.json for every platform. Run it after each `npm install`.
 *
 * A registry mirror may lack some platform builds (a macOS binary, say). npm then leaves them out of the lock, and
 * `npm ci` refuses that lock everywhere. This adds name, version, os, cpu and libc of each optional package that a
 * locked package names by an exact version and that is not there. A package for another platform is never fetched.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const operatingSystems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'sunos', 'win32']
const processors = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]

/** What the name of a platform package says of the machine that it is for, as npm writes it in a lock. */
export function platformOf(name) {
  const words = name.split('/').at(-1).split(/[-.]/)
  const os = operatingSystems.find((one) => words.includes(one))
  const cpu = processors.find((one) => words.includes(one))
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc'
  return {
    ...(os && { os: [os] }),
    ...(cpu && { cpu: [cpu] }),
    ...(os === 'linux' && { libc: [libc] }),
  }
}

/** Adds the missing optional packages to `lock` (changed in place) and returns their names. */
export function completeLock(lock) {
  const added = []
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(lock, path, name) || !/^\d+\.\d+\.\d+/.test(version)) continue
      const platform = platformOf(name)
      if (!platform.os && !platform.cpu) throw new Error(`${name} is not in the lock and names no platform.`)
      lock.packages[`node_modules/${name}`] = { version, ...platform, optional: true }
      added.push(name)
    }
  }
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  )
  return added
}

/** Whether `name`, wanted by the package at `path`, is found there or in a folder above it. */
function isLocked(lock, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (!folder) return false
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(dirname(fileURLToPath(import.meta.url)), '..', 'package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const added = completeLock(lock)
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(added.length === 0 ? 'The lock is complete.' : `Added to the lock: ${added.join(', ')}.`)
}
