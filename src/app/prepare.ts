/** Before the first page: the database made and brought up to date, the demonstration in it if it is empty, the index made. */
import type { Config } from './config.ts'
import { loadDemo } from './demo/load.ts'
import { openHouse } from './house.ts'

export async function prepare(config: Config): Promise<void> {
  const house = await openHouse(config)
  if (config.demo) await loadDemo(house.store, house.ranks, house.now())
  await house.follower.catchUp(Number.POSITIVE_INFINITY)
  await house.close()
}
