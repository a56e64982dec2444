import { Input } from '#app/_ui/inputs.tsx'

/** Asked again before what keeps a person's sign-in theirs is changed. */
export function PresentPassword({ name }: { name: string }) {
  return (
    <>
      {/* For password managers, which keep a password with a name. */}
      <input type="hidden" name="username" autoComplete="username" value={name} />
      <Input
        name="presentPassword"
        label="Your present password"
        type="password"
        autoComplete="current-password"
        required
      />
    </>
  )
}
