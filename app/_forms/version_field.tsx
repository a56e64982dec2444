'use client'
import { useField } from '#app/_ui/form_context.tsx'

/**
 * The version that the editor saw. When somebody else saved meanwhile, the refusal shows both versions and brings the
 * newer number, so that saving again is a choice and not another refusal.
 */
export function VersionField({ version }: { version: number }) {
  const { value } = useField('version', { value: String(version) })
  return <input type="hidden" name="version" value={value} />
}
