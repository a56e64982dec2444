import { Form } from '#app/_forms/form.tsx'
import { TextButton } from '#app/_ui/button.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Section } from '#app/_ui/section.tsx'
import { Mark } from '#app/_ui/states.tsx'
import { DateText, InstantText } from '#app/_ui/values.tsx'
import type { MachineLine, MachineToken } from '#db/queries/machines.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { labelOf } from '#lib/kinds.ts'
import { revokeTokenAction } from './actions.ts'

type Place = { readonly zone: string; readonly today: CalendarDate; readonly mayChange: boolean }

/** A machine with its roles and tokens, and the button that ends each. */
export function Machine({ machine, ...place }: { machine: MachineLine } & Place) {
  const { name, roles, tokens } = machine
  const { zone, today, mayChange } = place
  return (
    <Section title={name} lead={roles.map((role) => labelOf('roles', role)).join(', ')}>
      <LedgerTable
        caption={`The tokens of ${name}`}
        columns={[
          { head: 'Token', nowrap: true },
          { head: 'State' },
          { head: 'Made' },
          { head: 'Last used' },
          { head: 'Change' },
        ]}
        rows={tokens.map((token) => ({
          key: token.number,
          cells: [
            `Token ${token.number}`,
            <State key="state" {...{ token, today }} />,
            <span key="made">
              <InstantText at={token.madeAt} zone={zone} today={today} /> by {token.madeBy}
            </span>,
            token.lastUsedOn ? <DateText key="used" date={token.lastUsedOn} today={today} /> : 'Never',
            mayChange && token.state !== 'revoked' ? (
              <Form key="revoke" action={revokeTokenAction} hidden={{ machine: name, token: token.number }}>
                <TextButton>
                  Revoke
                  <span className="sr-only">
                    {' '}
                    token {token.number} of {name}
                  </span>
                </TextButton>
              </Form>
            ) : null,
          ],
        }))}
      />
    </Section>
  )
}

function State({ token, today }: { token: MachineToken; today: CalendarDate }) {
  if (token.state === 'revoked') return <Mark glyph="barred-circle" words="Revoked" />
  if (token.state === 'over') return <Mark glyph="bars" words="Over" />
  if (token.lastDayOn === null) return <Mark glyph="tick" words="Works" />
  return (
    <>
      <Mark glyph="tick" words="Works to" /> <DateText date={token.lastDayOn} today={today} />
    </>
  )
}
