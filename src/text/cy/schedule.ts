/** When it runs, in Welsh. */
import type { schedule as en } from '../en/schedule.ts'
import { listOf } from '../format.ts'

const CY = { lang: 'cy' } as const
/** Only "first" and "last" stand behind the day; "second" softens it. */
const NTH: Record<number, (day: string) => string> = {
  1: (day) => `${day} cyntaf`,
  2: (day) => `ail ${softened(day)}`,
  3: (day) => `trydydd ${day}`,
  4: (day) => `pedwerydd ${day}`,
  5: (day) => `pumed ${day}`,
  [-1]: (day) => `${day} olaf`,
}
const softened = (day: string) => day.replace(/^d/, 'dd')
/** "a trydydd" is said "a thrydydd". */
const breathed = (words: string) => words.replace(/ a ([tp])(?=rydydd|edwerydd|umed)/g, ' a $1h')

export const schedule: typeof en = {
  days: {
    mo: 'dydd Llun',
    tu: 'dydd Mawrth',
    we: 'dydd Mercher',
    th: 'dydd Iau',
    fr: 'dydd Gwener',
    sa: 'dydd Sadwrn',
    su: 'dydd Sul',
  },
  everyDay: 'bob dydd',
  dayRange: (first, last) => `${first} i ${softened(last)}`,
  allDay: 'ar unrhyw adeg',
  weekly: (days, hours) => [days, hours].filter(Boolean).join(' '),
  everyWeek: 'bob wythnos',
  fortnightly: (days) => `bob yn ail ${listOf(days.map(softened), CY)}`,
  monthly: (nths, days) => {
    const each = nths.flatMap((nth) => days.map((day) => NTH[nth]?.(day) ?? day))
    return `${breathed(listOf(each, CY))} y mis`
  },
  termTime: 'yn ystod y tymor yn unig',
  from: (day) => `o ${day}`,
  until: (day) => `tan ${day}`,
  at: (place) => `yn ${place}`,
  moreDates: (count) => `${count} dyddiad arall`,
  differing: (days) => `${days}, mae’r amserau’n amrywio`,
  over: 'Dim dyddiadau i ddod',
  notOn: (day) => `nid ar ${day}`,
  notFrom: (first, last) => `nid o ${first} i ${last}`,
  next: (day) => `Nesaf: ${day}`,
}
