import { expect, it } from 'vitest'
import { keptListings } from '../../src/app/kept-listings.ts'
import { known } from '../fixtures.ts'

/** A store that counts what is read of it. */
function counting(ids: string[]) {
  const state = { change: 1, reads: 0, names: new Map(ids.map((id) => [id, 'as it was'])) }
  const store = {
    lastChange: async () => state.change,
    listings: async (asked: readonly string[]) => {
      state.reads += asked.length
      return asked.flatMap((id) => {
        const name = state.names.get(id)
        return name === undefined ? [] : [known({ listing: { id, name } })]
      })
    },
  }
  return { state, listings: keptListings(store) }
}
const names = async (all: Promise<{ listing: { id: string; name: string } }[]>) =>
  (await all).map(({ listing }) => `${listing.id} ${listing.name}`)

it('reads each listing once while nothing changes, in the order asked', async () => {
  const { state, listings } = counting(['a', 'b', 'c'])
  expect(await names(listings(['b', 'a']))).toEqual(['b as it was', 'a as it was'])
  expect(await names(listings(['a', 'c', 'b']))).toEqual(['a as it was', 'c as it was', 'b as it was'])
  expect(state.reads).toBe(3)
})

it('reads again after any change, and what is gone is gone at once', async () => {
  const { state, listings } = counting(['a', 'b'])
  await listings(['a', 'b'])
  state.change = 2
  state.names.set('a', 'as it is')
  state.names.delete('b')
  expect(await names(listings(['a', 'b']))).toEqual(['a as it is'])
})

it('leaves out what nobody knows', async () => {
  const { listings } = counting(['a'])
  expect(await names(listings(['x', 'a', 'y']))).toEqual(['a as it was'])
})

it('keeps nothing that was read while something changed', async () => {
  const { state, listings } = counting(['a'])
  const reading = listings(['a'])
  state.change = 2
  await reading
  state.names.set('a', 'as it is')
  expect(await names(listings(['a']))).toEqual(['a as it is'])
})
