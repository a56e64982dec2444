import type { AskedSheet } from '#db/import/sheets.ts'
import type { ImportKind } from '#lib/import/access.ts'
import { type KindOf, kindsOf } from '#lib/kinds.ts'

export type Asked = Readonly<Record<string, string | string[] | undefined>>

/** How the sheet of an address is to be read; null without a file. What is not understood is what the form begins with. */
export function sheetAsked(asked: Asked): AskedSheet | null {
  const file = String(asked.file ?? '')
  if (!/^[0-9a-f]{64}$/.test(file)) return null
  return { file, ...readingAsked(asked) }
}

export function readingAsked(asked: Asked): Omit<AskedSheet, 'file'> {
  return {
    kind: oneOf<ImportKind>(kindsOf('importKinds'), asked.kind, 'subpoenas'),
    dates: oneOf(['unstated', 'month-first'] as const, asked.dates, 'unstated'),
    serviceMethod: oneOf<KindOf<'serviceMethods'>>(kindsOf('serviceMethods'), asked.serviceMethod, 'mail'),
  }
}

function oneOf<Word extends string>(words: readonly Word[], asked: Asked[string], otherwise: Word): Word {
  return words.find((word) => word === asked) ?? otherwise
}

export const previewAddress = (asked: Readonly<Record<string, string>>): string =>
  `/settings/import/preview?${new URLSearchParams(asked)}`
