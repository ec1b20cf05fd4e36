/** A press by mistake is taken back within the hour. On both databases. */
import { expect, test } from 'vitest'
import { answer } from '../../src/upkeep/answer.ts'
import { takeBack } from '../../src/upkeep/take-back.ts'
import { onEachDatabase } from '../store/databases.ts'
import { furnished, inDays, KEEPER, NOW, OTHER_KEEPER, workshopOn } from '../workers/house.ts'
import { after, as, said } from './answering.ts'

const DAYS = { open_days: 28, waiting_days: 28, full_days: 42, paused_days: 42 }

onEachDatabase('a press is taken back', ({ open }) => {
  const tap = (state: 'open' | 'full' | 'waiting', until: string | null = null) =>
    said({ room: [{ session: null, state, weeks: null, until }] })

  test('what stood before stands again, with the end it had', async () => {
    const store = await open()
    await furnished(store)
    await answer(
      as(KEEPER),
      tap('waiting'),
      workshopOn(store, () => inDays(-10)),
    )
    await answer(as(KEEPER), tap('full'), workshopOn(store))
    const [full] = await store.capacities('a')
    const given = { listing: 'a', event: full?.id ?? '' }
    expect((await takeBack(OTHER_KEEPER, given, workshopOn(store), DAYS)).is).toBe('refused')
    expect(
      (
        await takeBack(
          KEEPER,
          given,
          workshopOn(store, () => inDays(0.01)),
          DAYS,
        )
      ).is,
    ).toBe('saved')
    expect(await after(store)).toEqual(['waiting until 2026-12-10 by group'])
    expect(
      (
        await takeBack(
          KEEPER,
          given,
          workshopOn(store, () => inDays(0.02)),
          DAYS,
        )
      ).is,
      'twice',
    ).toBe('late')
  })

  test('where nothing was said before, nothing is known again', async () => {
    const store = await open()
    await furnished(store)
    await answer(as(KEEPER), tap('full'), workshopOn(store))
    const [full] = await store.capacities('a')
    await takeBack(
      KEEPER,
      { listing: 'a', event: full?.id ?? '' },
      workshopOn(store, () => inDays(0.01)),
      DAYS,
    )
    expect(await after(store)).toEqual(['full until 2026-11-21 by group'])
  })

  test('an hour later it is news, not a slip', async () => {
    const store = await open()
    await furnished(store)
    await answer(as(KEEPER), tap('full'), workshopOn(store))
    const [full] = await store.capacities('a')
    const late = workshopOn(store, () => new Date(NOW.getTime() + 61 * 60_000))
    expect((await takeBack(KEEPER, { listing: 'a', event: full?.id ?? '' }, late, DAYS)).is).toBe('late')
  })
})
