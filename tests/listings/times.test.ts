import { expect, test } from 'vitest'
import { session } from '../../src/listings/session.ts'
import { sessionsFromOsm } from '../../src/listings/times/osm.ts'
import { sessionsFromDay, sessionsFromText } from '../../src/listings/times/text.ts'
import { weekOf } from './week.ts'

/** "mo 540-720, we[1] 1140-1260" of sessions that fit the schema; "-" where nothing was understood. */
function said(sessions: ReturnType<typeof sessionsFromText>): string {
  if (sessions === null) return '-'
  for (const each of sessions) expect(session.parse(each)).toEqual(each)
  const clock = (minutes: string) => `${Math.floor(+minutes / 60)}:${String(+minutes % 60).padStart(2, '0')}`
  return weekOf(sessions)
    .map((line) => line.replace(/(\d+)-(\d+|\?)/, (_, a, b) => `${clock(a)}-${b === '?' ? b : clock(b)}`))
    .join(', ')
}

/** What a group wrote, and what may be made of it. */
const READ: [string, string][] = [
  // A day and a time, however written.
  ['Tuesday 10am to 12pm', 'tu 10:00-12:00'],
  ['Tuesdays 10 - 12', 'tu 10:00-12:00'],
  ['Tues: 10.00-12.00', 'tu 10:00-12:00'],
  ['TUESDAY 10AM – 12 NOON', 'tu 10:00-12:00'],
  ['every Tuesday from 10 until 12', 'tu 10:00-12:00'],
  ['Open Tuesdays, 10 a.m. - 12 p.m.', 'tu 10:00-12:00'],
  ['10am-12 midday on Tuesdays', 'tu 10:00-12:00'],
  ['Tuesday’s 10am—noon, weekly', 'tu 10:00-12:00'],
  ['Tuesday 1000-1200', 'tu 10:00-12:00'],
  ['Tuesday between 10am and 12', 'tu 10:00-12:00'],
  ['Tuesday (weekly) 10 to 12', 'tu 10:00-12:00'],
  ['We meet on a Tuesday at 10.30am', 'tu 10:30-?'],
  ['Tuesday&nbsp;10am&ndash;12pm<br>', 'tu 10:00-12:00'],
  // Which half of the day.
  ['Friday 9-5', 'fr 9:00-17:00'],
  ['Friday 9.15 - 11', 'fr 9:15-11:00'],
  ['Friday 10 - 2.30pm', 'fr 10:00-14:30'],
  ['Friday 2 - 4', 'fr 14:00-16:00'],
  ['Friday 2 - 4.30pm', 'fr 14:00-16:30'],
  ['Friday 11 - 1', 'fr 11:00-13:00'],
  ['Friday 12 - 1.45', 'fr 12:00-13:45'],
  ['Friday 9am - 1', 'fr 9:00-13:00'],
  ['Friday 8.30 - 6pm', 'fr 8:30-18:00'],
  ['Friday 7 - 9pm', 'fr 19:00-21:00'],
  ['Friday evening 7 - 9', 'fr 19:00-21:00'],
  ['Friday evenings, from 7.30', 'fr 19:30-?'],
  ['Friday afternoons 1.15 to 3', 'fr 13:15-15:00'],
  ['Friday morning 9.30 - 11.30', 'fr 9:30-11:30'],
  ['Friday 07:30 - 09:30', 'fr 7:30-9:30'],
  ['Friday 8:00 - 10:00, Saturday 13:00 - 15:00', 'fr 8:00-10:00, sa 13:00-15:00'],
  ['Friday 09:00 - 01:00', 'fr 9:00-13:00'],
  ['Friday 11:00 - 03:00', 'fr 11:00-15:00'],
  ['Friday 8pm - midnight', 'fr 20:00-24:00'],
  ['Friday 10pm to 4am', 'fr 22:00-4:00'],
  ['Friday 22:00-02:00', 'fr 22:00-2:00'],
  ['Friday 10-30 to 12-45', 'fr 10:30-12:45'],
  // Days.
  ['Monday - Thursday 10am - 3pm', 'mo 10:00-15:00, tu 10:00-15:00, we 10:00-15:00, th 10:00-15:00'],
  ['Mon, Wed & Fri 1-3pm', 'mo 13:00-15:00, we 13:00-15:00, fr 13:00-15:00'],
  ['Mon/Thurs 6pm-8pm', 'mo 18:00-20:00, th 18:00-20:00'],
  ['Mon-Wed and Sat 9.30-12', 'mo 9:30-12:00, tu 9:30-12:00, we 9:30-12:00, sa 9:30-12:00'],
  ['Friday to Sunday 11am-4pm', 'fr 11:00-16:00, sa 11:00-16:00, su 11:00-16:00'],
  ['Saturday to Monday 11am-4pm', 'mo 11:00-16:00, sa 11:00-16:00, su 11:00-16:00'],
  ['Weekends 11am-4pm', 'sa 11:00-16:00, su 11:00-16:00'],
  ['Each Monday and every Friday 5.30pm', 'mo 17:30-?, fr 17:30-?'],
  ['10am - 3pm Monday and Tuesday, 1pm - 3pm Friday', 'mo 10:00-15:00, tu 10:00-15:00, fr 13:00-15:00'],
  ['2-4pm (Thursdays)', 'th 14:00-16:00'],
  [
    '8am-6pm, seven days a week',
    'mo 8:00-18:00, tu 8:00-18:00, we 8:00-18:00, th 8:00-18:00, fr 8:00-18:00, sa 8:00-18:00, su 8:00-18:00',
  ],
  [
    'Weekdays 9 to 4.45; Saturday 9 to 12',
    'mo 9:00-16:45, tu 9:00-16:45, we 9:00-16:45, th 9:00-16:45, fr 9:00-16:45, sa 9:00-12:00',
  ],
  ['Saturday and Sunday, 24 hours', 'sa 0:00-24:00, su 0:00-24:00'],
  // Several times, several groups.
  ['Monday 9.30am-12.30pm and 1.30pm-4pm', 'mo 9:30-12:30, mo 13:30-16:00'],
  ['Monday 10-12, 1-3', 'mo 10:00-12:00, mo 13:00-15:00'],
  ['Mon 10-12. Tue 2-4. Thur 6-8pm.', 'mo 10:00-12:00, tu 14:00-16:00, th 18:00-20:00'],
  ['Monday 10-12 and Wednesday 1-3', 'mo 10:00-12:00, we 13:00-15:00'],
  ['Mon 10-12 Wed 1-3 Sat 9-11', 'mo 10:00-12:00, we 13:00-15:00, sa 9:00-11:00'],
  ['Monday: 09:00-12:00 / 13:00-17:00', 'mo 9:00-12:00, mo 13:00-17:00'],
  ['Monday: - / 13:00-17:00, Tuesday: 09:00-12:00 / -', 'mo 13:00-17:00, tu 9:00-12:00'],
  // Closed.
  ['Monday 9-5, Tuesday closed, Wednesday 9-1', 'mo 9:00-17:00, we 9:00-13:00'],
  ['Closed Mondays. Tuesday to Thursday 10-4', 'tu 10:00-16:00, we 10:00-16:00, th 10:00-16:00'],
  ['Monday to Wednesday 10am-4pm, closed Tuesday', 'mo 10:00-16:00, we 10:00-16:00'],
  ['Monday 9am-5pm (closed for lunch 12.30pm-1.30pm)', 'mo 9:00-12:30, mo 13:30-17:00'],
  ['Mon 9-5, Tue 9-4 (closed 1-2 every day)', 'mo 9:00-13:00, mo 14:00-17:00, tu 9:00-13:00, tu 14:00-16:00'],
  ['Thursday 10am-4pm (last entry 3.30pm)', 'th 10:00-16:00'],
  // Parts of the month and of the year.
  ['First Wednesday of the month 7pm-9pm', 'we[1] 19:00-21:00'],
  ['2nd & 4th Fri 1-3pm', 'fr[2] 13:00-15:00, fr[4] 13:00-15:00'],
  ['last Sunday of each month, 3pm', 'su[-1] 15:00-?'],
  ['Every third Monday of the month 10am to 12', 'mo[3] 10:00-12:00'],
  ['1st Monday and 3rd Friday of the month 2-4pm', 'mo[1] 14:00-16:00, fr[3] 14:00-16:00'],
  ['Saturday: the first Saturday of the month, 10-12', 'sa[1] 10:00-12:00'],
  ['Wednesdays 10-12 and 1st Saturday of the month 10-12', 'we 10:00-12:00, sa[1] 10:00-12:00'],
  ['Tuesday 1.30-3pm, term time only', 'tu 13:30-15:00 term'],
  ['Tuesday (during term-time) 1.30-3pm', 'tu 13:30-15:00 term'],
  ['Term time only: Monday 9-11am, Friday 1-3pm', 'mo 9:00-11:00 term, fr 13:00-15:00 term'],
  ['Monday 9-11am (term time), Friday 1-3pm', 'mo 9:00-11:00 term, fr 13:00-15:00'],
  // opening_hours that came as text.
  ['Mo-We 10:00-16:00; Sa 10:00-12:00', 'mo 10:00-16:00, tu 10:00-16:00, we 10:00-16:00, sa 10:00-12:00'],
]
test.each(READ)('"%s" is %s', (text, week) => expect(said(sessionsFromText(text))).toBe(week))

/** What must be left as words, and why. */
const LEFT: [string, string][] = [
  ['', 'says nothing'],
  ['TBC', 'says nothing'],
  ['Please ring', 'ring'],
  ['By appointment', 'appointment'],
  ['Monday 10-12 by appointment', 'appointment'],
  ['Monday to Friday 9am-5pm, please ring first', 'ring'],
  ['Monday to Friday 9am-5pm except Wednesday', 'an exception'],
  ['Monday to Friday 9am-5pm (not bank holidays)', 'days we do not know'],
  ['Monday to Friday 9am-5pm, Wednesday 9am-1pm', 'two times for one Wednesday'],
  ['Monday 10:00 - 12:00, 11-3', 'two times for one hour'],
  ['Daily 10-4; Sundays 11-3', 'two times for one Sunday'],
  ['Monday 9.30am-5pm / 12.30pm-1.30pm', 'a break or a second time?'],
  ['Monday', 'no time'],
  ['Mornings', 'no day, no time'],
  ['Thursday morning', 'no time'],
  ['10am-12pm', 'no day'],
  ['10:00-12:00', 'no day'],
  ['Monday 7-9', 'morning or evening?'],
  ['Monday 6.30 - 8', 'morning or evening?'],
  ['Monday 8 - 10', 'morning or evening?'],
  ['Monday 10-30 to 12-15', 'a quarter past twelve, or twelve to fifteen?'],
  ['Mondays at 10', 'a time or a date?'],
  ['Monday 4, Tuesday 5', 'dates'],
  ['Monday to Friday 17-21', 'dates'],
  ['Tuesday 24 March 2pm-4pm', 'a date'],
  ['Tuesday 24/03/2027, 2pm-4pm', 'a date'],
  ['Tuesday 3rd, 2pm-4pm', 'a date'],
  ['Monday 2027', 'a year'],
  ['Tuesdays 2-4pm until 19 December', 'an end'],
  ['3 March to 7 April, Wednesdays 10-12', 'a range of dates'],
  ['January to March: Monday 10-12', 'a season'],
  ['Summer: Monday 10-12', 'a season'],
  ['Monday 10-12 during school holidays', 'holidays'],
  ['Every other Monday 10-12', 'which of the two weeks?'],
  ['Fortnightly, Monday 10-12', 'which of the two weeks?'],
  ['Monday 10-12 monthly', 'which of the four?'],
  ['Every second Tuesday 10-12', 'the second of the month, or every other?'],
  ['Last Friday 2-4pm', 'of the month, or a week ago?'],
  ['First Monday and Tuesday of the month 10-12', 'first Tuesday, or every one?'],
  ['Tuesday 1st and 3rd, 10-12', 'dates, or parts of the month?'],
  ['Monday 10-12, Thursday 1-3 (term time only)', 'term time for one or for both?'],
  ['Monday 10-12, Thursday 9-4 (closed 12-1)', 'shut on both?'],
  ['Monday 9-12 (closed 1-2)', 'shut when it is not open'],
  ['Monday 12am - 2pm', 'noon or midnight?'],
  ['Monday 1pm - 3am', 'a slip of the pen'],
  ['Monday 18:00 - 08:00', 'evening or all night?'],
  ['Monday 10pm - 12pm', 'backwards'],
  ['Monday 12 - 12', 'no length'],
  ['Monday 00:00 - 00:00', 'closed or all day?'],
  ['Monday 10am, 12pm', 'from and to, or two starts?'],
  ['Monday 10-12 and 2', 'half a time'],
  ['Monday 9am - Friday 5pm', 'no time a day'],
  ['Monday 10am to Wednesday 4pm', 'no time a day'],
  ['Mon 10-12, Tue', 'half a group'],
  ['Friday 7pm till late', 'an open end'],
  ['Monday 25:00 - 26:00', 'no times'],
  ['Monday 10.75 - 12', 'no time'],
  ['Monday 10-12 (Lunch Club)', 'a name'],
  ['Office: Monday 10-12', 'a name'],
  ['Monday 10-12 £2', 'a price'],
  ['Monday 10-12. Tel 0161 496 0123', 'a telephone number'],
  ['Monday 10-12 (ages 5-11)', 'ages'],
  ['5 days a week', 'which five?'],
  ['Closed', 'never'],
  ['Tuesday: closed - 10.30-12.30', 'closed or not?'],
  ['24/7 on request', 'on request'],
  [`${'Monday 10-12, '.repeat(60)}`, 'prose'],
]
test.each(LEFT)('"%s" stays words: %s', (text) => expect(said(sessionsFromText(text))).toBe('-'))

/** A cell under "Thursday". */
const CELLS: [string, string][] = [
  ['09:00-17:00', 'th 9:00-17:00'],
  ['09:00-12:30, 13:30-17:00', 'th 9:00-12:30, th 13:30-17:00'],
  ['9.30am to 1pm', 'th 9:30-13:00'],
  ['', ''],
  [' - ', ''],
  ['Closed', ''],
  ['closed 12-1', '-'],
  ['Friday 9-5', '-'],
  ['09:00-', '-'],
  ['by appointment', '-'],
  ['9', '-'],
]
test.each(CELLS)('under Thursday "%s" is "%s"', (cell, week) =>
  expect(said(sessionsFromDay('th', cell))).toBe(week),
)

/** opening_hours strings. */
const OSM: [string, string][] = [
  [
    'Mo-Fr 09:00-20:00; Sa 09:00-17:00; PH off',
    'mo 9:00-20:00, tu 9:00-20:00, we 9:00-20:00, th 9:00-20:00, fr 9:00-20:00, sa 9:00-17:00',
  ],
  [
    'Tu,Th 9:00-13:00,14:00-18:00;Sa 9:00-13:00',
    'tu 9:00-13:00, tu 14:00-18:00, th 9:00-13:00, th 14:00-18:00, sa 9:00-13:00',
  ],
  ['Th[1,3] 19:00-21:00', 'th[1] 19:00-21:00, th[3] 19:00-21:00'],
  ['Fr[-1] 14:00-16:00', 'fr[-1] 14:00-16:00'],
  ['Fr 22:00-04:00', 'fr 22:00-4:00'],
  ['Sa 12:00-00:00', 'sa 12:00-24:00'],
  ['Mo-Tu 10:00-12:00; Tu off', 'mo 10:00-12:00'],
  ['Mo-Tu 10:00-12:00; Tu 13:00-14:00', 'mo 10:00-12:00, tu 13:00-14:00'],
  ['Sa-Mo 10:00-12:00', 'mo 10:00-12:00, sa 10:00-12:00, su 10:00-12:00'],
  [
    '24/7',
    'mo 0:00-24:00, tu 0:00-24:00, we 0:00-24:00, th 0:00-24:00, fr 0:00-24:00, sa 0:00-24:00, su 0:00-24:00',
  ],
  ['Mo-Su off', '-'],
  ['Th 10:00-12:00; Th[1] 14:00-16:00', '-'],
  ['Sa 13:00-sunset', '-'],
  ['Th-Sa 22:00+', '-'],
  ['Mo-Fr 10:00-22:00; SH Mo-Fr 09:00-22:00', '-'],
  ['Mo-Fr 09:00-17:00 "by appointment"', '-'],
  ['Apr-Sep Mo 10:00-12:00', '-'],
  ['Mo 10:00-25:00', '-'],
  ['Mo 10:00-10:00', '-'],
  ['Mo 10:00-12:60', '-'],
  ['Xx 10:00-12:00', '-'],
  ['Mo[6] 10:00-12:00', '-'],
  ['week 1-53/2 Mo 10:00-12:00', '-'],
  ['', '-'],
]
test.each(OSM)('opening_hours %s is %s', (text, week) => expect(said(sessionsFromOsm(text))).toBe(week))
