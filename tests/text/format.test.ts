import { describe, expect, test } from 'vitest'
import {
  ago,
  clockTime,
  comingDay,
  distance,
  eitherOf,
  listOf,
  londonDay,
  longDay,
  miles,
  money,
  monthOf,
  number,
  plural,
  shortDay,
  timeSpan,
  weekdayName,
} from '../../src/text/format.ts'
import { texts } from '../../src/text/texts.ts'
import { NOW } from '../fixtures.ts'

const [en, cy] = [texts('en'), texts('cy')]
const both = (say: (text: typeof en) => string) => [say(en), say(cy)]
const WEEKS = { one: '# week', other: '# weeks' }
const CATS = {
  zero: '# cathod',
  one: '# gath',
  two: '# gath',
  few: '# cath',
  many: '# chath',
  other: '# cath',
}

/** what is said, in English, in Welsh; NOW is Sunday 22 November 2026 */
const CASES: [string, (text: typeof en) => string, string, string][] = [
  ['a day', (t) => longDay('2026-03-12', t), '12 March 2026', '12 Mawrth 2026'],
  ['29 February', (t) => longDay('2028-02-29', t), '29 February 2028', '29 Chwefror 2028'],
  ['an instant in winter', (t) => longDay('2026-03-12T23:30:00Z', t), '12 March 2026', '12 Mawrth 2026'],
  [
    'an instant late on a summer evening',
    (t) => longDay('2026-06-30T23:30:00Z', t),
    '1 July 2026',
    '1 Gorffennaf 2026',
  ],
  ['a day this year', (t) => shortDay('2026-11-24', NOW, t), '24 November', '24 Tachwedd'],
  ['a day next year', (t) => shortDay('2027-01-05', NOW, t), '5 January 2027', '5 Ionawr 2027'],
  ['a day ahead', (t) => comingDay('2027-03-01', NOW, t), '1 March', '1 Mawrth'],
  ['330 days ahead', (t) => comingDay('2027-10-18', NOW, t), '18 October', '18 Hydref'],
  ['331 days ahead', (t) => comingDay('2027-10-19', NOW, t), '19 October 2027', '19 Hydref 2027'],
  [
    'a day gone by, asked as one ahead',
    (t) => comingDay('2025-03-01', NOW, t),
    '1 March 2025',
    '1 Mawrth 2025',
  ],
  ['a month this year', (t) => monthOf('2026-03-10T09:00:00Z', NOW, t), 'March', 'Mawrth'],
  ['a month last year', (t) => monthOf('2025-12-31T09:00:00Z', NOW, t), 'December 2025', 'Rhagfyr 2025'],
  ['a weekday', (t) => weekdayName('2026-11-24', t), 'Tuesday', 'Dydd Mawrth'],
  ['a morning', (t) => timeSpan('10:00', '12:00', t), '10am to 12', '10am i 12'],
  ['a working day', (t) => timeSpan('09:30', '16:00', t), '9.30am to 4pm', '9.30am i 4pm'],
  ['from midday', (t) => timeSpan('12:00', '14:15', t), '12 to 2.15pm', '12 i 2.15pm'],
  ['past midday', (t) => timeSpan('11:45', '12:30', t), '11.45am to 12.30pm', '11.45am i 12.30pm'],
  ['to midnight', (t) => timeSpan('20:00', '24:00', t), '8pm to midnight', '8pm i hanner nos'],
  ['past midnight', (t) => timeSpan('22:00', '00:30', t), '10pm to 12.30am', '10pm i 12.30am'],
  ['only a start', (t) => timeSpan('10:00', undefined, t), '10am', '10am'],
  ['midday alone', (t) => clockTime('12:00', t), 'midday', 'hanner dydd'],
  ['midnight alone', (t) => clockTime('00:00', t), 'midnight', 'hanner nos'],
  ['a minute to midnight', (t) => clockTime('23:59', t), '11.59pm', '11.59pm'],
  ['near', (t) => distance(0.62, t), '0.6 miles', '0.6 milltir'],
  ['a mile', (t) => distance(1, t), '1.0 miles', '1.0 filltir'],
  ['at the door', (t) => distance(0, t), '0.1 miles', '0.1 milltir'],
  ['far', (t) => distance(1234.56, t), '1,234.6 miles', '1,234.6 milltir'],
  ['within 3', (t) => miles(3, t), '3 miles', '3 milltir'],
  ['within 1', (t) => miles(1, t), '1 mile', '1 filltir'],
  ['within a half', (t) => miles(0.5, t), '0.5 miles', '0.5 milltir'],
  ['whole pounds', (t) => money(200, t), '£2', '£2'],
  ['pounds and pence', (t) => money(250, t), '£2.50', '£2.50'],
  ['pence', (t) => money(50, t), '50p', '50c'],
  ['many pounds', (t) => money(120000, t), '£1,200', '£1,200'],
  ['a big count', (t) => number(12345, t), '12,345', '12,345'],
  ['one of them', (t) => plural(1, WEEKS, t), '1 week', '1 week'],
  ['none of them', (t) => plural(0, WEEKS, t), '0 weeks', '0 weeks'],
  ['six forms: none', (t) => plural(0, CATS, t), '0 cath', '0 cathod'],
  ['six forms: two', (t) => plural(2, CATS, t), '2 cath', '2 gath'],
  ['six forms: three', (t) => plural(3, CATS, t), '3 cath', '3 cath'],
  ['six forms: six', (t) => plural(6, CATS, t), '6 cath', '6 chath'],
  ['no words', (t) => listOf([], t), '', ''],
  ['one word', (t) => listOf(['te'], t), 'te', 'te'],
  ['three words', (t) => listOf(['te', 'cacen', 'coffi'], t), 'te, cacen and coffi', 'te, cacen a choffi'],
  ['the last begins with a vowel', (t) => listOf(['te', 'uwd'], t), 'te and uwd', 'te ac uwd'],
  ['names do not change', (t) => listOf(['Sale', 'Timperley'], t), 'Sale and Timperley', 'Sale a Timperley'],
  ['either', (t) => eitherOf(['meddyg', 'gweithiwr'], t), 'meddyg or gweithiwr', 'meddyg neu weithiwr'],
  ['either, with ll', (t) => eitherOf(['te', 'llaeth'], t), 'te or llaeth', 'te neu laeth'],
]
test.each(CASES)('%s: %s', (_, say, ...expected) => expect(both(say)).toEqual(expected))

/** when, in English, in Welsh, at 09:00 on 22 November 2026 */
const AGO: [string, string, string][] = [
  ['2026-11-22T08:59:59Z', 'today', 'heddiw'],
  ['2026-11-22T00:00:00Z', 'today', 'heddiw'],
  ['2026-11-21T23:59:59Z', 'yesterday', 'ddoe'],
  ['2026-11-20', '2 days ago', 'echdoe'],
  ['2026-11-10', '12 days ago', '12 diwrnod yn ôl'],
  ['2026-11-09', '13 days ago', '13 diwrnod yn ôl'],
  ['2026-11-08', '2 weeks ago', '2 wythnos yn ôl'],
  ['2026-10-24T23:30:00Z', '4 weeks ago', '4 wythnos yn ôl'],
  ['2026-09-28', '7 weeks ago', '7 wythnos yn ôl'],
  ['2026-09-27', '1 month ago', '1 mis yn ôl'],
  ['2026-09-22', '2 months ago', '2 fis yn ôl'],
  ['2026-03-23', '7 months ago', '7 mis yn ôl'],
  ['2026-03-22', '8 months ago', '8 mis yn ôl'],
  ['2024-11-23', '23 months ago', '23 mis yn ôl'],
  ['2024-11-22', '2 years ago', '2 flynedd yn ôl'],
  ['2020-01-01', '6 years ago', '6 o flynyddoedd yn ôl'],
  ['2026-11-25', 'today', 'heddiw'],
]
test.each(AGO)('%s was %s', (when, ...expected) => expect(both((t) => ago(when, NOW, t))).toEqual(expected))

describe('London days', () => {
  test.each([
    ['2026-11-22', '2026-11-22'],
    ['2026-11-22T23:59:59Z', '2026-11-22'],
    ['2026-07-01T22:59:59Z', '2026-07-01'],
    ['2026-07-01T23:00:00Z', '2026-07-02'],
    ['2026-03-29T00:30:00Z', '2026-03-29'],
    ['2026-10-25T23:30:00Z', '2026-10-25'],
  ])('%s is on %s', (when, day) => expect(londonDay(when)).toBe(day))
  test('what is no day is a RangeError', () => expect(() => londonDay('soon')).toThrow(RangeError))
})
