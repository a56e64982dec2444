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
      } catch (error) {
        // The kind of failure and where, without what was being handled: that may hold a name.
        console.error(`The ${name} failed and will try again: ${placeOf(error)}`)
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

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something was thrown'
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const [, place = ''] = /\n\s+at ([^\n]*)/.exec(error.stack ?? '') ?? []
  return `${error.name}${code} at ${place}`
}
