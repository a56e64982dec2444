/** A PDF that is whole from end to end, of one empty page, told from others by its words. */
export function pdfOf(words: string): Buffer {
  const parts = [
    '%PDF-1.4\n',
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>\nendobj\n',
  ]
  const places: number[] = []
  let text = ''
  for (const part of parts) {
    places.push(text.length)
    text += part
  }
  text += `% ${words.replace(/\s+/g, ' ')}\n`
  const rows = places.slice(1).map((at) => `${String(at).padStart(10, '0')} 00000 n \n`)
  const table = `xref\n0 4\n0000000000 65535 f \n${rows.join('')}`
  return Buffer.from(`${text}${table}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`)
}

/** A TIFF of one page. */
export function smallTiff(): Buffer {
  const file = Buffer.alloc(60)
  file.write('II', 'latin1')
  file.writeUInt16LE(42, 2)
  file.writeUInt32LE(8, 4)
  file.writeUInt16LE(2, 8)
  for (const [index, [tag = 0, value = 0]] of [
    [273, 40],
    [279, 20],
  ].entries()) {
    file.writeUInt16LE(tag, 10 + index * 12)
    file.writeUInt16LE(4, 12 + index * 12)
    file.writeUInt32LE(1, 14 + index * 12)
    file.writeUInt32LE(value, 18 + index * 12)
  }
  return file
}
