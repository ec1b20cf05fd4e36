/** A day as people type it on a telephone: "1 March", "1/3", "01/03/2027", "end of March", "1 Mawrth". */
import { LANGS, londonDay, type Lang } from './format.ts'

/** Which way a day without a year lies. */
export type Facing = 'ahead' | 'back'

/** "2027-03-01", or null where it is no day. Without a year: the next such day, or the last one. British order. */
export function readDay(words: string, now: Date, facing: Facing): string | null {
  const today = londonDay(now)
  const plain = words
    .toLowerCase()
    .replaceAll(/[,.’']/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (/^(today|heddiw)$/.test(plain)) return today
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const figures = /^(\d{1,2})[ /-](\d{1,2})(?:[ /-](\d{2}|\d{4}))?$/.exec(plain)
  if (figures) return inYear(Number(figures[1]), Number(figures[2]), figures[3], today, facing)
  return named(plain, today, facing)
}

/** "1 march 2027", "the 1st of march", "march 1", "end of march", "march". */
function named(plain: string, today: string, facing: Facing): string | null {
  const parts = plain.split(/[ /-]/).filter((part) => part !== '' && !FILLING.has(part))
  const months = parts.filter((part) => monthOf(part) !== null)
  const [month] = months.map(monthOf)
  if (months.length !== 1 || month === undefined || month === null) return null
  const rest = parts.filter((part) => monthOf(part) === null)
  const year = rest.find((part) => /^\d{4}$/.test(part))
  const others = rest.filter((part) => part !== year)
  if (others.length === 0) return inYear(1, month, year, today, facing)
  const [date] = others
  if (others.length > 1 || date === undefined) return null
  if (END.has(date)) return inYear('last', month, year, today, facing)
  const figure = /^(\d{1,2})(st|nd|rd|th|af|ain|fed|ydd|eg|il)?$/.exec(date)?.[1]
  return figure === undefined ? null : inYear(Number(figure), month, year, today, facing)
}

/** Words that say nothing of which day it is. Weekdays only help the writer. */
const FILLING = new Set(
  'the of on until till to tan y yr o ar mis day monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun'.split(
    ' ',
  ),
)
const END = new Set(['end', 'diwedd'])

function inYear(
  date: number | 'last',
  month: number,
  year: string | undefined,
  today: string,
  facing: Facing,
): string | null {
  const inThe = (full: number) => dayOf(full, month, date === 'last' ? lastOf(full, month) : date)
  if (year !== undefined) return inThe(year.length === 2 ? 2000 + Number(year) : Number(year))
  const here = Number(today.slice(0, 4))
  // 29 February may be years away.
  const years = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((away) => (facing === 'ahead' ? here + away : here - away))
  const days = years.map(inThe).filter((day) => day !== null)
  return days.find((day) => (facing === 'ahead' ? day >= today : day <= today)) ?? null
}

/** null: there is no such day. */
function dayOf(year: number, month: number, date: number): string | null {
  if (year < 1900 || year > 2999) return null
  const iso = [year, String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-')
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === iso ? iso : null
}

const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Letters by which a month is known, in every language: the first three or more; "sept" and "chwef" are four and more. */
const LEAST = 3
const MONTHS = LANGS.flatMap((lang) => namesIn(lang))

function namesIn(lang: Lang): { month: number; name: string }[] {
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => ({
    month: month + 1,
    name: format.format(new Date(Date.UTC(2026, month, 1))).toLowerCase(),
  }))
}

/** 1 to 12; null where a word begins no month, or several. "mai", "mar": English and Welsh agree. */
function monthOf(word: string): number | null {
  if (word.length < LEAST || !/^\p{L}+$/u.test(word)) return null
  const such = new Set(MONTHS.filter(({ name }) => name.startsWith(word)).map(({ month }) => month))
  const [month] = such
  return such.size === 1 && month !== undefined ? month : null
}
