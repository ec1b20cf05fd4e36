import { describe, expect, test } from 'vitest'
import { readDay } from '../../src/text/read-day.ts'

const NOW = new Date('2026-11-22T09:00:00Z')

/** what is typed, the next such day, the last such day; null: no day */
const TYPED: [string, string | null, string | null][] = [
  ['1 March', '2027-03-01', '2026-03-01'],
  ['1st of March', '2027-03-01', '2026-03-01'],
  ['the 1st March.', '2027-03-01', '2026-03-01'],
  ['March 1', '2027-03-01', '2026-03-01'],
  ['mar 1', '2027-03-01', '2026-03-01'],
  ['1 MARCH 2028', '2028-03-01', '2028-03-01'],
  ['Monday 1 March', '2027-03-01', '2026-03-01'],
  ['until 1 March', '2027-03-01', '2026-03-01'],
  ['1/3', '2027-03-01', '2026-03-01'],
  ['01/03', '2027-03-01', '2026-03-01'],
  ['1.3', '2027-03-01', '2026-03-01'],
  ['1-3-27', '2027-03-01', '2027-03-01'],
  ['01/03/2027', '2027-03-01', '2027-03-01'],
  ['2027-03-01', '2027-03-01', '2027-03-01'],
  ['March', '2027-03-01', '2026-03-01'],
  ['end of March', '2027-03-31', '2026-03-31'],
  ['end of February', '2027-02-28', '2026-02-28'],
  ['end February 2028', '2028-02-29', '2028-02-29'],
  ['Sept 3', '2027-09-03', '2026-09-03'],
  ['today', '2026-11-22', '2026-11-22'],
  ['22 November', '2026-11-22', '2026-11-22'],
  ['23 November', '2026-11-23', '2025-11-23'],
  ['21 November', '2027-11-21', '2026-11-21'],
  ['29 February', '2028-02-29', '2024-02-29'],
  ['1 Mawrth', '2027-03-01', '2026-03-01'],
  ['1af o Fawrth', null, null],
  ['diwedd Mawrth', '2027-03-31', '2026-03-31'],
  ['3 Chwefror', '2027-02-03', '2026-02-03'],
  ['3 Mai', '2027-05-03', '2026-05-03'],
  ['heddiw', '2026-11-22', '2026-11-22'],
  ['', null, null],
  ['soon', null, null],
  ['31 April', null, null],
  ['31/2', null, null],
  ['3/13', null, null],
  ['0/3', null, null],
  ['1', null, null],
  ['1 J', null, null],
  ['1 Ju', null, null],
  ['1 2 March', null, null],
  ['1 March April', null, null],
  ['1/3/12345', null, null],
  ['1 March 99999', null, null],
  ['<script>', null, null],
  ['9'.repeat(10_000), null, null],
]

describe('a day as it is typed', () => {
  test.each(TYPED)('%.30s', (typed, ahead, back) => {
    expect([readDay(typed, NOW, 'ahead'), readDay(typed, NOW, 'back')]).toEqual([ahead, back])
  })

  test('today is London’s', () => {
    const late = new Date('2026-06-30T23:30:00Z')
    expect(readDay('today', late, 'ahead')).toBe('2026-07-01')
    expect(readDay('30 June', late, 'ahead')).toBe('2027-06-30')
  })
})
