/**
 * Runs `npm run review` for one day after another, from a day on, until it is killed; says each day when it is done.
 * The clock is an argument, as it is for the program.
 */
import { openStore } from '../../src/store/open.ts'
import { review } from '../reviews/house.ts'

const [, , url = '', from = '0', until = '0'] = process.argv
const DAY_MS = 86_400_000
export const FIRST_DAY = Date.parse('2027-01-04T09:00:00.000Z')

const store = await openStore(url)
process.stdout.write('ready\n')
for (let day = Number(from); day < Number(until); day++) {
  await review(store, new Date(FIRST_DAY + day * DAY_MS))
  process.stdout.write(`${day}\n`)
}
await store.close()
