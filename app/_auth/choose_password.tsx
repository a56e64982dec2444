import { Input } from '#app/_ui/inputs.tsx'

/** A password of one's own, twice, since it is not seen while it is typed. */
export function ChoosePassword({ label = 'Password' }: { label?: string }) {
  return (
    <>
      <Input
        name="password"
        label={label}
        type="password"
        autoComplete="new-password"
        help="8 to 128 characters. A few words in a row are easy to keep and hard to guess."
        required
      />
      <Input
        name="passwordAgain"
        label="The same again"
        type="password"
        autoComplete="new-password"
        required
      />
    </>
  )
}
