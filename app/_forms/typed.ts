/** What was typed, to be shown again; files are stored before and named by hash, passwords are never sent back. */
export function typed(form: FormData): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION_') || /password|code/i.test(name)) continue
    const values = form.getAll(name).filter((value) => typeof value === 'string')
    const [first = ''] = values
    found[name] = values.length > 1 ? values : first
  }
  return found
}
