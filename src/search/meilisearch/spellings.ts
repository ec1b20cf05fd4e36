/** How the listings of an index spell a word: read from those that Meilisearch's typo tolerance finds. */
import { makeVocabulary, type Vocabulary } from '../spelling.ts'
import type { Phrases } from '../phrases.ts'
import type { Word } from '../units.ts'
import { FIRST } from './narrow.ts'
import type { Send } from './send.ts'
import { OWN_TEXT } from './settings.ts'

/** Listings that are read for a word. */
const READ = 200

/**
 * The words of all phrases, and of listings with a word spelt nearly like one of these. Whether somebody has a word at all
 * is found out by asking for it: `has` says yes to every one.
 */
export async function spellings(
  { send, phrases }: { send: Send; phrases: Phrases },
  words: readonly Word[],
): Promise<Vocabulary> {
  const vocabulary = makeVocabulary()
  for (const word of phrases.vocabulary) vocabulary.add(word)
  const answers = await send(
    words.map(({ word }) => ({
      // Not in quotes: its typo tolerance is wanted. The blank says that the word is whole.
      q: `${word} `,
      filter: [FIRST],
      attributesToSearchOn: OWN_TEXT,
      attributesToRetrieve: ['said'],
      hitsPerPage: READ,
    })),
  )
  for (const { hits } of answers)
    for (const { said = [] } of hits)
      for (const word of said.join(' ').split(' ')) if (word !== '') vocabulary.add(word)
  return { ...vocabulary, has: () => true }
}
