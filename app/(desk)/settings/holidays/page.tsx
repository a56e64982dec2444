import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, TextButton } from '#app/_ui/button.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input, Select } from '#app/_ui/inputs.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Callout } from '#app/_ui/messages.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { Heading, PageBody } from '#app/_ui/panes.tsx'
import { DateText } from '#app/_ui/values.tsx'
import { todayOf } from '#db/queries/office.ts'
import { holidaysOf } from '#db/queries/settings.ts'
import { reader } from '#db/tx.ts'
import { isPermitted } from '#lib/access/actor.ts'
import { yearOf } from '#lib/calendar/date.ts'
import { SettingsTabs } from '../_parts/settings_tabs.tsx'
import { addHolidayAction, removeHolidayAction } from '../actions.ts'

export const metadata: Metadata = { title: 'Holidays' }

const calendars = [
  { value: 'federal', label: 'Federal' },
  { value: 'california', label: 'California courts' },
]
const named = (calendar: string) => calendars.find(({ value }) => value === calendar)?.label ?? calendar

type Asked = { searchParams: Promise<{ year?: string; moved?: string }> }

export default async function HolidaysPage({ searchParams }: Asked) {
  const actor = await signedIn()
  const today = await todayOf(reader())
  const asked = await searchParams
  const year = /^20\d\d$/.test(asked.year ?? '') ? Number(asked.year) : yearOf(today)
  const days = await holidaysOf(actor, year)
  const mayChange = isPermitted(actor, ['administrator'])
  return (
    <>
      <PageHead
        title={`Closed days of ${year}`}
        under="Holds and due days move past the days of both calendars, and past weekends."
        aside={<SettingsTabs current="/settings/holidays" />}
        ruled
      />
      <PageBody>
        {asked.moved === undefined ? null : (
          <Callout tone="done">
            {asked.moved === '0'
              ? 'Done. No open subpoena moved.'
              : `Done. Open subpoenas that moved: ${Number(asked.moved)}.`}
          </Callout>
        )}
        <p className="my-3">
          <a href={`/settings/holidays?year=${year - 1}`}>{year - 1}</a> ·{' '}
          <a href={`/settings/holidays?year=${year + 1}`}>{year + 1}</a>
        </p>
        <LedgerTable
          caption={`Closed days of ${year}`}
          columns={[
            { head: 'Day', nowrap: true },
            { head: 'Name' },
            { head: 'Calendar' },
            { head: 'Change' },
          ]}
          rows={days.map(({ calendar, date, name }) => ({
            key: `${calendar} ${date}`,
            cells: [
              <DateText key="day" date={date} today={today} />,
              name,
              named(calendar),
              mayChange ? (
                <Form key="remove" action={removeHolidayAction} hidden={{ calendar, date }}>
                  <TextButton>Take out</TextButton>
                </Form>
              ) : null,
            ],
          }))}
        />
        {mayChange ? <AddHoliday today={today} /> : null}
      </PageBody>
    </>
  )
}

function AddHoliday({ today }: { today: string }) {
  return (
    <section className="mt-8 max-w-3xl">
      <Heading level={2}>Add a closed day</Heading>
      <p className="my-2">
        Every hold that runs is worked out anew. None ends before the day that its notice says.
      </p>
      <Form action={addHolidayAction}>
        <div className="fields">
          <FieldRow of={3}>
            <Select name="calendar" label="Calendar" options={calendars} />
            <DateField name="date" label="Day" today={today} required />
            <Input name="name" label="Name" maxLength={120} required />
          </FieldRow>
        </div>
        <p className="buttons mt-4">
          <Button look="filled">Add it</Button>
        </p>
      </Form>
    </section>
  )
}
