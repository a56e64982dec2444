import { expect, test } from 'vitest'
import { captionParts } from './caption_parts.ts'

test.each([
  { caption: 'Larkmoor Dental v. Doe 1', italic: ['v.'], because: 'the usual form' },
  {
    caption: 'In re Marlowe Trust',
    italic: ['In re'],
    because: 'a proceeding without parties against each other',
  },
  { caption: 'Hanbit Trading v. 김철수', italic: ['v.'], because: 'one name is in Hangul' },
  {
    caption: 'Ray v. V. Moss v. Doe 3',
    italic: ['v.', 'v.'],
    because: 'a cross-claim; an initial stays upright',
  },
  { caption: 'Rev. Main Realty', italic: [], because: 'v. inside a word is no versus' },
  { caption: 'Main Realty in re', italic: [], because: 'In re stands only at the front' },
  { caption: '"><img src=x onerror=alert(1)> v. Doe', italic: ['v.'], because: 'a hostile caption is text' },
  { caption: '', italic: [], because: 'nothing printed' },
])('sets $caption: $because', ({ caption, italic }) => {
  const parts = captionParts(caption)
  expect(parts.map((part) => part.text).join('')).toBe(caption)
  expect(parts.filter((part) => part.italic).map((part) => part.text)).toEqual(italic)
})
