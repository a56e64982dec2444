/** Counts of a part of the tests, read from what its runner reported. Pure. */

export const none = { passed: 0, failed: 0, skipped: 0 }

/** A part that either holds or does not, such as the style. */
export const oneCount = (holds) => (holds ? { ...none, passed: 1 } : { ...none, failed: 1 })

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/** vitest's JSON report; a file that could not even be loaded is a failure. Null when it wrote no report. */
export function countVitest(report, exitCode) {
  if (!report) return oneCount(false)
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return orOneFailure(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  })
}

/** Playwright's JSON report; a test that passed only at a second try has failed. Null when it wrote no report. */
export function countPlaywright(report, exitCode) {
  if (!report) return oneCount(false)
  const { expected, unexpected, flaky, skipped } = report.stats
  return orOneFailure(exitCode, {
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
    skipped,
  })
}

/** A runner that ends badly has failed, also when it names no test that did; so has one that ran nothing. */
function orOneFailure(exitCode, counts) {
  const silent = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0)
  return silent ? { ...counts, failed: 1 } : counts
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
