/** Weekdays and times of day among the words of a question: who meets then is a little likelier meant. Pure. */
import { WEEKDAYS } from '../listings/session.ts'
import { timesOfDay, type Slot } from '../listings/slots.ts'
import type { Meant } from './phrases.ts'

const DAYS: readonly (readonly string[])[] = [
  ['monday', 'mondays', 'dydd llun', 'nos lun'],
  ['tuesday', 'tuesdays', 'dydd mawrth', 'nos fawrth'],
  ['wednesday', 'wednesdays', 'dydd mercher', 'nos fercher'],
  ['thursday', 'thursdays', 'dydd iau', 'nos iau'],
  ['friday', 'fridays', 'dydd gwener', 'nos wener'],
  ['saturday', 'saturdays', 'weekend', 'weekends', 'dydd sadwrn', 'nos sadwrn', 'penwythnos'],
  ['sunday', 'sundays', 'weekend', 'weekends', 'dydd sul', 'nos sul', 'penwythnos'],
]
const TIMES = {
  morning: ['morning', 'mornings', 'bore', 'boreau'],
  afternoon: ['afternoon', 'afternoons', 'prynhawn', 'pnawn'],
  evening: ['evening', 'evenings', 'nos', 'noson', 'gyda r nos', 'gydar nos'],
} as const

/** "No food till Friday" is no Friday on which to meet; "coffee morning" is what it is called. */
const NO_TIME = new Set(
  ['till', 'until', 'til', 'by', 'since', 'last', 'good', 'coffee', 'tan', 'ers'].flatMap((before) =>
    [...DAYS.flat(), ...Object.values(TIMES).flat()].map((it) => `${before} ${it}`),
  ),
)

/** `words`: all of a question, folded and in their order. */
export function timeHints(words: readonly string[]): Meant[] {
  const whole = ` ${words.join(' ')} `
  const isSaid = (it: string) =>
    whole.includes(` ${it} `) &&
    !words.some((before) => NO_TIME.has(`${before} ${it}`) && whole.includes(` ${before} ${it} `))
  const days = WEEKDAYS.filter((_, at) => DAYS[at]?.some(isSaid))
  const times = (Object.keys(TIMES) as (keyof typeof TIMES)[]).filter((time) => TIMES[time].some(isSaid))
  return [...days, ...times].map((id) => ({ facet: 'meets', id }))
}

/** On which weekdays and in which parts of the day something runs, past or to come: for a hint that is enough. */
export const meetsOf = (slots: readonly Slot[]): string[] => [
  ...new Set([...slots.map(({ weekday }) => WEEKDAYS[weekday] ?? ''), ...timesOfDay(slots)]),
]
