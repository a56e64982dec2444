/** A firm or person that serves papers in the sample. */
export type Firm = {
  readonly name: string
  /** Who signs its papers, with the number of the bar where there is one. */
  readonly attorney: string
  readonly bar: string
  readonly attention: string
  readonly address: string
  /** The part of its addresses after the @; empty: it has no e-mail. */
  readonly domain: string
  readonly phone: string
  readonly fax: string
  readonly note?: string
}

function firm(
  name: string,
  attorney: string,
  bar: string,
  where: Omit<Firm, 'name' | 'attorney' | 'bar'>,
): Firm {
  return { name, attorney, bar, ...where }
}

const payable = 'Attn: Accounts Payable'

export const firms = {
  oakhurst: firm('Oakhurst Tarn LLP', 'Theodora Quorn', 'SBN 999042', {
    attention: payable,
    address: '4120 Harrowgate Street, Suite 900\nLos Angeles, CA 90010',
    domain: 'oakhursttarn.test',
    phone: '1-213-555-0150',
    fax: '1-213-555-0151',
  }),
  sable: firm('Sable Finch LLP', 'Corwin Ashgrove', 'SBN 999311', {
    attention: payable,
    address: '77 Tidewater Row, 14th Floor\nSan Diego, CA 92101',
    domain: 'sablefinch.test',
    phone: '1-619-555-0122',
    fax: '1-619-555-0123',
  }),
  thistle: firm('Thistledown Voss PC', 'Marguerite Voss', 'SBN 999178', {
    attention: '',
    address: '510 Lantern Alley, Suite 3\nSan Francisco, CA 94108',
    domain: 'thistledownvoss.test',
    phone: '1-415-555-0188',
    fax: '1-415-555-0189',
  }),
  brackwater: firm('Brackwater Legal LLP', 'Ansel Brackwater', 'SBN 999224', {
    attention: 'Attn: Litigation Support',
    address: '1900 Millrace Avenue\nOakland, CA 94612',
    domain: 'brackwater.test',
    phone: '1-510-555-0134',
    fax: '1-510-555-0135',
  }),
  ember: firm('Ember & Quill LLP', 'Philippa Dunmarrow', 'N.Y. Reg. 9990417', {
    attention: payable,
    address: '62 Cooperage Place, 31st Floor\nNew York, NY 10005',
    domain: 'emberquill.test',
    phone: '1-212-555-0116',
    fax: '1-212-555-0117',
  }),
  northlight: firm('Northlight Kerr LLP', 'Declan Kerr', 'WSBA 99930', {
    attention: '',
    address: '801 Saltbox Street, Suite 2200\nSeattle, WA 98101',
    domain: 'northlightkerr.test',
    phone: '1-206-555-0172',
    fax: '',
  }),
  wexmoor: firm('Wexmoor Partners', 'Rosalind Wexmoor', 'Del. 99912', {
    attention: payable,
    address: '5 Chancery Steps\nWilmington, DE 19801',
    domain: 'wexmoor.test',
    phone: '1-302-555-0140',
    fax: '1-302-555-0141',
  }),
  hollisande: firm('Hollisande & Rook', 'Emeric Rook', 'Tex. 99940066', {
    attention: '',
    address: '2300 Caliche Boulevard, Suite 410\nHouston, TX 77002',
    domain: 'hollisanderook.test',
    phone: '1-713-555-0161',
    fax: '1-713-555-0162',
  }),
  pinegate: firm('Pinegate IP Counsel', 'Yevgenia Marsh', 'SBN 999502', {
    attention: 'Attn: Docketing',
    address: '18 Orrery Court\nPalo Alto, CA 94301',
    domain: 'pinegate.test',
    phone: '1-650-555-0109',
    fax: '1-650-555-0110',
  }),
  stannard: firm('Verity Stannard APC', 'Verity Stannard', 'SBN 999613', {
    attention: '',
    address: '340 Almond Walk, Suite 12\nSan Jose, CA 95113',
    domain: 'veritystannard.test',
    phone: '1-408-555-0177',
    fax: '1-408-555-0178',
  }),
  marlin: firm('Marlinspike Law Group', 'Tobias Hallam', 'VSB 99931', {
    attention: payable,
    address: '1200 Ropewalk Lane\nAlexandria, VA 22314',
    domain: 'marlinspike.test',
    phone: '1-703-555-0127',
    fax: '1-703-555-0128',
  }),
  desertine: firm('Desertine Locke PLLC', 'Imelda Locke', 'Ariz. 999071', {
    attention: '',
    address: '44 Ocotillo Plaza, Suite 600\nPhoenix, AZ 85004',
    domain: 'desertinelocke.test',
    phone: '1-602-555-0190',
    fax: '1-602-555-0191',
    note: 'Pays late: ask for the payment on the day after it was due.',
  }),
  thrupp: firm('Barnaby Thrupp, in person', 'Barnaby Thrupp', '', {
    attention: '',
    address: '9 Cuttle Street, Apartment 4\nSan Diego, CA 92104',
    domain: '',
    phone: '1-619-555-0199',
    fax: '',
    note: 'Acts for himself. Letters go by post.',
  }),
  quickquarry: firm('Quickquarry Records Retrieval', 'Quickquarry Records Retrieval', '', {
    attention: 'Attn: Order desk',
    address: 'PO Box 9990\nVan Nuys, CA 91409',
    domain: 'quickquarry.test',
    phone: '1-818-555-0155',
    fax: '1-818-555-0156',
    note: 'A copy service: it serves for other firms and pays for them.',
  }),
  fairhaven: firm('Fairhaven County Sheriff’s Office', 'Detective A. Morrow', '', {
    attention: 'Attn: Records unit',
    address: '1 Courthouse Square\nFairhaven, CA 92999',
    domain: 'fairhavensheriff.test',
    phone: '1-951-555-0100',
    fax: '',
    note: 'A government: its papers go to counsel and are not for this desk.',
  }),
} as const satisfies Record<string, Firm>

export type FirmName = keyof typeof firms

/** Where its bills and letters go. */
export function emailOfFirm({ domain }: Firm): string {
  return domain === '' ? '' : `accounts@${domain}`
}
