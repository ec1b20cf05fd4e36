/** People pointed somewhere by a link worker's own button change who stands first the day after, and not that day. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readConfig } from '../../src/app/config.ts'
import { find } from '../../src/app/find/find.ts'
import { openHouse } from '../../src/app/house.ts'
import { workersDoors } from '../../src/app/workers/doors.ts'
import { LEAST_SENT } from '../../src/search/fairness.ts'
import { EVERYTHING } from '../../src/search/query.ts'
import { aNew } from '../store/made.ts'
import { inDays, NOW, somebody } from './house.ts'

it('pointed there by five link workers, it lets its equal by from the next morning on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-next-day-'))
  let now = NOW
  const house = await openHouse(
    readConfig({ DATA_DIR: folder, AUTH_SECRET: 'a secret of this test, long enough' }),
    () => now,
  )
  onTestFinished(async () => {
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  })
  await house.store.add(
    ['a', 'b'].map((id) => aNew(id, { places: [{ postcode: 'M33 2AB' }] }, { group: null })),
  )
  await house.follower.catchUp(Number.POSITIVE_INFINITY)
  const order = async () => {
    const { results } = await find(house, EVERYTHING, 'en')
    return results.map(({ listing }) => listing.id)
  }
  now = inDays(1)
  const tomorrow = await order()
  now = NOW
  const today = await order()
  const [busy = ''] = tomorrow
  for (let i = 0; i < LEAST_SENT; i++)
    expect(
      (
        await workersDoors(house).point(somebody(`worker-${i}`, 'link-worker'), {
          listing: busy,
          back: false,
        })
      ).is,
    ).toBe('saved')
  expect(await order()).toEqual(today)
  now = inDays(1)
  expect(await order()).toEqual(tomorrow.toReversed())
  now = inDays(9)
  const alone = await order()
  expect(alone.toSorted()).toEqual(['a', 'b'])
  expect(house.fair.at(null)?.back.size).toBe(0)
})
