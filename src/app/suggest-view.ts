/** Up to eight things somebody may be typing: needs and kinds by any of their words, then groups, listings and places. */
import type { Lang } from '../text/format.ts'
import { LISTS, termsBeginning } from '../listings/taxonomy.ts'
import type { House } from './house.ts'

export type Offer = { kind: 'need' | 'kind' | 'group' | 'listing' | 'place'; label: string; href: string }

const MOST = 8
/** Needs and kinds come first, but leave room for names. */
const MOST_TERMS = 5
/** Letters under which nothing is offered: one letter begins everything. */
const FEWEST = 2

const search = (lang: Lang, params: Record<string, string>): string =>
  `${lang === 'cy' ? '/cy' : ''}/search?${new URLSearchParams(params).toString()}`

function termOffers(house: House, what: string, lang: Lang): Offer[] {
  const lists = { needs: 'need', kinds: 'kind' } as const
  return LISTS.flatMap((list) => {
    if (list !== 'needs' && list !== 'kinds') return []
    const kind = lists[list]
    return termsBeginning(house.taxonomy, list, what).map((term) => ({
      kind,
      label: term.label[lang],
      href: search(lang, { [kind]: term.id }),
    }))
  })
}

export async function suggestions(house: House, what: string, lang: Lang): Promise<Offer[]> {
  const said = what.trim()
  if ([...said].length < FEWEST) return []
  await house.follower.catchUp()
  const terms = termOffers(house, said, lang).slice(0, MOST_TERMS)
  const named = await house.engine.suggest(said, MOST)
  const offers = named.map(({ kind, label, slug }): Offer => {
    if (kind === 'listing' && slug !== null)
      return { kind, label, href: `${lang === 'cy' ? '/cy' : ''}/listing/${slug}` }
    return { kind, label, href: search(lang, kind === 'place' ? { where: label } : { what: label }) }
  })
  return [...terms, ...offers].slice(0, MOST)
}
