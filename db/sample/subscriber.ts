import type { SubscriberFields } from '../subscribers.ts'
import { hashOf } from './random.ts'

/** Mail to here is refused by the mail server of the sample's past. */
export const goneDomain = 'gone.test'

const streets = [
  'Alder Row',
  'Quince Street',
  'Pennywort Lane',
  'Millstone Avenue',
  'Larkspur Court',
  'Copper Hill Road',
]
const towns = [
  'Pasadena, CA 91101',
  'Fresno, CA 93721',
  'Reno, NV 89501',
  'Tucson, AZ 85701',
  'Boise, ID 83702',
]

/** Somebody whose identity is sought; what is not given follows from the name. */
export function subscriber(
  name: string,
  given: Partial<Pick<SubscriberFields, 'email' | 'address' | 'account' | 'language'>> = {},
): SubscriberFields {
  const hash = hashOf(name)
  const mailbox = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9 ]/gu, '')
    .trim()
    .replace(/ +/gu, '.')
  return {
    name,
    namePrinted: '',
    email: `${mailbox || `user${hash % 1000}`}@mailbox.test`,
    address: `${(hash % 180) + 3} ${streets[hash % streets.length]}\n${towns[hash % towns.length]}`,
    addressPrinted: '',
    account: `${7000 + (hash % 2900)}-${String((hash >>> 8) % 10_000).padStart(4, '0')}`,
    language: 'en',
    ...given,
  }
}
