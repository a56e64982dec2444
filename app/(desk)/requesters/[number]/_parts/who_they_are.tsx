import { Facts, PaneSection } from '#app/_ui/panes.tsx'
import type { Contact, RequesterPage } from '#db/queries/requesters.ts'

/** Where letters and invoices go, and whom to call. */
export function WhoTheyAre({ page, mayChange }: { page: RequesterPage; mayChange: boolean }) {
  const { requester, contacts } = page
  const { number, namePrinted, attention, address, email, phone, fax, note } = requester
  const isReachable = address !== '' || email !== ''
  return (
    <>
      <PaneSection title="Letters go to">
        <Facts
          facts={[
            { label: 'Printed as', value: namePrinted },
            { label: 'Attention', value: attention },
            {
              label: 'Address',
              value: address ? <span className="whitespace-pre-line">{address}</span> : '',
            },
            { label: 'E-mail', value: email ? <span className="wrap-anywhere">{email}</span> : '' },
            { label: 'Telephone', value: phone },
            { label: 'Fax', value: fax },
          ]}
        />
        {isReachable ? null : (
          <p className="second">
            No address and no e-mail is on file, so no letter can reach them.{' '}
            {mayChange ? <a href={`/requesters/${number}/edit`}>Add one</a> : null}
          </p>
        )}
        {note ? <p className="mt-3 whitespace-pre-line">{note}</p> : null}
      </PaneSection>
      <PaneSection title="Contacts" meta={contacts.length}>
        {contacts.length === 0 ? (
          <p className="second">The attorney who signs, the clerk who is called: none so far.</p>
        ) : (
          <ul>
            {contacts.map((contact, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two contacts may be alike
              <Person key={index} contact={contact} />
            ))}
          </ul>
        )}
      </PaneSection>
    </>
  )
}

function Person({ contact: { name, email, phone, barNumber } }: { contact: Contact }) {
  const lines = [email, phone, barNumber ? `Bar number ${barNumber}` : ''].filter((line) => line !== '')
  return (
    <li className="border-t border-line py-2 first:border-t-0 first:pt-0">
      {name}
      {lines.map((line) => (
        <span key={line} className="block text-small break-words text-second">
          {line}
        </span>
      ))}
    </li>
  )
}
