/** How often the need that a question is guessed to be about is one of a listing that would help (graded 2 or 3). */
import type { House } from '../../src/app/house.ts'
import type { Listing } from '../../src/listings/listing.ts'
import { senseOf } from '../../src/search/phrase-list.ts'
import { SURE } from '../../src/search/sense.ts'
import { askedWords } from '../../src/search/units.ts'
import { wordsOf } from '../../src/search/words.ts'
import type { BenchRow } from '../result.ts'
import type { Judged } from './judged.ts'

const HELPS = 2
/** Listings read at a time. */
const BATCH = 500

type Guess = { likely: number; right: boolean }

export async function guessRows(
  folder: string,
  house: House,
  judged: readonly Judged[],
  keyOf: (listing: Listing) => string = ({ slug }) => slug,
): Promise<BenchRow[]> {
  const needs = new Map<string, readonly string[]>()
  for (let from = 0, more = true; more;) {
    const changes = await house.store.changesSince(from, BATCH)
    for (const { listing } of changes.known) needs.set(keyOf(listing), listing.needs)
    more = changes.more
    from = changes.upTo
  }
  const sense = senseOf(house.taxonomy)
  const guesses = judged.flatMap(({ what, grades }): Guess[] => {
    const [best] = sense(wordsOf(askedWords(what).whole))
    const helping = [...grades].filter(([, grade]) => grade >= HELPS).flatMap(([key]) => needs.get(key) ?? [])
    return best && helping.length > 0 ? [{ likely: best.likely, right: helping.includes(best.need) }] : []
  })
  return [
    row(`${folder}: the likeliest need is one that helps`, guesses),
    row(
      `${folder}: … where it is sure (${SURE})`,
      guesses.filter(({ likely }) => likely >= SURE),
    ),
  ]
}

const row = (what: string, guesses: readonly Guess[]): BenchRow => ({
  what,
  figure: (100 * guesses.filter(({ right }) => right).length) / guesses.length,
  unit: '%',
  goal: '',
  ratio: `of ${guesses.length} questions`,
})
