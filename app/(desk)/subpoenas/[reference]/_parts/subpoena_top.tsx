import type { ReactNode } from 'react'
import { Key, LinkButton } from '#app/_ui/button.tsx'
import type { GlyphName } from '#app/_ui/glyph.tsx'
import { Menu } from '#app/_ui/menu.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { StageLine } from '#app/_ui/stage_line.tsx'
import { WhyDate } from '#app/_ui/why_date.tsx'
import type { SubpoenaCase } from '#db/queries/subpoena_case.ts'
import type { SubpoenaHead } from '#db/queries/subpoena_page.ts'
import { type Actor, isPermitted } from '#lib/access/actor.ts'
import { mayOpen } from '#lib/access/pages.ts'
import { dayOfMonth } from '#lib/calendar/date.ts'
import { daysAway, formatShort } from '#lib/calendar/format.ts'
import { nextMark } from '#lib/clocks/case_clocks.ts'
import { labelInSentence, labelOf } from '#lib/kinds.ts'
import type { Stage } from '#lib/subpoena/stage.ts'
import { type DaysLeft, daysLeft, daysToPay } from '#lib/today/days_left.ts'
import { type NextStep, nextStep } from '#lib/today/next_step.ts'
import { moneyVerbs, verbsFor } from '#lib/today/verbs.ts'
import { wayOf } from '#lib/today/way.ts'

type Given = { actor: Actor; head: SubpoenaHead; theCase: SubpoenaCase | null }

/** Whose case it is, the days that are left, the one next action, and how far it has come. */
export function SubpoenaTop(given: Given) {
  const { actor, head, theCase } = given
  const { reference, court, caseNumber, caption } = head
  const step = nextStep(theCase?.tasks ?? head.money?.tasks ?? [], actor)
  const left = theCase ? daysLeft(theCase.one, theCase.complianceTime) : null
  const toPay = head.money ? daysToPay(head.money.file.invoices, head.today) : null
  return (
    <>
      <PageHead
        crumbs={[
          mayOpen(actor, '/subpoenas') ? { label: 'Subpoenas', href: '/subpoenas' } : { label: 'Subpoenas' },
          { label: reference },
          ...[labelOf('processTypes', head.processType), court, caseNumber]
            .filter((text) => text !== '')
            .map((label) => ({ label })),
        ]}
        caption={caption || 'A case without a name'}
        under={<Who head={head} />}
        figure={figureOf(left ?? toPay, head)}
        nextWords={<NextWords step={step} given={given} />}
        next={
          <>
            {step?.isTheirs ? (
              <LinkButton href={step.task.href} look="filled">
                {step.task.verb}
              </LinkButton>
            ) : null}
            <More given={given} />
          </>
        }
      />
      <Way given={given} />
    </>
  )
}

function Who({ head }: { head: SubpoenaHead }) {
  const { requester, issuingParty, receivedOn, serviceMethod, assignee, today } = head
  return (
    <>
      <a href={`/requesters/${requester.number}`} className="plain">
        {requester.name}
      </a>
      {issuingParty ? ` for ${issuingParty}` : ''} · received {formatShort(receivedOn, today)}{' '}
      {labelInSentence('serviceMethods', serviceMethod)} · {assignee ?? 'nobody'} looks after it
    </>
  )
}

function figureOf(left: DaysLeft | null, { today, reference }: SubpoenaHead) {
  if (!left) return undefined
  const { on, time, derivation } = left
  const day = [formatShort(on, today), time].filter(Boolean).join(', ')
  return {
    value: left.value,
    lines: [
      left.of,
      derivation ? (
        <WhyDate key="day" date={on} derivation={derivation} today={today} subject={`Hold of ${reference}`}>
          to {day}
        </WhyDate>
      ) : (
        day
      ),
    ],
  }
}

const soon = (words: string) => words === 'today' || words === 'tomorrow'

/** By when the next step is due; or for whom it waits, or what comes by itself. */
function NextWords({ step, given }: { step: NextStep | null; given: Given }): ReactNode {
  const { today } = given.head
  if (!step) return <Quiet given={given} />
  const { dueOn, verb, may } = step.task
  const away = dueOn && daysAway(dueOn, today)
  const day = dueOn ? (
    <b className={away?.endsWith('late') ? 'brick' : away && soon(away) ? 'ochre' : undefined}>
      {formatShort(dueOn, today)}, {away}
    </b>
  ) : null
  if (step.isTheirs) return day ? <>Next, by {day}</> : 'Next'
  return (
    <>
      {verb}
      {day ? <>, by {day}</> : null}: for {isPermitted(given.actor, may) ? 'another ' : ''}
      {orList(may.map((one) => labelOf('roles', one).toLowerCase()))}
    </>
  )
}

function Quiet({ given: { head, theCase } }: { given: Given }) {
  if ((theCase?.stage ?? head.stage) === 'closed') return 'It is closed'
  const next = theCase && nextMark(theCase.marks, head.today)
  if (!next) return 'Nothing to do'
  return (
    <>
      Nothing to do until {formatShort(next.on, head.today)}: {next.words.toLowerCase()}
    </>
  )
}

function orList(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${last}` : last
}

function More({ given: { actor, head, theCase } }: { given: Given }) {
  const verbs = theCase ? verbsFor(theCase.one, actor) : moneyVerbs(head.reference, actor)
  if (verbs.length === 0) return null
  return (
    <Menu label="More" keys=".">
      {verbs.map(({ words, href, key }) => (
        <a key={href} href={href} data-key={key} className="justify-between gap-4">
          {words}
          {key ? <Key>{key}</Key> : null}
        </a>
      ))}
    </Menu>
  )
}

const stageGlyphs: Partial<Record<Stage, GlyphName>> = {
  'to-research': 'lines',
  'to-notify': 'envelope',
  'on-hold': 'half-disc',
  stayed: 'bars',
  ready: 'door',
  deficient: 'bent-arrow',
  rejected: 'barred-circle',
  withdrawn: 'bent-arrow',
  referred: 'barred-circle',
  closed: 'tick',
}

function Way({ given: { head, theCase } }: { given: Given }) {
  const stage = theCase?.stage ?? head.stage
  const lanes = theCase?.one.lanes.map(({ target, state }) => ({ number: target.number, lane: state.lane }))
  const { billing, receivedOn, days, today } = head
  const way = wayOf({ stage, billing, receivedOn, ...days, lanes: lanes ?? [] })
  return (
    <StageLine
      steps={way.map(({ name, state, on, lanes: words }) => ({
        name,
        state,
        detail:
          words ??
          (on ? `${dayOfMonth(on)} ${formatShort(on, today).split(' ').slice(2).join(' ')}` : undefined),
        glyph: state === 'now' ? stageGlyphs[stage] : undefined,
      }))}
    />
  )
}
