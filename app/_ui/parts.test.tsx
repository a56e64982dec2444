import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { businessCalendar } from '#lib/calendar/business.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { holdEnd } from '#lib/hold/hold.ts'
import { cents } from '#lib/money.ts'
import { Caption } from './caption.tsx'
import { DateField } from './date_field.tsx'
import { FormStateProvider } from './form_context.tsx'
import { Input } from './inputs.tsx'
import { LedgerTable } from './ledger_table.tsx'
import { DaysAway, Money } from './values.tsx'
import { WhyDate } from './why_date.tsx'

const today = calendarDate('2026-02-10')

test('a hostile caption is text, and nothing else', () => {
  const html = renderToStaticMarkup(<Caption text={'"><img src=x onerror=alert(1)> v. Doe'} />)
  expect(html).not.toContain('<img')
  expect(html).toContain('<i>v.</i>')
})

test('money has a true minus and two decimals', () => {
  expect(renderToStaticMarkup(<Money amount={cents(-30000)} />)).toContain('−$300.00')
})

test.each([
  { date: '2026-02-09', glyph: true, words: '1 day late' },
  { date: '2026-02-10', glyph: true, words: 'today' },
  { date: '2026-02-11', glyph: false, words: 'tomorrow' },
  { date: '2026-02-18', glyph: false, words: 'in 8 days' },
])('$date is $words, with a shape where it warns', ({ date, glyph, words }) => {
  const html = renderToStaticMarkup(<DaysAway date={calendarDate(date)} today={today} />)
  expect(html).toContain(words)
  expect(html.includes('<svg')).toBe(glyph)
})

describe('a computed date', () => {
  const { value, derivation } = holdEnd(
    {
      deemedReceivedOn: calendarDate('2026-01-29'),
      noticeEffectiveOn: calendarDate('2026-02-02'),
      lastDayPrinted: null,
      extendedTo: null,
    },
    { holdDays: 14, noticeDays: 10 },
    businessCalendar([{ calendar: 'california', date: calendarDate('2026-02-12'), name: 'Lincoln Day' }]),
  )
  const html = renderToStaticMarkup(
    <WhyDate date={value ?? today} derivation={derivation} today={today} subject="Hold of A" />,
  )

  test('says the day, why it is that day, and under which rule', () => {
    expect(html).toContain('Why Friday 13 February?')
    expect(html).toContain('Lincoln Day')
    expect(html).toContain('from-receipt')
  })

  test('may stand in the middle of a sentence: it holds nothing that would end a paragraph', () => {
    expect(html).not.toMatch(/<(div|p|table|ul|ol|dl|section|h\d)\b/)
  })

  test('opens before scripts arrive', () => {
    const [, id] = /popoverTarget="([^"]+)"/i.exec(html) ?? []
    expect(id).toBeTruthy()
    expect(html).toContain(`id="${id}"`)
  })
})

describe('a field after an answer of no', () => {
  const state = {
    values: { receivedOn: '2026-02-30', note: 'typed' },
    errors: { receivedOn: 'There is no such day.' },
  }
  const html = renderToStaticMarkup(
    <FormStateProvider state={state}>
      <DateField
        name="receivedOn"
        label="Received"
        value="2026-02-09"
        help="The day it came."
        today={today}
      />
      <Input name="note" label="Note" value="on file" />
      <Input name="password" label="Password" type="password" value="secret" />
    </FormStateProvider>,
  )

  test('shows what was typed, not what is on file', () => {
    expect(html).toContain('value="2026-02-30"')
    expect(html).toContain('value="typed"')
  })

  test('has its sentence beside it, and tells a screen reader', () => {
    const [, ids = ''] = /aria-describedby="([^"]+)"/.exec(html) ?? []
    expect(ids.split(' ')).toHaveLength(2)
    for (const id of ids.split(' ')) expect(html).toContain(`id="${id}"`)
    expect(html).toContain('aria-invalid="true"')
  })

  test('never sends a password back', () => {
    expect(html).not.toContain('secret')
  })
})

test('a table has a name, its columns and a name for each row', () => {
  const html = renderToStaticMarkup(
    <LedgerTable
      caption="Payments"
      columns={[{ head: 'Check' }, { head: 'Amount', align: 'end' }]}
      rows={[{ key: 1, cells: ['10442', '$300.00'] }]}
    />,
  )
  expect(html).toContain('<caption class="sr-only">Payments</caption>')
  expect(html).toContain('scope="col"')
  expect(html).toContain('<th scope="row">10442</th>')
})
