import { bulkCases } from './cases/bulk.ts'
import { endedCases } from './cases/ended.ts'
import { freshCases } from './cases/fresh.ts'
import { givenUpCases } from './cases/given_up.ts'
import { heldCases } from './cases/held.ts'
import { heldOtherwiseCases } from './cases/held_otherwise.ts'
import { leavingCases } from './cases/leaving.ts'
import { owedCases } from './cases/owed.ts'
import { paidCases } from './cases/paid.ts'
import { stayedCases } from './cases/stayed.ts'
import type { SampleCase } from './sample_case.ts'

/** Every case of the sample; they are played in the order in which their papers came. */
export const sampleCases: readonly SampleCase[] = [
  ...paidCases,
  ...givenUpCases,
  ...owedCases,
  ...leavingCases,
  ...bulkCases,
  ...stayedCases,
  ...heldCases,
  ...heldOtherwiseCases,
  ...endedCases,
  ...freshCases,
]
