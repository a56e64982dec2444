import { type Block, type Letter, type Part, partText, type Row, textOf, type Words } from './letter.ts'
import { contactLines } from './office.ts'
import { escapeHtml, plain } from './plain.ts'

/** The letter as plain text: the part of the mail that every reader can read. Line ends are `\n`. */
export function toText(letter: Letter): string {
  const { office } = letter
  const parts = [
    letter.title,
    letter.greeting,
    ...letter.blocks.map(blockText),
    letter.closing,
    [office.name, office.department, ...contactLines(office)].filter((line) => line !== '').join('\n'),
  ]
  return `${plain(parts.filter((part) => part !== '').join('\n\n'))}\n`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return textOf(block.words)
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(60, [...block.text].length))}`
    case 'days':
      return [block.first, block.second]
        .map(({ label, day, note }) => `${label}:\n  ${day}\n  ${note}`)
        .join('\n\n')
    case 'rows':
      return block.rows.map(rowText).join('\n')
    case 'steps':
      return block.items.map((words, index) => `${index + 1}. ${textOf(words)}`).join('\n\n')
    case 'points':
      return block.items
        .map(({ title, words }) => `* ${[title, textOf(words)].filter((part) => part !== '').join('\n  ')}`)
        .join('\n\n')
    case 'sign':
      return block.lines.map((line) => `${line}: ______________________________`).join('\n\n')
    case 'part':
      return `${'='.repeat(60)}\n\n${block.title}`
  }
}

function rowText({ label, lines }: Row): string {
  return `${label}: ${lines.map(textOf).join('\n  ')}`
}

const body =
  'font-family:Georgia,serif;font-size:16px;line-height:1.45;color:#1d1c19;max-width:42em;word-break:keep-all;overflow-wrap:anywhere'
const small = 'font-family:Helvetica,Arial,sans-serif;font-size:14px;line-height:1.4'
const cell = `${small};vertical-align:top;text-align:left;padding:5px 16px 5px 0;border-bottom:1px solid #e1ded6`

/**
 * The same letter as simple HTML: no pictures, nothing loaded from elsewhere, no links that were not written out.
 * Every text is escaped, so a caption arrives as its characters.
 */
export function toHtml(letter: Letter): string {
  const { office } = letter
  const address = [office.name, office.department, ...contactLines(office)].filter((line) => line !== '')
  return [
    '<!doctype html>',
    `<html lang="${letter.language}"><head><meta charset="utf-8"><title>${escapeHtml(letter.subject)}</title></head>`,
    `<body><div style="${body}">`,
    `<h1 style="font-size:24px;line-height:1.25;font-weight:normal">${escapeHtml(letter.title)}</h1>`,
    letter.greeting && `<p>${escapeHtml(letter.greeting)}</p>`,
    ...letter.blocks.map(blockHtml),
    letter.closing && `<p>${escapeHtml(letter.closing)}</p>`,
    `<p style="${small};color:#55524a">${address.map(escapeHtml).join('<br>')}</p>`,
    '</div></body></html>',
  ]
    .filter((line) => line !== '')
    .join('\n')
    .concat('\n')
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${wordsHtml(block.words)}</p>`
    case 'heading':
      return `<h2 style="font-size:17px;margin:1.4em 0 0.3em">${escapeHtml(block.text)}</h2>`
    case 'days':
      return [block.first, block.second]
        .map(
          ({ label, day, note }) =>
            `<p style="border-left:3px solid #1d1c19;padding-left:12px">${escapeHtml(label)}<br>` +
            `<strong>${escapeHtml(day)}</strong><br>${escapeHtml(note)}</p>`,
        )
        .join('\n')
    case 'rows':
      return `<table style="border-collapse:collapse">\n${block.rows.map(rowHtml).join('\n')}\n</table>`
    case 'steps':
      return `<ol>\n${block.items.map((words) => `<li>${wordsHtml(words)}</li>`).join('\n')}\n</ol>`
    case 'points':
      return `<ul>\n${block.items
        .map(
          ({ title, words }) =>
            `<li>${title ? `<strong>${escapeHtml(title)}</strong><br>` : ''}${wordsHtml(words)}</li>`,
        )
        .join('\n')}\n</ul>`
    case 'sign':
      return block.lines
        .map((line) => `<p>${escapeHtml(line)}: ______________________________</p>`)
        .join('\n')
    case 'part':
      return `<hr>\n<h1 lang="${block.language}" style="font-size:24px;line-height:1.25;font-weight:normal">${escapeHtml(block.title)}</h1>`
  }
}

function rowHtml({ label, lines }: Row): string {
  return `<tr><th style="${cell};font-weight:normal;color:#55524a;white-space:nowrap">${escapeHtml(label)}</th><td style="${cell}">${lines.map(wordsHtml).join('<br>')}</td></tr>`
}

function wordsHtml(words: Words): string {
  return typeof words === 'string' ? breaks(escapeHtml(words)) : words.map(partHtml).join('')
}

function partHtml(part: Part): string {
  const text = breaks(escapeHtml(partText(part)))
  return typeof part !== 'string' && 'strong' in part ? `<strong>${text}</strong>` : text
}

function breaks(html: string): string {
  return html.replaceAll('\n', '<br>')
}
