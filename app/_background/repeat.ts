import { log } from '#app/_log/write.ts'
import { factsOfError } from '#lib/log/line.ts'
import { noteRound } from './pulse.ts'

/**
 * Does a piece of work again and again, with a pause between one end and the next beginning. A failure is said and the
 * next round tries again: it never ends the process.
 *
 * @param pause Milliseconds.
 * @returns `stop`, which lets what is running finish and begins nothing more.
 */
export function repeat(name: string, pause: number, work: (stopping: () => boolean) => Promise<void>) {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let wake: (() => void) | undefined
  const stopping = () => stopped

  async function rounds() {
    while (!stopped) {
      try {
        await work(stopping)
        noteRound(name, true)
      } catch (error) {
        noteRound(name, false)
        log('error', 'work-failed', { work: name, ...factsOfError(error) })
      }
      if (!stopped) await rest()
    }
  }

  function rest(): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve
      timer = setTimeout(resolve, pause)
      timer.unref()
    })
  }

  const running = rounds()
  return {
    async stop(): Promise<void> {
      stopped = true
      clearTimeout(timer)
      wake?.()
      await running
    },
  }
}
