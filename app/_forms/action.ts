import { z } from 'zod'
import { signedInToSend } from '#app/_auth/kept_form.ts'
import type { Command } from '#db/command.ts'
import { officeZone, todayOf } from '#db/queries/office.ts'
import { reader } from '#db/tx.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { Refusal } from '#lib/result.ts'
import { decodeForm, type Schema } from './decode.ts'
import { storeFiles } from './files_in_form.ts'
import type { FormState } from './form_state.ts'
import { typed } from './typed.ts'

/** `command` names the form among those of its page, for what is kept of it when a session has ended. */
export type FormAction = {
  (state: FormState, form: FormData): Promise<FormState>
  readonly command?: string
}

/**
 * Makes a server action of a command: is it well formed, was it done, where next. Who may is the command's business.
 *
 * @param next redirects after the command was accepted (it throws Next's redirect, so it never returns).
 */
export function action<Input extends z.ZodType, Value>(
  command: Command<Input, Value>,
  next: (value: Value, form: FormData) => never | Promise<never>,
  asking?: () => Promise<Actor>,
): FormAction {
  // With refinements left out, a schema prints as JSON Schema: that is all the decoder needs to know.
  const schema = z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }) as Schema
  async function act(state: FormState, form: FormData): Promise<FormState> {
    const actor = asking ? await asking() : await signedInToSend(form, command.command)
    const lost = await storeFiles(actor, form)
    if (lost) return answerOf(lost, state, form)
    const input = decodeForm(form, schema, {
      zone: await officeZone(reader()),
      today: await todayOf(reader()),
    })
    const submission = form.get('submission')
    const result = await command(
      actor,
      input as z.input<Input>,
      typeof submission === 'string' && submission !== '' ? { submission } : {},
    )
    return result.ok ? next(result.value, form) : answerOf(result.refusal, state, form)
  }
  return Object.assign(act, { command: command.command })
}

/** What a form is shown with again after a no: the sentences, and what was typed. */
export function answerOf(
  { kind, sentence, field, fields, version }: Refusal,
  state: FormState,
  form: FormData,
): FormState {
  return {
    // Edited meanwhile: both versions have now been seen, so saving again may go by the newer one.
    values: typeof version === 'number' ? { ...typed(form), version: String(version) } : typed(form),
    errors: { ...(fields as Record<string, string> | undefined), ...(field ? { [field]: sentence } : {}) },
    refusal: { kind, sentence },
    tries: state.tries + 1,
  }
}
