/** Sessions that share their times, together: what is said in one line. */
import { epochDay, weekdayOf } from './clock.ts'
import { WEEKDAYS, type Session, type Weekday } from './session.ts'

/** A time of day; both absent: only the day is known. */
export type Hours = { start?: string; end?: string }
export type Line = {
  every: Session['rule']['every']
  /** Monday first; of a date rule: []. */
  days: Weekday[]
  /** Calendar days of a date rule, in order. */
  dates: string[]
  /** 1 to 5, -1 last, in that order; [] where it is not monthly. */
  nth: number[]
  /** Which of the two weeks of a fortnight; null for other rules. */
  week: 0 | 1 | null
  hours: Hours[]
  term: boolean
  from: string | undefined
  until: string | undefined
  place: number | undefined
  words: string | undefined
}
type Unit = Omit<Line, 'hours'> & { hour: Hours }

/** Lines in order of their first day; dates come last. Days that share all their times stand in one line. */
export function linesOf(sessions: readonly Session[]): Line[] {
  const days = Map.groupBy(sessions.flatMap(unitsOf), (unit) =>
    JSON.stringify([sharing(unit), unit.days, unit.dates]),
  )
  const lines = [...days.values()].flatMap((units) => {
    const [first] = units
    if (first === undefined) return []
    const { hour: _, ...rest } = first
    return [{ ...rest, hours: distinct(units.map(({ hour }) => hour)).sort(byStart) }]
  })
  const shared = Map.groupBy(lines, (line) => JSON.stringify([sharing(line), line.hours]))
  return [...shared.values()].flatMap(together).sort((a, b) => order(a) - order(b))
}

/** What two sessions must have in common to be said together, besides their times. */
function sharing(of: Omit<Line, 'hours'>): unknown[] {
  return [of.every, of.nth, of.week, of.term, of.from, of.until, of.place, of.words]
}

/** One unit a weekday, or a rule of dates: the smallest thing with one time. */
function unitsOf(session: Session): Unit[] {
  const { rule } = session
  const unit: Unit = {
    every: rule.every,
    days: [],
    dates: rule.every === 'date' ? [...rule.on].sort() : [],
    nth: rule.every === 'month' ? [...new Set(rule.nth)].sort((a, b) => ((a + 6) % 6) - ((b + 6) % 6)) : [],
    week: rule.every === 'fortnight' ? weekOfTwo(rule.from) : null,
    hour: { start: session.start, end: session.end },
    term: session.term_time === true,
    from: session.from,
    until: session.until,
    place: session.place,
    words: session.words,
  }
  return rule.every === 'date' ? [unit] : rule.on.map((day) => ({ ...unit, days: [day] }))
}

function weekOfTwo(day: string): 0 | 1 {
  const days = epochDay(day)
  return (days - weekdayOf(days)) % 14 === 4 ? 0 : 1
}

function together(lines: Line[]): Line[] {
  const [first] = lines
  if (first === undefined) return []
  const days = WEEKDAYS.filter((day) => lines.some((line) => line.days.includes(day)))
  const dates = [...new Set(lines.flatMap((line) => line.dates))].sort()
  return [{ ...first, days, dates }]
}

function distinct(hours: Hours[]): Hours[] {
  return [...new Map(hours.map((hour) => [`${hour.start} ${hour.end}`, hour])).values()]
}

const byStart = (a: Hours, b: Hours) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1)

function order(line: Line): number {
  const [day] = line.days
  return day === undefined ? WEEKDAYS.length : WEEKDAYS.indexOf(day)
}

/** Runs of weekdays: [mo tu we fr] as [mo..we] and [fr]. Two neighbours stay two. */
export function weekdayRuns(days: readonly Weekday[]): Weekday[][] {
  const runs: Weekday[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && WEEKDAYS.indexOf(day) === WEEKDAYS.indexOf(last) + 1) run.push(day)
    else runs.push([day])
  }
  return runs.flatMap((run) => (run.length > 2 ? [run] : run.map((day) => [day])))
}
