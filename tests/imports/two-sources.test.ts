/** Two sources that speak of one thing, and people who know better than either. */
import { expect, test } from 'vitest'
import type { Source } from '../../src/store/store.ts'
import { NOW } from '../fixtures.ts'
import { A, B, LATER, all, counts, importText, list, none, plain, workshop } from './workshop.ts'

const other = (over: object = {}) => plain({ source: { id: 'other-list', name: 'Other list' }, ...over })

test('the same name and postcode is one listing; the same name elsewhere is another', async () => {
  const bench = await workshop()
  await importText(list(A, B), bench)
  const report = await importText(list('KETTLE ON LTD,Tea,m332ab,,', 'Sale Singers,Songs,M33 9ZZ,,'), bench, {
    profile: other(),
  })
  expect(counts(report)).toEqual({ ...none, read: 2, added: 1, changed: 1 })
  const kettle = (await all(bench.store)).find(({ listing }) => listing.slug === 'kettle-on')
  expect(kettle?.sources.toSorted()).toEqual(['a-list', 'other-list'])
  expect(
    counts(
      await importText(list('KETTLE ON LTD,Tea,m332ab,,', 'Sale Singers,Songs,M33 9ZZ,,'), bench, {
        profile: other(),
      }),
    ),
  ).toEqual({ ...none, read: 2, unchanged: 2 })
})

test('what is only likely is kept apart and said', async () => {
  const bench = await workshop()
  await importText(list('Kettle On,Tea,,0161 496 0001,'), bench)
  const report = await importText(list('Kettle On,Tea,M33 2AB,0161 496 0001,'), bench, { profile: other() })
  expect(counts(report)).toEqual({ ...none, read: 1, added: 1 })
  expect(report.problems.map(({ problem }) => problem)).toContain('may be a listing that is here already')
})

test('two rows of one source are two listings, even of one name and postcode under other keys', async () => {
  const bench = await workshop()
  await importText(list(A), bench)
  const profile = other({ key: { columns: ['name', 'postcode', 'description'] } })
  const report = await importText(list('Kettle On,first,M33 2AB,,', 'Kettle On,second,M33 2AB,,'), bench, {
    profile,
  })
  expect(counts(report)).toEqual({ ...none, read: 2, added: 1, changed: 1 })
})

test('the group’s own word stands over a later import', async () => {
  const bench = await workshop()
  await importText(list(A), bench)
  const [known] = await all(bench.store)
  const listing = known?.listing.id ?? ''
  const group: Source = {
    id: 'group',
    name: 'The group',
    kind: 'people',
    publisher: null,
    licence: null,
    licence_url: null,
    attribution: null,
    url: null,
    lastRunAt: null,
  }
  await bench.store.putSource(group)
  const claim = {
    value: { number: '0161 496 0777', visible: true },
    at: NOW.toISOString(),
    by: 'group',
    how: 'form',
  } as const
  await bench.store.edit({
    listing,
    revision: 1,
    statement: { listing, source: 'group', fields: { phone: claim } },
    settled: { ...(known?.listing ?? { name: '' }), phone: claim.value } as never,
    author: 'group',
    at: NOW.toISOString(),
  })
  await importText(list(A.replace('0001', '0009')), bench, { now: LATER })
  expect((await all(bench.store))[0]?.listing.phone?.number).toBe('0161 496 0777')
})
