/** The office as it signs its papers. An empty text is one that it does not have. */
export type Office = {
  readonly name: string
  readonly department: string
  /** Street and town, a line each. */
  readonly address: string
  readonly phone: string
  readonly fax: string
  readonly email: string
  readonly payee: string
  /** IANA name: "America/Los_Angeles". */
  readonly timeZone: string
  readonly paperSize: 'letter' | 'a4'
}

/** Address, telephone, fax and e-mail, as far as the office has them. */
export function contactLines({ address, phone, fax, email }: Office): string[] {
  return [...linesIn(address), phone && `Telephone ${phone}`, fax && `Fax ${fax}`, email].filter(
    (line) => line !== '',
  )
}

/** The lines of a text that say something. */
export function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Who signs a letter: "Subpoena Department, j2 Cloud Services, Inc.". */
export function signedBy({ department, name }: Pick<Office, 'department' | 'name'>): string {
  return [department, name].filter((part) => part !== '').join(', ')
}
