import type { SampleCase, SampleTarget } from '../sample_case.ts'
import { issue, send } from '../steps/billing.ts'
import { find, findNone, tell } from '../steps/notice.ts'
import { arrived, prepare, prepareNone, release, research, ship } from '../steps/production.ts'
import { termsAgreed } from '../steps/review.ts'
import { subscriber } from '../subscriber.ts'
import { accepted } from './plans.ts'

const people = [
  'Abel Thornbury',
  'Agnes Whitlow',
  'Alaric Finch',
  'Beatrix Lomax',
  'Benedict Arkwright',
  'Calliope Reyes',
  'Cedric Palgrave',
  'Daphne Moorcroft',
  'Edmund Hale',
  'Eudora Banks',
  'Felix Ashdown',
  'Genevieve Marr',
  'Horatio Pike',
  'Ignatia Bloom',
  'Jasper Kettle',
  'Katya Volkova',
  'Linnea Sjöberg',
  'Magnus Dahl',
  'Nerys Pritchard',
  'Orlando Vega',
  'Petra Novak',
  'Quentin Rudd',
  'Rosamund Tate',
  'Silvan Archer',
  '이민호',
]

const numbers = Array.from({ length: 40 }, (_, index) => index + 1)
/** The paper gives no time zone with every third, up to the twelfth of them. */
const without = numbers.filter((number) => number % 3 === 0).slice(0, 12)
const withZone = numbers.filter((number) => !without.includes(number))

const targets: readonly SampleTarget[] = numbers.map((number) => {
  const time = `${String(6 + (number % 14)).padStart(2, '0')}:${String((number * 7) % 60).padStart(2, '0')}:11`
  const zone = without.includes(number) ? '' : ' UTC'
  return [
    'ip-address',
    `203.0.113.${number + 60}`,
    `${(number % 27) + 1} March, ${time}${zone}, port ${40_000 + number * 97}`,
  ]
})

/** Twenty-eight addresses and twenty-five people: the first three had two each. */
const finds = people.map((name, index) => {
  const [own, second] = [withZone[index], withZone[people.length + index]]
  const language = name === '이민호' ? 'ko' : name === 'Linnea Sjöberg' ? 'sv' : 'en'
  return find(
    [own ?? 0, ...(second === undefined ? [] : [second])],
    subscriber(name, { language }),
    'marisko',
  )
})

/** Forty addresses at once: what a copyright case brings. */
export const bulkCases: readonly SampleCase[] = [
  {
    received: 20,
    at: '10:50',
    how: 'fedex',
    paper: {
      type: 'ao-88b',
      court: 'C.D. Cal.',
      caption: 'Anselm Pharma v. Does 1–28',
      caseNumber: '8:YY-cv-99035',
      party: 'Anselm Pharma',
      compliance: { days: 45 },
      asks: 'Documents sufficient to identify the subscriber to whom each of the forty addresses of Exhibit A was assigned at the time given there.',
    },
    from: 'pinegate',
    targets,
    plan: [
      ...accepted('marisko'),
      1,
      ...finds,
      findNone(
        without,
        'Address logs of the day: without a time zone the address had several holders, and none can be named.',
      ),
      tell(),
      2,
      termsAgreed(),
      research(430, 'Address logs, forty times, matched to accounts.', 'marisko'),
      1,
      research(250, 'Account records of twenty-five subscribers.'),
      prepare(
        withZone.map((number) => [number, 'Account record', 3] as const),
        'marisko',
      ),
      release(1, 'ferrand'),
      ship('fedex', 1, 'marisko'),
      prepareNone(without, 'marisko'),
      release(2, 'ferrand'),
      ship('e-mail', 2, 'marisko'),
      1,
      arrived(),
      issue('fedex'),
      send('fedex'),
    ],
    shows: { stage: 'answered', billing: 'awaiting-receipt' },
  },
]
