'use server'
import { redirect } from 'next/navigation'
import { signedInToSend } from '#app/_auth/kept_form.ts'
import { action, answerOf } from '#app/_forms/action.ts'
import type { FormState } from '#app/_forms/form_state.ts'
import { typed } from '#app/_forms/typed.ts'
import { undoImport } from '#db/commands/import/undo.ts'
import { importSheet } from '#db/import/import_sheet.ts'
import { sheetAsked } from './import_query.ts'

/** Imports a kept sheet: its rows are read from the file again, and not from the form. */
export async function importSheetAction(state: FormState, form: FormData): Promise<FormState> {
  const actor = await signedInToSend(form, 'import-sheet')
  const asked = sheetAsked(typed(form))
  if (!asked) redirect('/settings/import?problem=no-file')
  const done = await importSheet(actor, asked, { submission: String(form.get('submission') ?? '') })
  if (!done.ok) return answerOf(done.refusal, state, form)
  redirect(`/settings/import?done=${done.value.number}`)
}

export const undoImportAction = action(undoImport, ({ number }) =>
  redirect(`/settings/import?undone=${number}`),
)
