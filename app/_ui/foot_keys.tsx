// biome-ignore-all lint/a11y/useSemanticElements: a real list would end the popover's span
import { Key } from './button.tsx'
import { KeysSwitch } from './keys_switch.tsx'
import { Popover } from './popover.tsx'

export type KeyLine = { readonly keys: readonly string[]; readonly does: string }

const everywhere: readonly KeyLine[] = [
  { keys: ['/'], does: 'search' },
  { keys: ['n'], does: 'new subpoena' },
  { keys: ['g', 't'], does: 'go to Today' },
  { keys: ['g', 'q'], does: 'go to Subpoenas' },
  { keys: ['g', 'i'], does: 'go to Invoices' },
  { keys: ['g', 'm'], does: 'go to Mail' },
  { keys: ['g', 'r'], does: 'go to Requesters' },
  { keys: ['g', 'h'], does: 'go to History' },
  { keys: ['g', 's'], does: 'go to Settings' },
  { keys: ['j', 'k'], does: 'next row, previous row' },
  { keys: ['Enter'], does: 'do the next step of the row' },
  { keys: ['o'], does: 'open the row' },
  { keys: ['?'], does: 'all keys' },
]

/** The bar of keys at the foot: five to eight, those of this page. `?` shows all of them. */
export function FootKeys({ keys }: { keys: readonly KeyLine[] }) {
  const own = keys.filter((line) => !everywhere.some((known) => known.keys.join() === line.keys.join()))
  return (
    <aside className="foot-keys" aria-label="Keys">
      {keys.map((line) => (
        <span key={line.does}>
          {line.keys.map((key) => (
            <Key key={key}>{key}</Key>
          ))}
          {line.does}
        </span>
      ))}
      <Popover
        label="All keys"
        keys="?"
        buttonClass="all-keys"
        button={
          <>
            <Key>?</Key> all keys
          </>
        }
      >
        <span className="why-head">
          <strong>Keys</strong>
          <span>They work wherever you are not typing.</span>
        </span>
        <span className="keys-list" role="list">
          {[...own, ...everywhere].map((line) => (
            <span key={line.keys.join()} role="listitem">
              <span>
                {line.keys.map((key) => (
                  <Key key={key}>{key}</Key>
                ))}
              </span>
              <span>{line.does}</span>
            </span>
          ))}
        </span>
        <KeysSwitch />
      </Popover>
    </aside>
  )
}
