/** What the page of a run shows of values that are not for everybody, then or now. */
import { expect, test } from 'vitest'
import { runPage } from '../../src/app/sources/run-view.ts'
import { all, importText, LATER, list, plain, workshop } from '../imports/workshop.ts'
import { NOW } from '../fixtures.ts'
import { somebody } from '../workers/house.ts'

const FAR = somebody('far', 'desk BL1')
const before = list('Haven,Help,M33 2AB,0161 496 0001,')
const after = list('Haven,Help,M33 4HH,0161 496 0002,')
const secret = {
  places: [{ postcode: 'M33', masked: true }],
  phone: { number: '0161 496 0002', visible: false },
}

test('what a group keeps from the public since is hidden in earlier runs as well', async () => {
  const bench = await workshop()
  await importText(before, bench, { profile: plain({ key: { columns: ['name'] } }) })
  const { run } = await importText(after, bench, {
    profile: plain({ key: { columns: ['name'] } }),
    now: LATER,
  })
  const shown = async () => {
    const page = await runPage({ ...bench, now: () => NOW }, FAR, { run, part: 'changed', page: 1 }, 'en')
    const changes = page.is === 'shown' ? page.view.lines.flatMap((line) => line.changes) : []
    return changes.map(({ field, from, to, hidden }) => [field, hidden, from, to])
  }
  expect(await shown()).toEqual([
    ['places', false, ['M33 2AB'], ['M33 4HH']],
    ['phone', false, ['0161 496 0001'], ['0161 496 0002']],
  ])
  const [known] = await all(bench.store)
  if (known === undefined) throw new Error('nothing was added')
  const { listing } = known
  const at = LATER.toISOString()
  const claim = (value: unknown) => ({ value, at, by: 'group', how: 'form' })
  const fields = Object.fromEntries(Object.entries(secret).map(([field, value]) => [field, claim(value)]))
  await bench.store.edit({
    listing: listing.id,
    revision: listing.revision,
    statement: { listing: listing.id, source: 'group', fields },
    settled: { ...listing, ...secret },
    author: 'group',
    at,
  })
  expect(await shown()).toEqual([
    ['places', true, [], []],
    ['phone', true, [], []],
  ])
})
