/** A seed given by hand or by the campaign holds for every property test; without one, fast-check picks and prints it. */
export {}

if (process.env.SEED) {
  const { configureGlobal } = await import('fast-check')
  configureGlobal({ seed: Number(process.env.SEED) })
}
