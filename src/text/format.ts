/**
 * Dates, times, distances and money as people write them here. The only functions of the program that depend on the
 * language, beside the message files. Days are calendar days in Europe/London, "2026-11-22"; instants are UTC.
 */
import { andWelsh, soft } from './welsh.ts'

export const LANGS = ['en', 'cy'] as const
export type Lang = (typeof LANGS)[number]
/** Anything that says which language it is in: every message file does. */
export type Spoken = { lang: Lang }
/** What a clock face needs of a message file. */
export type Clocked = {
  clock: { midday: string; midnight: string; span: (from: string, to: string) => string }
}

const LOCALE = { en: 'en-GB', cy: 'cy' } as const
const DAY_MS = 86_400_000
/** From so many days ago on, weeks are said; from so many weeks, months; from so many months, years. */
const WEEKS_FROM_DAYS = 14
const MONTHS_FROM_DAYS = 56
const YEARS_FROM_MONTHS = 24
/** A day ahead needs no year while it is less than about eleven months away. */
const NEXT_ONE_WITHIN_DAYS = 330

const LONDON = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' })

/** The London day of an instant; a day is itself. Throws a RangeError for what is neither. */
export function londonDay(when: string | Date): string {
  if (typeof when === 'string' && when.length === 10) return when
  const at = new Date(when)
  const hour = Math.floor(at.getTime() / HOUR_MS)
  const known = days.get(hour)
  if (known !== undefined) return known
  const day = LONDON.format(at)
  if (days.size >= MOST_DAYS) days.clear()
  days.set(hour, day)
  return day
}
/** A page asks for the day of the same few instants a hundred times. No day of London begins within an hour, since 1848. */
const days = new Map<number, string>()
const HOUR_MS = 3_600_000
const MOST_DAYS = 5000

/** "12 March 2026", of a day or an instant. */
export function longDay(when: string | Date, { lang }: Spoken): string {
  const { date, month, year } = parts(londonDay(when), lang)
  return `${date} ${month} ${year}`
}

/** "24 November" in the year of `now`, else "24 November 2027". */
export function shortDay(when: string | Date, now: Date, { lang }: Spoken): string {
  const day = londonDay(when)
  const { date, month, year } = parts(day, lang)
  return sameYear(day, now) ? `${date} ${month}` : `${date} ${month} ${year}`
}

/** A day ahead: "1 March" while that can only be the next one, else "1 March 2028". */
export function comingDay(when: string | Date, now: Date, text: Spoken): string {
  const ahead = daysBetween(londonDay(now), londonDay(when))
  const near = ahead >= 0 && ahead <= NEXT_ONE_WITHIN_DAYS
  return near ? shortDay(when, new Date(londonDay(when)), text) : shortDay(when, now, text)
}

/** "March" in the year of `now`, else "March 2025". */
export function monthOf(when: string | Date, now: Date, { lang }: Spoken): string {
  const day = londonDay(when)
  const { month, year } = parts(day, lang)
  return sameYear(day, now) ? month : `${month} ${year}`
}

/** "March 2027", of a day or an instant. */
export function longMonth(when: string | Date, { lang }: Spoken): string {
  const { month, year } = parts(londonDay(when), lang)
  return `${month} ${year}`
}

/** "Tuesday". */
export function weekdayName(when: string | Date, { lang }: Spoken): string {
  return weekdays(lang).format(new Date(londonDay(when)))
}

/**
 * How long ago, in London days: "today", "yesterday", "12 days ago", "2 weeks ago", "8 months ago", "2 years ago".
 * What lies ahead is "today": nothing was said in the future.
 */
export function ago(when: string | Date, now: Date, { lang }: Spoken): string {
  const then = londonDay(when)
  const today = londonDay(now)
  const days = Math.max(0, daysBetween(then, today))
  const near = relative(lang, 'auto')
  if (days < WEEKS_FROM_DAYS) return near.format(-days, 'day')
  const far = relative(lang, 'always')
  if (days < MONTHS_FROM_DAYS) return far.format(-Math.floor(days / 7), 'week')
  const months = fullMonths(then, today)
  if (months < YEARS_FROM_MONTHS) return far.format(-months, 'month')
  return far.format(-Math.floor(months / 12), 'year')
}

/** "10am", "9.30am", "midday", "midnight", of "10:00". */
export function clockTime(time: string, text: Clocked): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  if (minutes === 0 && hours === 12) return text.clock.midday
  if (minutes === 0 && hours % 24 === 0) return text.clock.midnight
  const face = `${((hours + 11) % 12) + 1}${minutes === 0 ? '' : `.${String(minutes).padStart(2, '0')}`}`
  return `${face}${hours % 24 < 12 ? 'am' : 'pm'}`
}

/** "10am to 12", "9.30am to 4pm"; without an end, "10am". Midday is plain "12" where another time stands beside it. */
export function timeSpan(start: string, end: string | undefined, text: Clocked): string {
  if (end === undefined) return clockTime(start, text)
  const face = (time: string) => (time === '12:00' ? '12' : clockTime(time, text))
  return text.clock.span(face(start), face(end))
}

/** "0.6 miles", "1.0 miles": one decimal always, so that distances line up; never "0.0". */
export function distance(miles: number, { lang }: Spoken): string {
  const shown = Math.max(0.1, Math.round(miles * 10) / 10)
  return unit(lang, 1).format(shown)
}

/** "3 miles", "1 mile", "0.5 miles", for a choice or a rule. */
export function miles(count: number, { lang }: Spoken): string {
  return unit(lang, 0).format(count)
}

/** "£2", "£2.50", "£1,200", "50p", of pence. */
export function money(pence: number, { lang }: Spoken): string {
  if (pence > 0 && pence < 100) return `${pence}${lang === 'en' ? 'p' : 'c'}`
  return (pence % 100 === 0 ? pounds : poundsAndPence)(lang).format(pence / 100)
}

/** "1,234". */
export function number(count: number, { lang }: Spoken): string {
  return plainNumbers(lang).format(count)
}

export type Plurals = {
  zero?: string
  one?: string
  two?: string
  few?: string
  many?: string
  other: string
}

/** The form of a count in its language; "#" in it becomes the count. Welsh has six forms (CLDR plural rules). */
export function plural(count: number, forms: Plurals, { lang }: Spoken): string {
  const form = forms[rules(lang).select(count)] ?? forms.other
  return form.replace('#', number(count, { lang }))
}

/** "tea, cake and company"; "te, cacen a chwmni". */
export function listOf(words: readonly string[], { lang }: Spoken): string {
  return joined(words, lang === 'en' ? (last) => `and ${last}` : andWelsh)
}

/** "a GP or a link worker"; "meddyg teulu neu weithiwr cyswllt". */
export function eitherOf(words: readonly string[], { lang }: Spoken): string {
  return joined(words, lang === 'en' ? (last) => `or ${last}` : (last) => `neu ${soft(last)}`)
}

function joined(words: readonly string[], ending: (last: string) => string): string {
  const last = words.at(-1)
  if (last === undefined) return ''
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} ${ending(last)}`
}

function sameYear(day: string, now: Date): boolean {
  return day.slice(0, 4) === londonDay(now).slice(0, 4)
}

function parts(day: string, lang: Lang): { date: number; month: string; year: string } {
  const month = months(lang).format(new Date(day))
  return { date: Number(day.slice(8, 10)), month, year: day.slice(0, 4) }
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** Whole calendar months between two days, at least 1. */
function fullMonths(from: string, to: string): number {
  const count = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  const begun = Number(to.slice(8)) < Number(from.slice(8)) ? 1 : 0
  return Math.max(1, count(to) - count(from) - begun)
}

/** Formatters are dear to build (about 30 µs) and cheap to use: one a language and use. */
function kept<T>(build: (lang: Lang) => T): (lang: Lang) => T {
  const built = new Map<Lang, T>()
  return (lang) => {
    const found = built.get(lang) ?? build(lang)
    built.set(lang, found)
    return found
  }
}

const months = kept((lang) => new Intl.DateTimeFormat(LOCALE[lang], { month: 'long', timeZone: 'UTC' }))
const weekdays = kept((lang) => new Intl.DateTimeFormat(LOCALE[lang], { weekday: 'long', timeZone: 'UTC' }))
const plainNumbers = kept((lang) => new Intl.NumberFormat(LOCALE[lang]))
const sterling = (digits: 0 | 2) =>
  kept((lang) => {
    const style = { style: 'currency', currency: 'GBP', minimumFractionDigits: digits } as const
    return new Intl.NumberFormat(LOCALE[lang], style)
  })
const pounds = sterling(0)
const poundsAndPence = sterling(2)
const rules = kept((lang) => new Intl.PluralRules(LOCALE[lang]))
const relatives = {
  auto: kept((lang) => new Intl.RelativeTimeFormat(LOCALE[lang], { numeric: 'auto' })),
  always: kept((lang) => new Intl.RelativeTimeFormat(LOCALE[lang], { numeric: 'always' })),
}
const relative = (lang: Lang, numeric: 'auto' | 'always') => relatives[numeric](lang)
const units = [0, 1].map((digits) =>
  kept(
    (lang) =>
      new Intl.NumberFormat(LOCALE[lang], {
        style: 'unit',
        unit: 'mile',
        unitDisplay: 'long',
        minimumFractionDigits: digits,
        maximumFractionDigits: 1,
      }),
  ),
)
const unit = (lang: Lang, digits: 0 | 1) => (units[digits] ?? units[0])?.(lang) ?? new Intl.NumberFormat()
