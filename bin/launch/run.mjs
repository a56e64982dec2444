import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './place.mjs'

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program in our folder until it ends, with our terminal, and passes signals on to it.
 *
 * @returns its exit code; 128 + n when signal n ended it. @throws when it cannot be started at all.
 */
export function run(program, words, { env = {}, stdio = 'inherit', shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: root, stdio, shell, env: { ...process.env, ...env } })
    const pass = (signal) => child.kill(signal)
    for (const signal of passedOn) process.on(signal, pass)
    const watch = whenNpmIsGone(() => pass('SIGTERM'))
    const stopListening = () => {
      clearInterval(watch)
      for (const signal of passedOn) process.off(signal, pass)
    }
    child.once('error', (problem) => {
      stopListening()
      reject(problem)
    })
    child.once('close', (code, signal) => {
      stopListening()
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

/**
 * npm runs us in a shell and ends only that shell when it is told to stop, so its signal never comes this far: a parent
 * that is another than at the start says the same.
 */
function whenNpmIsGone(act) {
  if (!process.env.npm_lifecycle_event) return undefined
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    act()
  }, 500)
  return watch.unref()
}
