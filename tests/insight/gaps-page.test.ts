/** The page and the file of what was needed and not found. */
import { expect, test } from 'vitest'
import { gapsCsv, gapsView, readGaps } from '../../src/app/desk/gaps-view.ts'
import type { House } from '../../src/app/house.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import type { Gap } from '../../src/store/gaps/gaps.ts'
import { onEachDatabase } from '../store/databases.ts'
import { DESK, KEEPER, NOW, WORKER } from '../workers/house.ts'

const gap = (week: string, count: number, more: Partial<Gap> = {}): Gap => ({
  ...{ week, need: 'debt', kind: '', area: 'M33', why: 'none', count },
  ...more,
})

test.each([
  ['', { quarter: '', need: '', area: '' }],
  ['quarter=2026-Q2&need=debt&area=M33', { quarter: '2026-Q2', need: 'debt', area: 'M33' }],
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

  test('figures by fives, small ones nowhere, of the last whole quarter and no week beside it', async () => {
    const there = await house([
      gap('2026-09-28', 8),
      gap('2026-09-21', 4, { why: 'full' }),
      gap('2026-10-05', 90),
      gap('2026-06-29', 90),
      gap('2026-09-28', 3, { need: 'loneliness', area: 'M41' }),
    ])
    const view = await gapsView(there, WORKER, asked, 'en')
    if (view.is === 'refused') throw new Error('refused')
    const rows = Object.fromEntries(
      view.tables.map(({ by, rows }) => [by, rows.map(({ id, together }) => `${id} ${together}`)]),
    )
    expect(rows).toMatchObject({ need: ['debt 10'], kind: [' 15'], area: ['M33 10'] })
    expect(rows.week).toHaveLength(13)
    expect(rows.week?.slice(-2)).toEqual(['2026-09-21 0', '2026-09-28 10'])
    expect(view).toMatchObject({ from: '6 July 2026', until: '4 October 2026', next: '4 January 2027' })
    const file = gapsCsv(view, 'need', 'en')
    expect(file).toContain('Help with debt,10,5,,,')
    const figures = view.tables.flatMap(({ rows }) =>
      rows.flatMap(({ together, whys }) => [together, ...Object.values(whys)]),
    )
    expect(figures.filter((it) => it % 5 !== 0 || it > 15)).toEqual([])
    expect(JSON.stringify(view) + file).not.toMatch(/loneliness|M41/)
  })

  test('one need in one district is not told week by week', async () => {
    const view = await gapsView(
      await house([gap('2026-09-07', 50)]),
      WORKER,
      { ...asked, need: 'debt' },
      'en',
    )
    expect(view).toMatchObject({ is: 'shown' })
    if (view.is === 'shown') expect(view.tables.map(({ by }) => by)).toEqual(['need', 'kind', 'area'])
  })

  test('a quarter that runs is told by whole weeks alone, whatever is chosen besides', async () => {
    const there = await house([gap('2026-10-05', 12), gap('2026-11-16', 50)])
    const view = await gapsView(there, WORKER, { quarter: '2026-Q4', need: 'debt', area: 'M33' }, 'en')
    if (view.is === 'refused') throw new Error('refused')
    expect(view.tables.map(({ by }) => by)).toEqual(['week'])
    const rows = view.tables[0]?.rows ?? []
    expect(rows.map(({ id, together }) => `${id} ${together}`)).toEqual([
      '2026-10-05 10',
      ...['2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09'].map((week) => `${week} 0`),
    ])
    expect(view.choices).toMatchObject({ needs: [], areas: [] })
    expect(JSON.stringify(view)).not.toMatch(/Help with debt|\b50\b/)
  })

  test('nothing counted, and nothing counted five times, is the same empty page', async () => {
    const few = [gap('2026-09-28', 2), gap('2026-08-03', 2, { need: 'loneliness' })]
    const [none, some] = await Promise.all(
      [[], few].map(async (gaps) => gapsView(await house(gaps), WORKER, asked, 'en')),
    )
    expect(none).toMatchObject({ empty: true })
    expect(some).toEqual(none)
  })

  test('who may read it, and who may read the words', async () => {
    const there = await house([])
    expect(await gapsView(there, KEEPER, asked, 'en')).toEqual({ is: 'refused' })
    expect(await gapsView(there, null, asked, 'en')).toEqual({ is: 'refused' })
    expect(await gapsView(there, WORKER, asked, 'en')).toMatchObject({ words: null })
    expect(await gapsView(there, DESK, asked, 'cy')).toMatchObject({ words: [] })
  })
})
