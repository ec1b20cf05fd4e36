import { expect, it, onTestFinished } from 'vitest'
import { countLooks } from '../../src/app/looks.ts'
import { openStore } from '../../src/store/open.ts'
import { aNew } from '../store/made.ts'

const NOW = new Date('2026-11-22T23:59:00Z')

async function counted() {
  const store = await openStore(':memory:')
  onTestFinished(() => store.close())
  await store.add([aNew('a'), aNew('b')])
  let now = NOW
  const looks = countLooks(store, () => now)
  return { store, looks, at: (instant: string) => (now = new Date(instant)) }
}

it('counts by listing and week, and writes each look once', async () => {
  const { store, looks, at } = await counted()
  for (const listing of ['a', 'b', 'a']) looks.at(listing)
  await looks.write()
  await looks.write()
  at('2026-11-23T00:00:00Z')
  looks.at('a')
  await looks.write()
  expect(await store.tallies(['a', 'b'], '2026-11-16')).toEqual([
    { listing: 'a', week: '2026-11-16', kind: 'looked', count: 2 },
    { listing: 'b', week: '2026-11-16', kind: 'looked', count: 1 },
    { listing: 'a', week: '2026-11-23', kind: 'looked', count: 1 },
  ])
})

it('what was erased meanwhile, or never was, does not cost the rest', async () => {
  const { store, looks } = await counted()
  for (const listing of ['a', 'gone', 'b']) looks.at(listing)
  await store.erase('b', NOW.toISOString())
  await looks.write()
  expect(await store.tallies(['a', 'b'], '2026-11-16')).toMatchObject([{ listing: 'a', count: 1 }])
})
