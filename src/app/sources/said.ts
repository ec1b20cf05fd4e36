/** Sources and runs in words: when one is read, what came of a run. Numbers come from the report and the difference. */
import { report as reportShape, type Report } from '../../imports/report.ts'
import type { LineCounts } from '../../store/runs/run-line.ts'
import type { Run, RunHead } from '../../store/store.ts'
import type { Text } from '../../text/en.ts'
import { ago, clockTime, comingDay, listOf, longDay, shortDay, weekdayName } from '../../text/format.ts'
import { nextOf } from './due.ts'

/** A Sunday: weekdays are counted from one. */
const SUNDAY = Date.parse('2026-01-04')
const DAY_MS = 86_400_000
const NUMBER = /^\d{1,2}$/

/** "Read every Monday at 4am", of a pattern of croner; null: never by itself. A plan that has no short words is "a plan of its own". */
export function everySaid(every: string | null, text: Text): string {
  const t = text.sources.every
  if (every === null) return t.hand
  const parts = every.trim().split(/\s+/)
  const [minute = '', hour = '', date = '', month = '', weekday = ''] =
    parts.length === 6 ? parts.slice(1) : parts
  if (!NUMBER.test(minute) || !NUMBER.test(hour)) return t.other
  const time = clockTime(`${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`, text)
  const any = [date, month, weekday].map((part) => part === '*')
  const plan = any.map((it) => (it ? '*' : '1')).join('')
  const is = (pattern: string, ...numbers: string[]) =>
    plan === pattern && numbers.every((it) => NUMBER.test(it))
  if (is('***')) return t.day(time)
  if (is('**1', weekday))
    return t.week(weekdayName(new Date(SUNDAY + (Number(weekday) % 7) * DAY_MS), text), time)
  if (is('1**', date)) return t.month(Number(date), time)
  if (is('11*', date, month)) {
    const day = new Date(Date.UTC(2026, Number(month) - 1, Number(date)))
    return t.year(shortDay(day, new Date('2026-06-01'), text), time)
  }
  return t.other
}

/** "next time 23 November"; null where it has no next time. */
export function nextSaid(every: string | null, now: Date, text: Text): string | null {
  const next = every === null ? null : nextOf(every, now)
  return next === null ? null : text.sources.every.next(comingDay(next, now, text))
}

/** null: it never came so far, or was written by an older program. */
export function reportOf({ report }: Pick<Run, 'report'>): Report | null {
  try {
    const read = reportShape.safeParse(JSON.parse(report))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

export type RunState = 'applied' | 'refused' | 'failed' | 'undone' | 'running' | 'cut'
export function stateOf({ state, asks }: Pick<RunHead, 'state' | 'asks'>): RunState {
  if (state === 'stopped') return 'cut'
  return state === 'refused' && !asks ? 'failed' : state
}

/** Names of states.css: a shape and a colour beside the word. */
export const SHAPE: { [S in RunState]: string } = {
  applied: 'confirmed',
  refused: 'unconfirmed',
  failed: 'full',
  undone: 'unknown',
  running: 'waiting',
  cut: 'full',
}

/** "Read 3 days ago: 4 added, 12 changed and 2 missing." */
export function runSaid(
  run: RunHead,
  { report, counts }: { report: Report | null; counts: LineCounts | null },
  now: Date,
  text: Text,
): string {
  const t = text.sources.runs
  const when = ago(run.startedAt, now, text)
  const state = stateOf(run)
  return state === 'applied' ? t.applied(when, whatCame(report, counts, text)) : t[state](when)
}

function whatCame(report: Report | null, counts: LineCounts | null, text: Text): string {
  const t = text.sources.runs
  const { listings, register, grants } = report ?? { listings: null, register: null, grants: null }
  const said: [count: number, say: (count: number) => string][] = [
    [grants?.read ?? 0, t.grants],
    [grants?.live ?? 0, t.live],
    // A register makes drafts: nobody finds a place in them yet.
    [
      grants === null ? (counts?.added.all ?? listings?.added ?? 0) : 0,
      register === null ? t.added : t.drafts,
    ],
    [counts?.changed.all ?? listings?.changed ?? 0, t.changed],
    [counts?.back.all ?? 0, t.back],
    [counts?.missing.all ?? report?.missing ?? 0, t.missing],
    [counts?.ended.all ?? 0, t.ended],
    [counts?.conflict.all ?? 0, t.conflicts],
    [listings?.refused ?? 0, t.refusedRows],
    [register?.signals ?? 0, t.signals],
  ]
  const lines = said.flatMap(([count, say]) => (count === 0 ? [] : [say(count)]))
  return lines.length === 0 ? t.nothing : listOf(lines, text)
}

/** "22 November 2026, 4.05am" */
export const momentSaid = (instant: string, text: Text): string =>
  `${longDay(instant, text)}, ${clockTime(LONDON.format(new Date(instant)), text)}`

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
