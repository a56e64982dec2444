import { actorAllowed } from '#app/_auth/actor.ts'
import { keepSpreadsheet, mostSheetBytes } from '#db/files/spreadsheet.ts'
import { previewAddress } from '../import_query.ts'

/** Keeps a spreadsheet and leads to its preview; where it cannot be kept, back to the form with the reason. */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorAllowed()
  if (actor instanceof Response) return actor
  // What a form adds around its file is far less than a megabyte.
  const isTooLarge = Number(request.headers.get('content-length') ?? 0) > mostSheetBytes + (1 << 20)
  const form = isTooLarge ? new FormData() : await request.formData().catch(() => new FormData())
  const sheet = form.get('sheet')
  const isFile = sheet instanceof File && sheet.name !== ''
  const kept = isFile
    ? await keepSpreadsheet(actor, { name: sheet.name, bytes: new Uint8Array(await sheet.arrayBuffer()) })
    : null
  const words = (name: string) => String(form.get(name) ?? '')
  const asked = { kind: words('kind'), dates: words('dates'), serviceMethod: words('serviceMethod') }
  if (kept?.ok) return led(previewAddress({ ...asked, file: kept.value.sha256 }))
  const problem = isTooLarge ? 'sheet-too-large' : kept ? kept.refusal.kind : 'no-file'
  return led(`/settings/import?${new URLSearchParams({ ...asked, problem })}`)
}

const led = (to: string) => new Response(null, { status: 303, headers: { Location: to } })
