/** How the courts of the sample print their names: the short form stands in lists, the long one on the paper. */
const federal: Record<string, string> = {
  'C.D. Cal.': 'Central District of California',
  'N.D. Cal.': 'Northern District of California',
  'E.D. Cal.': 'Eastern District of California',
  'S.D.N.Y.': 'Southern District of New York',
  'E.D. Va.': 'Eastern District of Virginia',
  'W.D. Wash.': 'Western District of Washington',
  'N.D. Tex.': 'Northern District of Texas',
  'D. Ariz.': 'District of Arizona',
  'D. Conn.': 'District of Connecticut',
  'D. Del.': 'District of Delaware',
  'D. Nev.': 'District of Nevada',
}

const counties: Record<string, string> = {
  'Fairhaven Super.': 'Fairhaven',
  'L.A. Super.': 'Los Angeles',
  'S.F. Super.': 'San Francisco',
  'Orange Super.': 'Orange',
  'Riverside Super.': 'Riverside',
  'San Diego Super.': 'San Diego',
  'Santa Clara Super.': 'Santa Clara',
}

/** The two lines at the head of a paper; one that the table does not know prints as it is. */
export function courtHead(court: string): readonly [string, string] {
  const district = federal[court]
  if (district) return ['United States District Court', district]
  const county = counties[court]
  return county ? ['Superior Court of California', `County of ${county}`] : [court, '']
}
