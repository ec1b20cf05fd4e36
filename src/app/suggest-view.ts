/** Up to eight things somebody may be typing: needs and kinds by any of their words, then groups, listings and places. */
import type { Lang } from '../text/format.ts'
import { termsBeginning } from '../listings/taxonomy.ts'
import { placesBeginning } from '../places/locate.ts'
import { isPublic } from './find/find.ts'
import type { House } from './house.ts'

export type Offer = { kind: 'need' | 'kind' | 'group' | 'listing' | 'place'; label: string; href: string }

const MOST = 8
/** Needs and kinds come first, but leave room for names. */
const MOST_TERMS = 5
/** Letters under which nothing is offered: one letter begins everything. */
const FEWEST = 2

const search = (lang: Lang, params: Record<string, string>): string =>
  `${lang === 'cy' ? '/cy' : ''}/search?${new URLSearchParams(params).toString()}`

const MOST_PLACES = 2

function termOffers(house: House, what: string, lang: Lang): Offer[] {
  const of = (list: 'needs' | 'kinds', kind: 'need' | 'kind'): Offer[] =>
    termsBeginning(house.taxonomy, list, what).map((term) => ({
      kind,
      label: term.label[lang],
      href: search(lang, { [kind]: term.id }),
    }))
  return [...of('needs', 'need'), ...of('kinds', 'kind')].slice(0, MOST_TERMS)
}

async function placeOffers(house: House, what: string, lang: Lang): Promise<Offer[]> {
  const { lat, lng } = house.site.map
  const places = await placesBeginning(what, house.store.places, { lat, lng }, MOST_PLACES)
  return places.map(({ label }) => ({ kind: 'place', label, href: search(lang, { where: label }) }))
}

async function nameOffers(house: House, what: string, lang: Lang): Promise<Offer[]> {
  const named = await house.engine.suggest(what, MOST)
  const ids = named.flatMap(({ id }) => id ?? [])
  const there = new Map((await house.listings(ids)).filter(isPublic).map((it) => [it.listing.id, it.listing]))
  return named.flatMap(({ kind, label, id }): Offer[] => {
    if (kind === 'group') return [{ kind, label, href: search(lang, { what: label }) }]
    // The store decides what is shown and what it is called, whatever the index still says.
    const listing = id === null ? undefined : there.get(id)
    if (kind !== 'listing' || listing === undefined) return []
    return [{ kind, label: listing.name, href: `${lang === 'cy' ? '/cy' : ''}/listing/${listing.slug}` }]
  })
}

/** Needs and kinds first, then places, then names of listings and groups. */
export async function suggestions(house: House, what: string, lang: Lang): Promise<Offer[]> {
  const said = what.trim()
  if ([...said].length < FEWEST) return []
  await house.follower.catchUp()
  const [places, names] = await Promise.all([placeOffers(house, said, lang), nameOffers(house, said, lang)])
  return [...termOffers(house, said, lang), ...places, ...names].slice(0, MOST)
}
