import { redirect } from 'next/navigation'

/** After an act, back to the subpoena, or to a page of it; the command has read the reference before. */
export function backTo(form: FormData, path = ''): never {
  redirect(`/subpoenas/${String(form.get('reference'))}${path}`)
}
