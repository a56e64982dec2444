import { askEarlyRelease } from '../../commands/early_release/ask.ts'
import { approveEarlyRelease } from '../../commands/early_release/decide.ts'
import { changeObjectionEffect, recordObjectionOutcome } from '../../commands/objection/change.ts'
import { recordObjection } from '../../commands/objection/record.ts'
import { acceptSubpoena } from '../../commands/review/accept.ts'
import {
  recordTermsAgreed,
  recordTermsRefused,
  setTermsNotApplicable,
  waiveTerms,
} from '../../commands/terms/record.ts'
import { withdrawSubpoena } from '../../commands/withdrawal.ts'
import { fail } from './oracle.ts'
import { type Deed, dayIn, later, noted, pick, reason } from './world.ts'

/** What is judged, agreed, objected to and ordered. */
export const judgedDeeds = {
  async accept({ office, subpoena: { reference }, told }) {
    noted(await acceptSubpoena(office.actors.counsel, { reference }), () => {
      told.judgement = 'accepted'
    })
  },
  async agree(world, { either }) {
    const { office, subpoena, told } = world
    const { reference } = subpoena
    const result = either
      ? await waiveTerms(office.actors.counsel, { reference, reason })
      : await recordTermsAgreed(office.actors.counsel, { reference, onDate: dayIn(world) })
    noted(result, () => {
      told.terms = either ? 'waived' : 'agreed'
    })
  },
  async refuseTerms(world) {
    const { office, subpoena, told } = world
    const input = { reference: subpoena.reference, onDate: dayIn(world), reason }
    noted(await recordTermsRefused(office.actors.counsel, input), () => {
      told.terms = 'refused'
    })
  },
  /** Refused terms are for counsel to set aside. */
  async needNoTerms({ office, subpoena: { reference }, told }) {
    noted(await setTermsNotApplicable(office.actors.intake, { reference, reason }), () => {
      if (told.terms !== 'refused') told.terms = 'not-applicable'
    })
  },
  async object({ office, subpoena: { reference }, told }, { targets, which }) {
    const kinds = ['motion', 'statutory', 'intent', 'informal', 'party', 'provider'] as const
    const kind = pick(kinds, which) ?? 'motion'
    const about = { reference, kind, targets, filedWhere: 'C.D. Cal.', filedOn: null, text: '', file: null }
    const input = { ...about, receivedAt: office.clock.now }
    const result = await recordObjection(office.actors.intake, input)
    if (!result.ok && told.closed && !/reopens/.test(result.refusal.sentence)) {
      throw new Error(`An objection is refused for good: ${result.refusal.sentence}`)
    }
    noted(result, ({ effect, extendsToOn }) => {
      told.objections.push({ targets: [...targets], effect, until: extendsToOn, outcome: null })
    })
  },
  /** Whatever counsel decides, a stay of all is over when it has an outcome, and not before. */
  async changeEffect(world, { which, days, either }) {
    const { office, subpoena, told } = world
    const number = (which % (told.objections.length || 1)) + 1
    const effect = either ? 'extends-to-day' : days % 2 === 0 ? 'stays-all' : 'stays-part'
    const extendsToOn = either ? later(world, days) : null
    const about = { reference: subpoena.reference, objection: number, version: 1 }
    const input = { ...about, effect, extendsToOn, reason } as const
    noted(await changeObjectionEffect(office.actors.counsel, input), () => {
      const objection = told.objections[number - 1]
      if (objection && objection.effect !== 'stays-all')
        Object.assign(objection, { effect, until: extendsToOn })
    })
  },
  async decide(world, { which, days }) {
    const { office, subpoena, told, file } = world
    const number = (which % (told.objections.length || 1)) + 1
    const outcome = pick(['denied', 'lapsed', 'settled', 'quashed'] as const, days) ?? 'denied'
    const about = { reference: subpoena.reference, objection: number, outcome }
    const input = { ...about, outcomeOn: dayIn(world), reason: '', file }
    noted(await recordObjectionOutcome(office.actors.counsel, input), ({ stopped }) => {
      fail(told, stopped)
      const objection = told.objections[number - 1]
      if (objection) objection.outcome = outcome
    })
  },
  async askEarly(world, { targets, days }) {
    const { office, subpoena, told, file } = world
    const opensOn = later(world, days % 4)
    const grounds = { ground: 'court-order', dangerToLife: false, consentVerified: false } as const
    const input = { reference: subpoena.reference, targets, opensOn, file, reason, ...grounds }
    noted(await askEarlyRelease(office.actors.counsel, input), () => {
      told.early.push({ targets, opensOn, askedBy: office.actors.counsel.id, approvedBy: null })
    })
  },
  async approveEarly({ office, subpoena: { reference }, told }, { which, either }) {
    const number = (which % (told.early.length || 1)) + 1
    const actor = either ? office.actors.counsel : office.actors.otherCounsel
    noted(await approveEarlyRelease(actor, { reference, earlyRelease: number, reason }), () => {
      const early = told.early[number - 1]
      if (early) early.approvedBy = actor.id
    })
  },
  async withdraw(world) {
    const { office, subpoena, told, file } = world
    const input = { reference: subpoena.reference, withdrawnOn: dayIn(world), file, reason: '' }
    noted(await withdrawSubpoena(office.actors.intake, input), () => {
      told.judgement = 'withdrawn'
    })
  },
} satisfies Record<string, Deed>
