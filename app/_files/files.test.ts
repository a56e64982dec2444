import { rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storedPath } from '#db/files/stored.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { pdfOf } from '#db/testing/upload.ts'
import { downloadOf } from './download.ts'
import { storeFormFile, storeSentFile } from './uploads.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.close())

function sent(bytes: Uint8Array, name: string, fields: Record<string, string> = {}): Request {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new File([Buffer.from(bytes)], name))
  return new Request('http://desk.test/api/files', { method: 'POST', body: form })
}

async function stored(bytes: Uint8Array, name: string) {
  const result = await storeSentFile(office.actors.intake, sent(bytes, name))
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

describe('a file that is sent', () => {
  test('is stored whole, with its pages counted', async () => {
    const bytes = pdfOf('sent by a browser')
    const value = await stored(bytes, '김철수 v. Åström.pdf')
    expect(value).toMatchObject({ name: '김철수 v. Åström.pdf', size: bytes.length, pages: 1 })
    expect(Buffer.from(await downloadOf(value).arrayBuffer())).toEqual(bytes)
  })

  test('is stored the same from a form before scripts arrived', async () => {
    const bytes = pdfOf('sent without scripts')
    const file = new File([Buffer.from(bytes)], 'scan.pdf')
    const result = await storeFormFile(office.actors.intake, file)
    expect(result).toMatchObject({ ok: true, value: { name: 'scan.pdf', size: bytes.length } })
  })

  test.each([
    ['of a kind that is not kept', sent(pdfOf('x'), 'x.docx'), 'file-kind'],
    ['that is empty', sent(Buffer.alloc(0), 'x.pdf'), 'file-empty'],
    ['that is cut off', sent(pdfOf('x').subarray(0, 200), 'x.pdf'), 'file-cut-off'],
  ])('%s is refused', async (_what, request, kind) => {
    const result = await storeSentFile(office.actors.intake, request)
    expect(result).toMatchObject({ ok: false, refusal: { kind } })
  })

  test('larger than 50 MB is refused, and the sender is heard out', async () => {
    const large = Buffer.concat([pdfOf('large'), Buffer.alloc(51 << 20)])
    const request = sent(large, 'large.pdf')
    expect(await storeSentFile(office.actors.intake, request)).toMatchObject({
      refusal: { kind: 'file-too-large' },
    })
  })

  test('in no multipart message, or in none, is no file', async () => {
    const asked = (init: RequestInit) =>
      new Request('http://desk.test/api/files', { method: 'POST', ...init })
    const form = new FormData()
    form.set('words', 'and no file')
    for (const request of [asked({ body: '{}' }), asked({}), asked({ body: form })]) {
      expect(await storeSentFile(office.actors.intake, request)).toMatchObject({
        refusal: { kind: 'no-file' },
      })
    }
  })

  test('whose message breaks off is not stored', async () => {
    const whole = sent(pdfOf('broken off'), 'x.pdf')
    const bytes = new Uint8Array(await whole.clone().arrayBuffer())
    const cut = new Request(whole.url, {
      method: 'POST',
      headers: whole.headers,
      body: bytes.subarray(0, bytes.length - 60),
    })
    expect(await storeSentFile(office.actors.intake, cut)).toMatchObject({
      refusal: { kind: 'file-not-received' },
    })
  })

  test('by a sender who goes away is not stored', async () => {
    const whole = sent(pdfOf('gone'), 'x.pdf')
    const bytes = new Uint8Array(await whole.clone().arrayBuffer())
    let pieces = 0
    const body = new ReadableStream({
      pull(controller) {
        pieces += 1
        if (pieces > 1) controller.error(new Error('reset'))
        else controller.enqueue(bytes.subarray(0, 300))
      },
    })
    const request = new Request(whole.url, {
      method: 'POST',
      headers: whole.headers,
      body,
      duplex: 'half',
    } as RequestInit)
    expect(await storeSentFile(office.actors.intake, request)).toMatchObject({
      refusal: { kind: 'file-not-received' },
    })
  })

  test('by a billing clerk is refused', async () => {
    expect(await storeSentFile(office.actors.billing, sent(pdfOf('b'), 'b.pdf'))).toMatchObject({
      refusal: { kind: 'not-permitted' },
    })
  })
})

describe('a download', () => {
  test('is saved under its name and never shown', async () => {
    const { headers } = downloadOf(await stored(pdfOf('download'), '"><img src=x onerror=alert(1)>.pdf'))
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="/)
    expect(headers.get('content-disposition')).toContain("UTF-8''%22%3E%3Cimg%20src%3Dx")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain('sandbox')
  })

  test('breaks off when the bytes are no longer those that were received', async () => {
    const value = await stored(pdfOf('altered'), 'x.pdf')
    writeFileSync(storedPath(value.sha256), pdfOf('ALTERED'))
    await expect(downloadOf(value).arrayBuffer()).rejects.toThrow()
    rmSync(storedPath(value.sha256))
    await expect(downloadOf(value).arrayBuffer()).rejects.toThrow()
  })
})
