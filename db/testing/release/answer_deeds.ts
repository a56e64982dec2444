import type { Instant } from '#lib/calendar/instant.ts'
import { lookAtObjectionInbox } from '../../commands/inbox.ts'
import { prepareNoRecords, prepareProduction } from '../../commands/production/prepare.ts'
import { setAsideProduction } from '../../commands/production/release.ts'
import { type Deed, noted, reason } from './world.ts'

/** What is prepared to be handed over, and the days that pass. */
export const answerDeeds = {
  async look({ office, subpoena: { reference }, told }) {
    noted(await lookAtObjectionInbox(office.actors.intake, { reference, nothingUnrecorded: true }), () => {
      told.inboxLookedAt = office.clock.now
    })
  },
  async prepare({ office, subpoena: { reference }, told, record }, { targets, either, days }) {
    const actor = either ? office.actors.custodian : office.actors.otherCustodian
    // A file without pages is charged to nobody, so that the subpoena may be closed.
    const what = days % 3 === 0 ? { pages: 0, file: record } : { pages: 1 }
    const items = targets.map((target) => ({ target, description: 'Account record', ...what }))
    noted(await prepareProduction(actor, { reference, items }), () => {
      told.productions.push({
        targets,
        kind: 'records',
        preparedBy: actor.id,
        state: 'prepared',
        hasLeft: false,
      })
    })
  },
  async prepareNone({ office, subpoena: { reference }, told }, { targets }) {
    noted(await prepareNoRecords(office.actors.custodian, { reference, targets }), () => {
      const preparedBy = office.actors.custodian.id
      told.productions.push({ targets, kind: 'no-records', preparedBy, state: 'prepared', hasLeft: false })
    })
  },
  async setAside({ office, subpoena: { reference }, told }, { which }) {
    const production = (which % (told.productions.length || 1)) + 1
    noted(await setAsideProduction(office.actors.custodian, { reference, production, reason }), () => {
      const one = told.productions[production - 1]
      if (one) one.state = 'set-aside'
    })
  },
  async wait({ office }, { days, either }) {
    office.clock.now = (office.clock.now + (either ? days * 86_400_000 : days * 3_600_000)) as Instant
  },
} satisfies Record<string, Deed>
