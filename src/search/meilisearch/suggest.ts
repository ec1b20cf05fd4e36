/** As-you-type: the last word may be the beginning of one, which is the one thing asked without quotes. */
import type { Suggestion } from '../engine.ts'
import { suggestionsOf, typedWords } from '../suggestions.ts'
import { FIRST } from './narrow.ts'
import type { Send } from './send.ts'
import { quote } from './text.ts'

/** Listings looked at for each of name, group and place. */
const LOOKED_AT = 40

export async function suggest(
  send: Send,
  what: string,
  limit: number,
  signal?: AbortSignal,
): Promise<Suggestion[]> {
  const typed = typedWords(what)
  if (!typed) return []
  const q = [...typed.whole.map(quote), typed.beginning].join(' ')
  const answers = await send(
    ['name', 'group', 'place'].map((attribute) => ({
      q,
      filter: [FIRST],
      attributesToSearchOn: [attribute],
      attributesToRetrieve: ['listing', 'slug', 'title', 'groupName', 'placeNames'],
      hitsPerPage: LOOKED_AT,
    })),
    signal,
  )
  const listings = answers.flatMap(({ hits }) =>
    hits.map(({ listing, slug = '', title = '', groupName = '', placeNames = [] }) => ({
      id: listing,
      slug,
      name: title,
      group: groupName,
      place: placeNames.join('\n'),
    })),
  )
  return suggestionsOf(listings, what, limit)
}
