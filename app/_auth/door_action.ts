import { z } from 'zod'
import { answerOf, type FormAction } from '#app/_forms/action.ts'
import { decodeForm, type Place, type Schema } from '#app/_forms/decode.ts'
import type { FormState } from '#app/_forms/form_state.ts'
import { faults, normalised } from '#db/command_input.ts'
import { officeZone, todayOf } from '#db/queries/office.ts'
import { refuse } from '#db/refusals.ts'
import { reader } from '#db/tx.ts'
import type { Result } from '#lib/result.ts'
import { signedInToSend } from './kept_form.ts'

/**
 * Makes a server action of what has to be done before a command can be asked: passwords are hashed and tokens made
 * outside of its transaction. It needs no office to be open, so that set-up can use it too.
 *
 * @param command Names a form of the desk: only who is signed in sends it, and what was typed is kept when they are not.
 * @param next redirects after it was accepted (it throws Next's redirect, so it never returns).
 */
export function doorAction<Input extends z.ZodType, Value>(
  input: Input,
  run: (input: z.output<Input>, form: FormData) => Promise<Result<Value>>,
  next: (value: Value, form: FormData) => Promise<never>,
  command?: string,
): FormAction {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema
  async function act(state: FormState, form: FormData): Promise<FormState> {
    if (command) await signedInToSend(form, command)
    const given = normalised(decodeForm(form, schema, await placeOf(command)))
    const parsed = input.safeParse(given)
    const result = parsed.success
      ? await run(parsed.data, form)
      : refuse('not-understood', { fields: faults(parsed.error, given) })
    return result.ok ? next(result.value, form) : answerOf(result.refusal, state, form)
  }
  return Object.assign(act, { command })
}

/** What a day means that somebody typed; at the door there is no office, and no form holds a day. */
async function placeOf(command: string | undefined): Promise<Place> {
  if (!command) return { zone: 'UTC', today: '2026-01-01' }
  return { zone: await officeZone(reader()), today: await todayOf(reader()) }
}
