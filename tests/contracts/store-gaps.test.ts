/** What was needed and not found, on both databases. */
import { expect, test } from 'vitest'
import type { Gap } from '../../src/store/gaps/gaps.ts'
import { DAYS_ENOUGH, type WordDay } from '../../src/store/gaps/words.ts'
import { onEachDatabase } from '../store/databases.ts'

const gap = (week: string, need: string, count: number, more: Partial<Gap> = {}): Gap => ({
  ...{ week, need, kind: '', area: 'M33', why: 'none', count },
  ...more,
})
const day = (date: string, words = 'kabaddi', quarter = '2026-Q4'): WordDay => ({
  ...{ mark: `mark of ${words} in ${quarter}`, words, quarter, day: date, week: '2026-11-16' },
})

onEachDatabase('gaps', ({ open }) => {
  test('counts add up, by each of their columns and within weeks', async () => {
    const store = await open()
    await store.act(async ({ gaps }) => {
      await gaps.add([gap('2026-11-09', 'debt', 3), gap('2026-11-16', 'debt', 2)])
      await gaps.add([
        gap('2026-11-16', 'debt', 1),
        gap('2026-11-16', 'food', 9, { why: 'full', area: 'M41', kind: 'food-bank' }),
      ])
    })
    const all = { from: '2026-11-09', until: '2026-11-16' }
    expect(await store.gaps.sums('need', all)).toEqual([
      { id: 'debt', why: 'none', count: 6 },
      { id: 'food', why: 'full', count: 9 },
    ])
    expect(await store.gaps.sums('week', { ...all, need: 'debt' })).toEqual([
      { id: '2026-11-09', why: 'none', count: 3 },
      { id: '2026-11-16', why: 'none', count: 3 },
    ])
    expect(await store.gaps.sums('kind', { ...all, area: 'M41' })).toEqual([
      { id: 'food-bank', why: 'full', count: 9 },
    ])
    expect(await store.gaps.sums('area', { from: '2026-11-16', until: '2026-11-16', need: 'debt' })).toEqual([
      { id: 'M33', why: 'none', count: 3 },
    ])
  })

  test('words are written down on the fifth different day, and not before', async () => {
    const store = await open()
    const days = ['2026-11-01', '2026-11-02', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-20']
    const seen: number[] = []
    for (const date of days) {
      await store.act(({ gaps }) => gaps.addWordDays([day(date), day(date)]))
      seen.push((await store.gaps.words(10)).length)
    }
    expect(DAYS_ENOUGH).toBe(5)
    expect(seen).toEqual([0, 0, 0, 0, 0, 1])
    expect(await store.gaps.words(10)).toEqual([{ words: 'kabaddi', week: '2026-11-16' }])
  })

  test('four days in one quarter and one in the next are not five', async () => {
    const store = await open()
    for (const date of ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'])
      await store.act(({ gaps }) => gaps.addWordDays([day(date)]))
    await store.act(({ gaps }) => gaps.addWordDays([day('2027-01-02', 'kabaddi', '2027-Q1')]))
    expect(await store.gaps.words(10)).toEqual([])
  })

  test('what is old is forgotten: counts, marks of other quarters, words that no longer come', async () => {
    const store = await open()
    await store.act(async ({ gaps }) => {
      await gaps.add([gap('2023-11-06', 'debt', 9), gap('2026-11-16', 'debt', 9)])
      for (const date of ['01', '02', '03', '04', '05']) await gaps.addWordDays([day(`2026-11-${date}`)])
      for (const date of ['01', '02', '03', '04']) await gaps.addWordDays([day(`2026-11-${date}`, 'padel')])
    })
    const forget = (wordsFrom: string) =>
      store.act(({ gaps }) => gaps.forget({ gapsFrom: '2023-11-13', wordsFrom, quarter: '2027-Q1' }))
    await forget('2026-11-16')
    expect(await store.gaps.sums('week', { from: '2020-01-06', until: '2026-11-16' })).toHaveLength(1)
    expect(await store.gaps.words(10)).toHaveLength(1)
    await store.act(({ gaps }) => gaps.addWordDays([day('2026-11-06', 'padel')]))
    expect(await store.gaps.words(10)).toHaveLength(1)
    await forget('2026-11-23')
    expect(await store.gaps.words(10)).toEqual([])
  })
})
