/**
 * UK postcodes as people write them. Form follows BS 7666 and Royal Mail's list of areas; whether a postcode exists
 * is for the gazetteer's tables to say. A letter or digit is changed only where one reading alone can be meant.
 */
import { parse } from 'postcode'

export type NoPostcode =
  | 'empty'
  /** More than seven letters and digits: one of them is wrong, and nobody can say which. */
  | 'too-long'
  | 'not-a-postcode'
  /** The right form, but no postcode area begins so. */
  | 'unknown-area'
  /** A forces address (BFPO): it has no place in the United Kingdom. */
  | 'forces'
  | 'overseas'

export type ParsedPostcode = { original: string } & (
  | { is: 'full'; postcode: string; sector: string; outcode: string; repaired: boolean }
  | { is: 'sector'; sector: string; outcode: string; repaired: boolean }
  | { is: 'outcode'; outcode: string; repaired: boolean }
  | { is: 'none'; why: NoPostcode }
)

const AREAS = new Set(
  (
    'AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX ' +
    'FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG ' +
    'NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS ' +
    'TW UB W WA WC WD WF WN WR WS WV XM YO ZE'
  ).split(' '),
)
/** Districts of inner London that take a letter: W1A, EC1V, SW1P. Nowhere else does an outcode end in one; never I or O. */
const LETTERED = new Set(['E1', 'EC1', 'EC2', 'EC3', 'EC4', 'N1', 'NW1', 'SE1', 'SW1', 'W1', 'WC1', 'WC2'])
/** The only areas with a district 0. */
const WITH_ZERO = new Set(['BL', 'BS', 'CM', 'CR', 'FY', 'HA', 'PR', 'SL', 'SS'])
const OVERSEAS = /^(ASCN|BBND|BIQQ|FIQQ|PCRN|SIQQ|STHL|TDCU|TKCA)1ZZ$|^GX111AA$/

const FULL = /^([A-Z\d]{2,4})(\d[ABD-HJLNP-UW-Z]{2})$/
const OUTCODE = /^([A-Z]{1,2})(0|[1-9]\d?)([A-HJKMNPR-Y]?)$/
const SECTOR = /^([A-Z\d]{2,4})(\d)[ABD-HJLNP-UW-Z]?$/
const SPLIT_SECTOR = /^([A-Z\d]{2,4})[^A-Z\d]+(\d)[ABD-HJLNP-UW-Z]?$/
/** GIR 0AA, the old Girobank: no area, but in every table of valid postcodes. */
const GIROBANK = 'GIR0AA'
const LONGEST = 7

const NOTHING =
  /^(|[-–—.?*/]+|n\.?\/?a\.?|n\/?k|nan|null|none|nil|unknown|not (known|available|applicable|given|recorded)|no (data|postcode|post code|address)|tbc|tba|\[?no registered public address\]?|no information recorded)$/i

/** True for the ways files say "no value": "", "NA", "N/A", "—", "No data"… Only as the whole cell. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(text.normalize('NFKC').trim())
}

/**
 * Reads a postcode, or the beginning of one, in any case, spacing and punctuation.
 * `repaired` is true when a letter or digit was changed; `original` is always what was given.
 */
export function parsePostcode(text: string): ParsedPostcode {
  const original = text
  if (saysNothing(text)) return { original, is: 'none', why: 'empty' }
  const written = text.normalize('NFKC').toUpperCase().trim()
  const compact = written.replace(/[^A-Z\d]+/g, '')
  if (/^BFPO\d*$/.test(compact)) return { original, is: 'none', why: 'forces' }
  if (OVERSEAS.test(compact)) return { original, is: 'none', why: 'overseas' }
  if (!/\d/.test(compact) || /\p{L}/u.test(written.replace(/[A-Z]/g, '')))
    return { original, is: 'none', why: 'not-a-postcode' }
  if (compact.length > LONGEST) return { original, is: 'none', why: longReason(compact) }
  const asWritten = read(compact, written)
  if (asWritten) return { original, ...asWritten, repaired: false }
  return { original, ...repair(compact, written) }
}

type Read =
  | { is: 'full'; postcode: string; sector: string; outcode: string }
  | { is: 'sector'; sector: string; outcode: string }
  | { is: 'outcode'; outcode: string }

function read(compact: string, written: string): Read | null {
  if (compact === GIROBANK) return { is: 'full', postcode: 'GIR 0AA', sector: 'GIR 0', outcode: 'GIR' }
  const full = FULL.exec(compact)
  if (full && isOutcode(full[1] ?? '')) {
    const parts = parse(compact)
    if (parts.valid)
      return { is: 'full', postcode: parts.postcode, sector: parts.sector, outcode: parts.outcode }
  }
  const split = SPLIT_SECTOR.exec(written)
  if (split) return sector(split)
  if (isOutcode(compact)) return { is: 'outcode', outcode: compact }
  return sector(SECTOR.exec(compact))
}

function sector(found: RegExpExecArray | null): Read | null {
  const outcode = found?.[1] ?? ''
  return isOutcode(outcode) ? { is: 'sector', sector: `${outcode} ${found?.[2] ?? ''}`, outcode } : null
}

/** True for an outcode of a form and area in use: "M33", "SW1A"; false for "L1O", "QX1", "S020". */
function isOutcode(outcode: string): boolean {
  const [, area = '', district = '', letter = ''] = OUTCODE.exec(outcode) ?? []
  if (district === '0' && !WITH_ZERO.has(area)) return false
  return AREAS.has(area) && (letter === '' || LETTERED.has(area + district))
}

function longReason(compact: string): NoPostcode {
  return compact.length <= LONGEST + 2 && /^[A-Z]{1,2}\d/.test(compact) ? 'too-long' : 'not-a-postcode'
}

function repair(
  compact: string,
  written: string,
): (Read & { repaired: true }) | { is: 'none'; why: NoPostcode } {
  const readings = spellings(compact)
    .map((other) => read(other, respell(written, other)))
    .filter((reading) => reading !== null)
    // "DD3 0IN" is a spoilt postcode, not "DD30 1" and a letter.
    .filter((reading) => reading.is !== 'sector' || /\d$/.test(compact))
  const [only] = readings
  if (only && readings.length === 1) return { ...only, repaired: true }
  return { is: 'none', why: FULL.test(compact) && parse(compact).valid ? 'unknown-area' : 'not-a-postcode' }
}

/** Every other way of writing it with 0 for O, 1 for I and back; at most 127. */
function spellings(compact: string): string[] {
  const swap: Record<string, string> = { '0': 'O', O: '0', '1': 'I', I: '1' }
  let all = ['']
  for (const sign of compact) {
    const other = swap[sign]
    all = all.flatMap((start) => (other ? [start + sign, start + other] : [start + sign]))
  }
  return all.filter((one) => one !== compact)
}

/** The same spacing and punctuation round other letters. */
function respell(written: string, compact: string): string {
  let next = 0
  return written.replace(/[A-Z\d]/g, () => compact[next++] ?? '')
}

/** "M33 2AA" of any full postcode, or null. */
export function fullPostcode(text: string): string | null {
  const parsed = parsePostcode(text)
  return parsed.is === 'full' ? parsed.postcode : null
}

/** "M33" of a postcode, a sector or an outcode, or null. */
export function outcodeOf(text: string): string | null {
  const parsed = parsePostcode(text)
  return parsed.is === 'none' ? null : parsed.outcode
}

/** "M33 2" of a postcode or a sector, or null. */
export function sectorOf(text: string): string | null {
  const parsed = parsePostcode(text)
  return parsed.is === 'full' || parsed.is === 'sector' ? parsed.sector : null
}

const IN_TEXT = /(?<![A-Z\d])([A-Z\d]{2,4})[^\p{L}\p{N},;]{0,3}([\dO] ?[A-Z]{2})(?![A-Z\d])/giu
/** "2nd" as in "Unit B1, 2nd floor" has the form of the end of a postcode. */
const ORDINAL = /^\d(st|nd|rd|th)$/

/**
 * The full postcode in an address: the last one, since house and unit numbers stand before it. A slip (WA15 OHF) is
 * put right only at the very end, where nothing else than a postcode is expected.
 */
export function postcodeInside(address: string): Extract<ParsedPostcode, { is: 'full' }> | null {
  const text = address.normalize('NFKC')
  const found = [...text.matchAll(IN_TEXT)].filter((match) => !ORDINAL.test(match[2] ?? ''))
  for (const match of found.reverse()) {
    const parsed = parsePostcode(match[0])
    if (parsed.is !== 'full') continue
    const atTheEnd = /^\P{L}*$/u.test(text.slice(match.index + match[0].length))
    if (!parsed.repaired || (atTheEnd && /\d/.test(match[0]))) return parsed
  }
  return null
}
