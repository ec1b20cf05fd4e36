/** Rows on their way into a real database: what each becomes, and what is said of it. */
import { expect, test } from 'vitest'
import { NOW } from '../fixtures.ts'
import { A, B, all, counts, importText, list, none, plain, workshop } from './workshop.ts'

test('a bad row is refused with its number, a bad cell costs that cell, the rest is imported', async () => {
  const bench = await workshop()
  const report = await importText(list(A, ',nameless,M33 2AC,,', 'Broken,x,WA154 1HF,12,', A), bench)
  expect(counts(report)).toEqual({ ...none, read: 4, added: 2, duplicate: 1, refused: 1 })
  expect(report.problems.map(({ row, field, value, did }) => [row, field, value, did])).toEqual([
    [2, 'postcode', 'M33 2AB', 'kept without a point'],
    [3, 'name', '', 'left this row out'],
    [4, 'phone.number', '12', 'left out'],
    [4, 'postcode', 'WA154 1HF', 'kept without a point'],
    [5, 'name', 'Kettle On', 'left this row out'],
  ])
})

test('precision is said, and a point beside its postcode teaches the gazetteer', async () => {
  const bench = await workshop()
  await bench.store.places.putPostcodes([
    { postcode: 'M33 2AB', lat: 53.42, lng: -2.31, areaCodes: ['E05000001'] },
  ])
  await bench.store.places.putOutcodes([{ outcode: 'M33', lat: 53.43, lng: -2.33, town: 'Sale' }])
  const fields = {
    name: { from: 'name' },
    'place.postcode': { from: 'postcode' },
    'place.lat': { from: 'lat' },
    'place.lng': { from: 'lng' },
  }
  const text =
    'name,postcode,lat,lng\na,M33 2AB,,\nb,M33 9ZZ,,\nc,M33 3HH,53.425,-2.325\nd,M33 4DD,0,0\ne,,,\n'
  const report = await importText(text, bench, { profile: plain({ fields }) })
  expect(report.located).toEqual({ exact: 1, postcode: 1, area: 2, none: 1 })
  expect((await bench.store.places.postcodes(['M33 3HH'])).get('M33 3HH')).toMatchObject({
    lat: 53.425,
    lng: -2.325,
  })
  const again = await importText(text, bench, { profile: plain({ fields }) })
  expect([counts(again), again.located]).toEqual([{ ...none, read: 5, unchanged: 5 }, report.located])
})

test('48 of one name are told apart by postcode, each with an address of its own', async () => {
  const bench = await workshop()
  const rows = Array.from(
    { length: 48 },
    (_, i) => `Food Trust,Food,M33 ${i % 9}A${'ABDEFG'[Math.floor(i / 9)]},,`,
  )
  expect(counts(await importText(list(...rows), bench))).toEqual({ ...none, read: 48, added: 48 })
  expect(new Set((await all(bench.store)).map(({ listing }) => listing.slug)).size).toBe(48)
})

test('suggestions are said to be guesses, and only fill what the file leaves open', async () => {
  const bench = await workshop()
  const nothing = { communities: [], conditions: [], access: [], languages: [] }
  const suggest = () => ({ needs: ['loneliness'], kinds: ['drop-in'], ...nothing })
  const fields = { name: { from: 'name' }, kinds: { from: { value: ['choir'] } } }
  await importText(list(B), { ...bench, suggest }, { profile: plain({ suggest: true, fields }) })
  const [known] = await all(bench.store)
  const [statement] = await bench.store.statements(known?.listing.id ?? '')
  expect(known?.listing).toMatchObject({ needs: ['loneliness'], kinds: ['choir'] })
  expect(statement?.fields.needs).toMatchObject({ by: 'suggested', how: 'guessed' })
  expect(statement?.fields.kinds).toMatchObject({ by: 'source', how: 'file' })
})

test('an import confirms only where the file says when it was checked', async () => {
  const bench = await workshop()
  const profile = plain({ checked: { column: 'times', format: 'iso' } })
  await importText(list('Kettle On,Tea,M33 2AB,,2026-05-03', 'Other,Tea,M33 2AC,,'), bench, { profile })
  const confirmed = Object.fromEntries(
    (await all(bench.store)).map(({ listing, confirmation }) => [listing.name, confirmation?.at ?? null]),
  )
  expect(confirmed).toEqual({ 'Kettle On': '2026-05-03T12:00:00.000Z', Other: null })
})

test('what was erased stays erased', async () => {
  const bench = await workshop()
  await importText(list(A), bench)
  const [known] = await all(bench.store)
  await bench.store.erase(known?.listing.id ?? '', NOW.toISOString())
  expect(counts(await importText(list(A.replace('Tea', 'Coffee')), bench))).toEqual({
    ...none,
    read: 1,
    skipped: 1,
  })
  expect(await bench.store.count()).toMatchObject({ published: 0 })
})
