/** Days as funders write them: ISO, ISO with a time, or day/month/year where the file itself shows that order. */
import { londonMoment } from '../../listings/clock.ts'

/** In which order day and month stand in a file. unknown: nothing in it shows which, or it shows both. */
export type DayOrder = 'day-first' | 'month-first' | 'unknown'

const SLASHED = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:[ T].*)?$/

/** What was seen in a file: one day above 12 in a place shows which place days stand in. */
export type Seen = { dayFirst: boolean; monthFirst: boolean }

export function lookForOrder(seen: Seen, text: string): void {
  const [, a = '', b = ''] = SLASHED.exec(text.trim()) ?? []
  if (Number(a) > 12 && Number(b) <= 12) seen.dayFirst = true
  if (Number(b) > 12 && Number(a) <= 12) seen.monthFirst = true
}

export function orderOf({ dayFirst, monthFirst }: Seen): DayOrder {
  if (dayFirst === monthFirst) return 'unknown'
  return dayFirst ? 'day-first' : 'month-first'
}

export type ReadDay = { is: 'day'; day: string } | { is: 'ambiguous' } | { is: 'none' }

/** "2026-03-31". Of a date with a time it is the date as written, or the one London had where that was its midnight. */
export function readDay(text: string, order: DayOrder): ReadDay {
  const given = text.trim()
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](.+))?$/.exec(given)
  if (iso) {
    const [, year = '', month = '', date = '', time = ''] = iso
    return real(year, month, date, /^23:00(:00(\.0+)?)?(Z|\+00:?00)$/.test(time))
  }
  const slashed = SLASHED.exec(given)
  if (slashed === null) return { is: 'none' }
  const [, a = '', b = '', year = ''] = slashed
  if (a !== b && Number(a) <= 12 && Number(b) <= 12 && order === 'unknown') return { is: 'ambiguous' }
  const monthFirst = Number(b) > 12 || (Number(a) <= 12 && order === 'month-first')
  return monthFirst ? real(year, a, b) : real(year, b, a)
}

/** `lateEvening`: it was written as 11pm UTC, which in summer is midnight in London, the next day. */
function real(year: string, month: string, date: string, lateEvening = false): ReadDay {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day)) return { is: 'none' }
  if (!lateEvening) return { is: 'day', day }
  return { is: 'day', day: londonMoment(new Date(`${day}T23:00:00Z`)).day }
}
