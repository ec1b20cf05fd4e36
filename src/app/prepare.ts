/** Before the first page: the database made and brought up to date, the demonstration in it if it is empty, the index made. */
import type { Config } from './config.ts'
import { loadDemo } from './demo/load.ts'
import { openHouse } from './house.ts'
import { keepSecret } from './secret.ts'

export async function prepare(config: Config): Promise<void> {
  const house = await openHouse(config)
  // Before the processes are made that share it.
  const { made } = keepSecret(config)
  if (made !== null)
    process.stdout.write(
      `AUTH_SECRET is not set: a secret for sign-ins was made in ${made}. Keep it with your backups.\n`,
    )
  if (config.demo) await loadDemo(house.store, house.ranks, house.now())
  await house.follower.catchUp(Number.POSITIVE_INFINITY)
  await house.close()
}
