import { spawn } from 'node:child_process'
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
    const stopListening = () => passedOn.forEach((signal) => void process.off(signal, pass))
    child.once('error', (problem) => {
      stopListening()
      reject(problem)
    })
    child.once('close', (code, signal) => {
      stopListening()
      resolve(code ?? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGTERM' ? 15 : 9))
    })
  })
}
