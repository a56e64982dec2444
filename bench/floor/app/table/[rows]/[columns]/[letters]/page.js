import { connection } from 'next/server'

const sentence = 'Larkmoor Dental v. Doe 1, C.D. Cal., on hold until the twenty-first of January. '.repeat(20)

/** A table of so many rows and columns, each cell of so many letters: the least that a page of Next costs. */
export default async function Table({ params }) {
  await connection()
  const { rows, columns, letters } = await params
  const text = sentence.slice(0, Number(letters))
  const counted = (count) => Array.from({ length: Number(count) }, (_, index) => index)
  return (
    <main>
      <h1>The floor</h1>
      <table>
        <tbody>
          {counted(rows).map((row) => (
            <tr key={row}>
              {counted(columns).map((column) => (
                <td key={column}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  )
}
