import { randomBytes } from 'node:crypto'
import { type Actor, system } from '#lib/access/actor.ts'
import { previousBusinessDay } from '#lib/calendar/business.ts'
import { dayOf, type Instant, wallClockOf } from '#lib/calendar/instant.ts'
import { invitePerson } from '../commands/person_invite.ts'
import { addContact, addRequester } from '../commands/requester.ts'
import { setUpOffice } from '../commands/set_up.ts'
import { setTheOffice, theOffice } from '../open_office.ts'
import { businessDays, currentPolicy } from '../queries/office.ts'
import { personByName } from '../queries/people.ts'
import { newToken } from '../sessions.ts'
import { reader } from '../tx.ts'
import { sampleCases } from './cases.ts'
import { SampleClock } from './clock.ts'
import { sampleDays } from './days.ts'
import { emailOfFirm, type Firm, type FirmName, firms } from './firms.ts'
import { emailOf, type SamplePerson, sampleOffice, samplePeople } from './people.ts'
import { done, playOf, type World } from './play.ts'
import { walk } from './walk.ts'

/** Days before today on which the sample's office was set up: before its first paper came, whatever the holidays. */
const daysAgo = 106
/** The last day is played only when so much of it is over that its papers can have come. */
const openFrom = '09:30'

/**
 * Plays the sample office into the office that is open, freshly made and empty: its people, those who serve papers,
 * and some forty subpoenas through the real commands, day by day up to this moment. No mail is sent.
 *
 * @throws Error with the sentence of the rule when a command refuses what the sample declares.
 */
export async function makeSampleOffice(): Promise<void> {
  const office = theOffice()
  const zone = sampleOffice.timeZone
  const end = office.clock()
  const clock = new SampleClock((end - daysAgo * 86_400_000) as Instant, end, zone)
  setTheOffice({ ...office, clock: () => clock.now })
  try {
    const actors = await hire()
    const world: World = {
      clock,
      actors,
      days: await daysUpTo(end, zone),
      requesters: await addFirms(actors),
    }
    await walk(
      world,
      sampleCases.map((given) => playOf(given, world)),
    )
  } finally {
    setTheOffice(office)
  }
}

/** The office and its people; nobody has a password, since in the sample one is chosen at the door. */
async function hire(): Promise<World['actors']> {
  const { ostrow, ...others } = samplePeople
  const administrator = {
    name: ostrow.name,
    email: emailOf('ostrow'),
    otherRoles: [],
    passwordHash: `$argon2id$v=19$m=65536,t=3,p=1$${randomBytes(16).toString('base64')}`,
    tokenHash: newToken().hash,
  }
  await done(setUpOffice(system, { ...sampleOffice, administrator }))
  const actors: Partial<Record<SamplePerson, Actor>> = { ostrow: await actorOf('ostrow') }
  for (const key of Object.keys(others) as (keyof typeof others)[]) {
    const { name, roles } = others[key]
    const linkToken = newToken().token
    const invited = { name, email: emailOf(key), roles: [...roles], linkToken }
    await done(invitePerson(actors.ostrow ?? system, invited))
    actors[key] = await actorOf(key)
  }
  return actors as World['actors']
}

async function actorOf(key: SamplePerson): Promise<Actor> {
  const { name, roles } = samplePeople[key]
  const person = await personByName(reader(), name)
  if (!person) throw new Error(`${name} was not invited.`)
  return { kind: 'person', id: person.id, name, roles, sessionId: person.id }
}

async function addFirms({ amberley }: World['actors']): Promise<World['requesters']> {
  const numbers: Partial<Record<FirmName, string>> = {}
  for (const key of Object.keys(firms) as FirmName[]) {
    const firm: Firm = firms[key]
    const { name, attention, address, phone, fax, note = '', attorney, bar, domain } = firm
    const email = emailOfFirm(firm)
    const { number } = await done(
      addRequester(amberley, { name, attention, address, email, phone, fax, note }),
    )
    numbers[key] = number
    if (bar === '') continue
    const mailbox = attorney.toLowerCase().replace(/ /g, '.')
    await done(
      addContact(amberley, { number, name: attorney, email: `${mailbox}@${domain}`, phone, barNumber: bar }),
    )
  }
  return numbers as World['requesters']
}

async function daysUpTo(end: Instant, zone: string) {
  const on = reader()
  const calendar = await businessDays(on, (await currentPolicy(on)).calendars)
  const today = dayOf(end, zone)
  const isPlayed = calendar.isBusinessDay(today) && wallClockOf(end, zone).time >= openFrom
  return sampleDays(today, isPlayed ? today : previousBusinessDay(today, calendar), calendar)
}
