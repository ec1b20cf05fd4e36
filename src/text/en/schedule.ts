/** When it runs. Lines begin with a capital wherever their first word is not one. */
import { listOf } from '../format.ts'

const EN = { lang: 'en' } as const
const NTH: Record<number, string> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
  [-1]: 'last',
}

export const schedule = {
  days: {
    mo: 'Monday',
    tu: 'Tuesday',
    we: 'Wednesday',
    th: 'Thursday',
    fr: 'Friday',
    sa: 'Saturday',
    su: 'Sunday',
  },
  everyDay: 'every day',
  dayRange: (first: string, last: string) => `${first} to ${last}`,
  allDay: 'at any time',
  /** `days` is "Monday to Friday", `hours` "9.30am to 4pm" or nothing. */
  weekly: (days: string, hours: string) => [days, hours].filter(Boolean).join(' '),
  everyWeek: 'every week',
  /** `days` as names. */
  fortnightly: (days: string[]) => `every other ${listOf(days, EN)}`,
  /** 1 to 5, -1: last; `days` as names. */
  monthly: (nths: number[], days: string[]) =>
    `${listOf(
      nths.map((nth) => NTH[nth] ?? ''),
      EN,
    )} ${listOf(days, EN)} of the month`,
  termTime: 'term time only',
  from: (day: string) => `from ${day}`,
  until: (day: string) => `until ${day}`,
  at: (place: string) => `at ${place}`,
  moreDates: (count: number) => (count === 1 ? '1 more date' : `${count} more dates`),
  differing: (days: string) => `${days}, times differ by day`,
  over: 'No dates ahead',
  notOn: (day: string) => `not on ${day}`,
  notFrom: (first: string, last: string) => `not from ${first} to ${last}`,
  next: (day: string) => `Next: ${day}`,
}
