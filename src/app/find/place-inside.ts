/** "chair exercises M33", "things to do in Stretford": the place that stands in a question, and what is left of it. */
import { METRES_PER_MILE, metresBetween } from '../../places/geo.ts'
import { parsePostcode } from '../../places/postcode.ts'
import type { GazetteerTables } from '../../places/gazetteer.ts'
import type { LatLng } from '../../listings/listing.ts'
import { isWeakWord } from '../../search/weak-words.ts'
import { isStopWord, wordsOf } from '../../search/words.ts'

/** Words in the longest name of a town that is looked for. */
const LONGEST = 3
/** Words of a question that are looked through: people seldom say where in a long story. */
const MOST_WORDS = 30
const POSTCODE = /^[a-z]{1,2}\d[a-z\d]?(?: ?\d[a-z]{2})?$/i

/** What stands before a place and says nothing without it. */
const BEFORE = new Set(['in', 'near', 'at', 'around', 'from', 'yn', 'ger'])
const QUOTED = /["“”][^"“”]*["“”]/g
/** A blank inside quotes while a question is taken apart. */
const HELD = '\u00a0'

/** `asWords`: the question with the place in quotes, which is how somebody says that it is none. */
type PlaceInside = { where: string; rest: string; asWords: string }

/**
 * A postcode, or a town at most `miles` from the middle of the deployment: names farther off are as often words of a
 * name ("Manchester Mind"). null where there is none, or where nothing else is asked: "Sale" alone is left as it is, and
 * so is what stands in quotes. "Sale of clothes" is no place.
 */
export async function placeInside(
  what: string,
  tables: Pick<GazetteerTables, 'named'>,
  home: LatLng,
  miles: number,
): Promise<PlaceInside | null> {
  const held = what.replaceAll(/\s+/g, ' ').replaceAll(QUOTED, (words) => words.replaceAll(' ', HELD))
  const said = held.split(/[ ,]+/).filter((it) => it !== '')
  if (said.length < 2 || said.length > MOST_WORDS) return null
  if (said.length <= LONGEST && (await isPlace(said.join(' '), tables, home, miles))) return null
  const windows = windowsOf(said)
  const found = await Promise.all(windows.map(({ where }) => isPlace(where, tables, home, miles)))
  return windows.find((_, i) => found[i]) ?? null
}

/** What may be a name in it, and what it leaves: the longest first, then the last, which is where people put it. */
function windowsOf(said: readonly string[]): PlaceInside[] {
  const windows: PlaceInside[] = []
  for (let length = Math.min(LONGEST, said.length - 1); length > 0; length--)
    for (let at = said.length - length; at >= 0; at--) {
      const inside = said.slice(at, at + length)
      if (
        inside.some(isQuoted) ||
        inside.every(saysNothing) ||
        said[at + length]?.toLowerCase() === 'of' ||
        inside.some((word) => isStopWord(word.toLowerCase()))
      )
        continue
      const [before, after] = [said.slice(0, at), said.slice(at + length)]
      const where = inside.join(' ')
      const asWords = joined([...before, `"${where}"`, ...after])
      while (BEFORE.has(before.at(-1)?.toLowerCase() ?? '')) before.pop()
      const rest = joined([...before, ...after])
      if (saysSomething(rest)) windows.push({ where, rest, asWords })
    }
  return windows
}

const joined = (words: readonly string[]): string => words.join(' ').replaceAll(HELD, ' ')
const isQuoted = (word: string): boolean => /["“”]/.test(word)
const saysNothing = (word: string): boolean =>
  isStopWord(word.toLowerCase()) || isWeakWord(word.toLowerCase())
const saysSomething = (rest: string): boolean => wordsOf(rest).some((word) => !isStopWord(word))

async function isPlace(
  where: string,
  tables: Pick<GazetteerTables, 'named'>,
  home: LatLng,
  miles: number,
): Promise<boolean> {
  if (POSTCODE.test(where)) {
    const parsed = parsePostcode(where)
    return parsed.is !== 'none' && !parsed.repaired
  }
  if (where.length < SHORTEST || !/^\p{L}/u.test(where)) return false
  const rows = await tables.named(where)
  return rows.some((row) => row.kind === 'town' && metresBetween(home, row) <= miles * METRES_PER_MILE)
}
/** Letters in the shortest name of a town that is looked for. */
const SHORTEST = 4
