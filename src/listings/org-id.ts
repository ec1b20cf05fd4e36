/**
 * Numbers of groups in registers, in the one spelling that joins files with each other: org-id.guide's prefixes, and
 * numbers as the register writes them. Spreadsheet programs eat leading noughts; people leave out or add blanks.
 */

/** Prefixes whose number has a form of its own. */
const CHARITIES = 'GB-CHC'
const SCOTLAND = 'GB-SC'
const NORTHERN_IRELAND = 'GB-NIC'
const COMPANIES = 'GB-COH'

/** A publisher's own id: matches no register, but identifies a recipient within that publisher's files. */
export const isPublisherMade = (id: string): boolean => /^360G-./.test(id)

/** "GB-COH-00738693" of " gb-coh-738693 "; null: it is no org-id, or one that says "none" ("GB-COH-n/a"). */
export function orgIdOf(text: string): string | null {
  const given = text.trim()
  if (/^360g-\S/i.test(given)) return `360G-${given.slice(5)}`
  const [, prefix = '', number = ''] = /^([a-z]{2,3}-[a-z0-9]+)-(\S.*)$/i.exec(given) ?? []
  switch (prefix.toUpperCase()) {
    case '':
      return null
    case CHARITIES:
    case SCOTLAND:
    case NORTHERN_IRELAND:
      return charityOrgId(number, prefix.toUpperCase())
    case COMPANIES:
      return companyOrgId(number)
    default:
      return saysNone(number) ? null : `${prefix.toUpperCase()}-${number}`
  }
}

/** "1052551", "SC12345" and "NIC100123" as people type them; null: no charity's number. `otherwise`: the register of a bare number. */
export function charityOrgId(text: string, otherwise: string = CHARITIES): string | null {
  const [, letters = '', figures = '', part = ''] =
    /^(SCO?|NIC?|XN)?0*(\d{1,7})(-\d{1,3})?$/.exec(bare(text)) ?? []
  if (figures === '' || Number(figures) === 0) return null
  if (letters.startsWith('SC') || (letters === '' && otherwise === SCOTLAND))
    return `${SCOTLAND}-SC${figures.padStart(6, '0')}`
  if (letters.startsWith('NI') || letters === 'XN' || otherwise === NORTHERN_IRELAND)
    return `${NORTHERN_IRELAND}-${figures}`
  // The part of a charity that shares its number is not the charity.
  return `${CHARITIES}-${figures}${part === '-0' ? '' : part}`
}

/** "738693", "rs7662", "IP28755R" as Companies House and the mutuals register write them; null: no such number. */
export function companyOrgId(text: string): string | null {
  const [, letters = '', figures = '', end = ''] = /^([A-Z]{2})?0*(\d{1,8})(R?)$/.exec(bare(text)) ?? []
  if (figures === '' || Number(figures) === 0) return null
  const width = 8 - letters.length - end.length
  return figures.length > width ? null : `${COMPANIES}-${letters}${figures.padStart(width, '0')}${end}`
}

/** Without blanks, and without what a spreadsheet program puts behind a number it took for an amount. */
const bare = (text: string): string => text.toUpperCase().replaceAll(/\s/g, '').replace(/\.0+$/, '')

const saysNone = (number: string): boolean => /^(n\/?a|none|null|nil|unknown|tbc|0+|-+)$/i.test(number.trim())
