/**
 * `npm test`: installs what the tests need, checks style, types and unused code, runs the unit, command and browser
 * tests, and ends with a line "N passed, N failed".
 *
 * `npm test -- unit lib/hold` runs one part (style, types, unused, unit, build, browser) with words for its runner.
 */
import { withNode } from './with_node.mjs'

// The last words are for a test run that ended before anything could run.
await withNode('bin/test/all.mjs', { lastWords: '0 passed, 1 failed' })
