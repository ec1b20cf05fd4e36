/**
 * A small honest subset of OpenStreetMap's opening_hours (wiki.openstreetmap.org/wiki/Key:opening_hours/specification):
 * weekdays, their ranges and lists, nth weekdays, time ranges, "off" and "24/7". Whatever else is in it: null.
 */
import { MINUTES_A_DAY } from '../clock.ts'
import { minutesOf } from '../slots.ts'
import { WEEKDAYS, type Session } from '../session.ts'
import { sessionOf, type Run } from './build.ts'

type Selector = { days: number[]; nth: number[] }
const EVERY_DAY: Selector = { days: [0, 1, 2, 3, 4, 5, 6], nth: [] }

/**
 * Sessions of "Mo-Fr 09:00-20:00; Sa 09:00-17:00; PH off", or null. A later rule for the same weekday replaces the
 * earlier one, as the specification says. "PH off" is left out: it says nothing about a weekday.
 */
export function sessionsFromOsm(text: string): Session[] | null {
  const rules = text
    .trim()
    .replace(/;$/, '')
    .split(';')
    .map((rule) => rule.trim())
  let runs: Run[] = []
  for (const rule of rules) {
    if (/^PH (off|closed)$/.test(rule)) continue
    const read = ruleOf(rule)
    if (read === null) return null
    if (read.selectors.some((one) => one.nth.length > 0 && runs.some((run) => sharesDay(run, one))))
      return null
    runs = [...withoutDays(runs, read.selectors), ...read.runs]
  }
  return runs.length === 0 ? null : runs.map(sessionOf)
}

function ruleOf(rule: string): { selectors: Selector[]; runs: Run[] } | null {
  if (rule === '24/7') return { selectors: [EVERY_DAY], runs: [{ ...EVERY_DAY, ...ALL_DAY, term: false }] }
  const parts = /^([A-Z][A-Za-z0-9,[\] -]*?)?\s*((?:\d{1,2}:.*)|off|closed)$/.exec(rule)
  const selectors = parts?.[1] === undefined ? [EVERY_DAY] : selectorsOf(parts[1].replaceAll(' ', ''))
  const times = parts?.[2] ?? ''
  if (selectors === null || times === '') return null
  if (times === 'off' || times === 'closed') return { selectors, runs: [] }
  const spans = spansOf(times)
  return (
    spans && {
      selectors,
      runs: selectors.flatMap((one) => spans.map((span) => ({ ...one, ...span, term: false }))),
    }
  )
}
const ALL_DAY = { start: 0, end: MINUTES_A_DAY }

/** "Mo-We,Fr", "Th[1,3]", "Fr[-1]". A comma inside brackets parts nothing. */
function selectorsOf(text: string): Selector[] | null {
  const weekly: number[] = []
  const monthly: Selector[] = []
  for (const one of text.split(/,(?![^[]*\])/)) {
    const parts = /^([A-Z][a-z])(?:-([A-Z][a-z])|\[(-?\d(?:,-?\d)*)\])?$/.exec(one)
    const first = dayOf(parts?.[1])
    const last = parts?.[2] === undefined ? first : dayOf(parts[2])
    if (first === null || last === null) return null
    const nth = parts?.[3]?.split(',').map(Number) ?? []
    if (nth.some((n) => n < -1 || n === 0 || n > 5)) return null
    const days = Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, n) => (first + n) % 7)
    if (nth.length > 0) monthly.push({ days, nth })
    else weekly.push(...days)
  }
  return weekly.length > 0 ? [{ days: weekly, nth: [] }, ...monthly] : monthly
}

function dayOf(name: string | undefined): number | null {
  const day = WEEKDAYS.findIndex((known) => known === name?.toLowerCase())
  return day < 0 ? null : day
}

/** "10:00-13:00,14:00-17:00"; past midnight where the end is not after the start. */
function spansOf(text: string): { start: number; end: number }[] | null {
  const spans: { start: number; end: number }[] = []
  for (const one of text.split(',')) {
    const parts = /^\s*(\d{1,2}:\d{2})\s*-\s*(\d{1,2}:\d{2})\s*$/.exec(one)
    const start = minutesOf((parts?.[1] ?? '').padStart(5, '0'))
    const end = minutesOf((parts?.[2] ?? '').padStart(5, '0'))
    if (parts === null || start >= MINUTES_A_DAY || end > MINUTES_A_DAY || start === end) return null
    if (Number(parts[1]?.slice(-2)) > 59 || Number(parts[2]?.slice(-2)) > 59) return null
    const last = spans.at(-1)
    if (last !== undefined && start < last.end) return null
    spans.push({ start, end: end < start ? end + MINUTES_A_DAY : end })
  }
  return spans
}

/** "Th 10:00-12:00; Th[1] 12:00-14:00" replaces one Thursday of four: no session can say that. */
const sharesDay = (run: Run, one: Selector) => run.days.some((day) => one.days.includes(day))

/** Earlier rules lose the weekdays that a later one names. */
function withoutDays(runs: readonly Run[], selectors: readonly Selector[]): Run[] {
  const named = new Set(selectors.filter(({ nth }) => nth.length === 0).flatMap(({ days }) => days))
  return runs
    .map((run) => ({ ...run, days: run.days.filter((day) => !named.has(day)) }))
    .filter((run) => run.days.length > 0)
}
