/**
 * A process that serves, without the pages: its house follows and searches as a site's does. It does what its parent
 * says: finds words, renames, erases; each message is answered once.
 */
import { readConfig } from '../../src/app/config.ts'
import { find } from '../../src/app/find/find.ts'
import { openHouse } from '../../src/app/house.ts'
import { EVERYTHING } from '../../src/search/query.ts'
import { anEdit } from '../store/made.ts'

export type Told = { find: string } | { rename: string; revision: number; to: string } | { erase: string }
export type Answered = { ids: string[]; engine: string } | { done: true }

const house = await openHouse(readConfig(process.env))
house.keepUp()

async function answer(told: Told): Promise<Answered> {
  if ('find' in told) {
    const { results, engine } = await find(house, { ...EVERYTHING, what: told.find, size: 100 }, 'en')
    return { ids: results.map(({ listing }) => listing.id), engine }
  }
  if ('rename' in told)
    await house.store.edit(anEdit(told.rename, told.revision, { name: told.to, status: 'published' }))
  else await house.store.erase(told.erase, new Date().toISOString())
  return { done: true }
}

process.on('message', (told: Told) => {
  void answer(told).then((it) => process.send?.(it))
})
process.on('disconnect', () => process.exit())
process.send?.({ done: true })
