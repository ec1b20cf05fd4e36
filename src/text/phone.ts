/** UK telephone numbers, grouped as people read them out (Ofcom's National Telephone Numbering Plan). */

/** Area codes of five digits after the 0, as "13873": their local numbers have five (or four) digits. */
const LONG_AREAS = /^0(13873|15242|1539[456]|1697[347]|1768[347]|19467|1975[56])/
const EXTENSION = /[\s,;]*(?:ext(?:ension)?\.?|x)\s*(\d{1,6})\s*$/i

/**
 * "0161 496 0000", "07700 900123", "020 7946 0000", "0345 330 3030", "116 123". What is no such number is given back
 * as it was written: a number is never dropped for its looks.
 */
export function phoneWords(written: string): string {
  const extension = EXTENSION.exec(written)?.[1]
  const digits = national(written.replace(EXTENSION, ''))
  const grouped = digits === null ? null : groups(digits)
  if (grouped === null) return written.trim()
  return extension === undefined ? grouped : `${grouped} ext ${extension}`
}

/** What a telephone link dials: "+441614960000", "999", "116123"; null where nobody would answer: a digit too few. */
export function dialled(written: string): string | null {
  const digits = national(written.replace(EXTENSION, ''))
  if (digits !== null) {
    if (groups(digits) === null) return null
    return digits.startsWith('0') ? `+44${digits.slice(1)}` : digits
  }
  const foreign = written.replace(/[\s().-]/g, '')
  return /^\+[1-9]\d{6,14}$/.test(foreign) ? foreign : null
}

/** Digits as dialled inside the UK; null where it is foreign, too short or has other signs in it. */
function national(written: string): string | null {
  const bare = written
    .trim()
    .replace(/^(?:\+|00)44/, '0')
    .replace(/^0\s*\(0\)/, '0')
  if (!/^[\d\s().-]+$/.test(bare)) return null
  const digits = bare.replace(/\D/g, '').replace(/^00(?=[1-9])/, '0')
  return digits === '' ? null : digits
}

function groups(digits: string): string | null {
  const split = (...sizes: number[]) => {
    let at = 0
    return sizes.map((size) => digits.slice(at, (at += size))).join(' ')
  }
  if (/^(999|112|111|101|105|119|1\d\d)$/.test(digits)) return digits
  if (/^116\d{3}$/.test(digits)) return split(3, 3)
  if (digits === '08001111') return split(4, 4)
  if (digits.length === 10) return /^0(800|500|1)/.test(digits) ? split(/^01/.test(digits) ? 5 : 4, 6) : null
  if (digits.length !== 11) return null
  if (/^02/.test(digits)) return split(3, 4, 4)
  if (/^01(1\d|\d1)/.test(digits) || /^0[389]/.test(digits)) return split(4, 3, 4)
  if (LONG_AREAS.test(digits)) return split(6, 5)
  return /^0[1457]/.test(digits) ? split(5, 6) : null
}
