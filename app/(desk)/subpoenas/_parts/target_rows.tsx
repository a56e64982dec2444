'use client'
import { type ReactNode, useState } from 'react'
import { useFormState } from '#app/_ui/form_context.tsx'
import { Input, type Option, Select } from '#app/_ui/inputs.tsx'
import { LaneLetter } from '#app/_ui/states.tsx'
import { targetLetter } from '#lib/subpoena/target.ts'

/** The letter of a target, and its kind, identifier and time side by side; under one another on a telephone. */
export function TargetRow({ letter, children }: { letter: string; children: ReactNode }) {
  return (
    <div className="target-row">
      <LaneLetter letter={letter} />
      {children}
    </div>
  )
}

/**
 * Rows to type targets into, lettered as they will be. As many as were filled in before, and a few more; with scripts
 * another row is a press away, without them the box for pasted lines has no end.
 *
 * @param first The number that the first row will get.
 */
export function TargetRows(props: { kinds: readonly Option[]; rows: number; first?: number }) {
  const { kinds, rows, first = 1 } = props
  const { values } = useFormState()
  const typed = Object.keys(values).filter((name) => /^targets\.\d+\.identifier$/.test(name)).length
  const [count, setCount] = useState(Math.max(rows, typed))
  const letters = Array.from({ length: count }, (_, index) => targetLetter(first + index))
  return (
    <div className="fields">
      {letters.map((letter, index) => (
        <TargetRow key={letter} letter={letter}>
          <Select name={`targets.${index}.kind`} label={`Kind of ${letter}`} options={kinds} />
          <Input
            name={`targets.${index}.identifier`}
            label={`Identifier of ${letter}`}
            placeholder="1-323-555-0142"
          />
          <Input
            name={`targets.${index}.period`}
            label={`Time asked about, ${letter}`}
            placeholder="1 Dec 2025 to 15 Jan 2026"
          />
        </TargetRow>
      ))}
      <p>
        <button type="button" className="button outlined" onClick={() => setCount(count + 1)}>
          Another row
        </button>
      </p>
    </div>
  )
}
