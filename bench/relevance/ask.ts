/** Judged questions, asked as the search page asks them: the place understood, the usual distance, what the public may see. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config.ts'
import { loadDemo } from '../../src/app/demo/load.ts'
import { find } from '../../src/app/find/find.ts'
import { openHouse, type House } from '../../src/app/house.ts'
import type { Listing } from '../../src/listings/listing.ts'
import { EVERYTHING } from '../../src/search/query.ts'
import type { Judged } from './judged.ts'
import { LOOKED_AT, ndcg, nothingUseful } from './measure.ts'

/** The clock of the demonstration: every run finds the same. */
const NOW = new Date('2026-11-22T10:00:00Z')

/** A directory to ask, open until `close`. */
export type Directory = { house: House; close: () => Promise<void> }
/** `came`: slugs of the first ten. */
export type Answered = Judged & { came: string[]; ndcg: number; nothing: boolean }

export async function openDemonstration(): Promise<Directory> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-relevance-'))
  const house = await openHouse(readConfig({ DATA_DIR: folder, DEMO: '1', LOG_LEVEL: 'silent' }), () => NOW)
  await loadDemo(house.store, house.ranks, NOW)
  await house.follower.catchUp(Number.POSITIVE_INFINITY)
  return {
    house,
    async close() {
      await house.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Each question as its page would answer it, from the engine of `house`. `keyOf`: what the judged call a listing. */
export async function answered(
  house: House,
  judged: readonly Judged[],
  keyOf: (listing: Listing) => string = ({ slug }) => slug,
): Promise<Answered[]> {
  const answers: Answered[] = []
  for (const it of judged) {
    const query = { ...EVERYTHING, what: it.what, where: it.where, size: LOOKED_AT }
    const { results } = await find(house, query, 'en')
    const came = results.map(({ listing }) => keyOf(listing))
    answers.push({
      ...it,
      came,
      ndcg: ndcg(came, it.grades),
      nothing: nothingUseful(came, it.grades),
    })
  }
  return answers
}
