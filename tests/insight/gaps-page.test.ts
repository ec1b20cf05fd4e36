/** The page and the file of what was needed and not found. */
import { expect, test } from 'vitest'
import { gapsCsv, gapsView, readGaps, weeksBefore } from '../../src/app/desk/gaps-view.ts'
import type { House } from '../../src/app/house.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import type { Gap } from '../../src/store/gaps/gaps.ts'
import { onEachDatabase } from '../store/databases.ts'
import { DESK, KEEPER, NOW, WORKER } from '../workers/house.ts'

const gap = (week: string, count: number, more: Partial<Gap> = {}): Gap => ({
  ...{ week, need: 'debt', kind: '', area: 'M33', why: 'none', count },
  ...more,
})

test('whole weeks only, over a new year and the change of the clocks', () => {
  expect(weeksBefore(NOW, 4)).toEqual(['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09'])
  expect(weeksBefore(new Date('2027-01-04T00:30:00Z'), 2)).toEqual(['2026-12-21', '2026-12-28'])
  expect(weeksBefore(new Date('2026-03-30T00:30:00+01:00'), 2)).toEqual(['2026-03-16', '2026-03-23'])
})

test.each([
  ['', { weeks: 13, need: '', area: '' }],
  ['weeks=52&need=debt&area=M33', { weeks: 52, need: 'debt', area: 'M33' }],
  ['weeks=1', { weeks: 13, need: '', area: '' }],
])('"%s" asks for that', (params, asked) => {
  expect(readGaps(new URLSearchParams(params))).toEqual(asked)
})

onEachDatabase('the page', ({ open }) => {
  async function house(gaps: Gap[]): Promise<House> {
    const store = await open()
    await store.act((act) => act.gaps.add(gaps))
    return { store, taxonomy: readTaxonomy(), now: () => NOW } as unknown as House
  }
  const asked = readGaps(new URLSearchParams())

  test('figures by fives, small ones nowhere, this week not yet', async () => {
    const there = await house([
      gap('2026-11-09', 8),
      gap('2026-11-02', 4, { why: 'full' }),
      gap('2026-11-16', 90),
      gap('2026-11-09', 3, { need: 'loneliness', area: 'M41' }),
    ])
    const view = await gapsView(there, WORKER, asked, 'en')
    if (view.is === 'refused') throw new Error('refused')
    const rows = Object.fromEntries(
      view.tables.map(({ by, rows }) => [by, rows.map(({ id, together }) => `${id} ${together}`)]),
    )
    expect(rows).toMatchObject({ need: ['debt 10'], kind: [' 15'], area: ['M33 10'] })
    expect(rows.week).toHaveLength(13)
    expect(rows.week?.slice(-2)).toEqual(['2026-11-02 0', '2026-11-09 10'])
    const file = gapsCsv(view, 'need', 'en')
    expect(file).toContain('Help with debt,10,5,,,')
    expect(JSON.stringify(view) + file).not.toMatch(/loneliness|M41|\b(8|4|3|90)\b/)
  })

  test('one need in one district is not told week by week', async () => {
    const view = await gapsView(
      await house([gap('2026-11-09', 50)]),
      WORKER,
      { ...asked, need: 'debt' },
      'en',
    )
    expect(view).toMatchObject({ is: 'shown' })
    if (view.is === 'shown') expect(view.tables.map(({ by }) => by)).toEqual(['need', 'kind', 'area'])
  })

  test('who may read it, and who may read the words', async () => {
    const there = await house([])
    expect(await gapsView(there, KEEPER, asked, 'en')).toEqual({ is: 'refused' })
    expect(await gapsView(there, null, asked, 'en')).toEqual({ is: 'refused' })
    expect(await gapsView(there, WORKER, asked, 'en')).toMatchObject({ words: null })
    expect(await gapsView(there, DESK, asked, 'cy')).toMatchObject({ words: [] })
  })
})
