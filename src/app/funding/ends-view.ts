/** What ends with its money, in words: for whoever plans what is there. Single listings only for whom they are no secret. */
import { fundingEnds, type EndsRow } from '../../insight/funding-ends.ts'
import { isoDay, londonMoment } from '../../listings/clock.ts'
import { labelOf } from '../../listings/taxonomy.ts'
import { allowed } from '../../people/allowed.ts'
import { mayHere } from '../../people/roles.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import { longDay, type Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import { insidersFunding } from '../../funding/said.ts'
import { moneyOf } from '../../upkeep/money.ts'
import type { House } from '../house.ts'
import { countedListings, type Counting } from './counted.ts'

/** The next so many days. */
export const SPANS = [30, 90, 180] as const
export type Span = (typeof SPANS)[number]
/** What the form asks; "" where everything is meant. */
export type EndsAsked = { days: Span; need: string; area: string }

export type EndsRowView = EndsRow & { label: string }
export type EndingView = {
  id: string
  slug: string
  name: string
  group: string | null
  until: string
  /** A day, for programs. */
  day: string
  said: string
  others: number
  withRoom: number
}
export type Choice = { value: string; label: string }
export type EndsView = {
  asked: EndsAsked
  /** Last day of the span, in words. */
  to: string
  all: Omit<EndsRow, 'id'>
  needs: EndsRowView[]
  areas: EndsRowView[]
  /** False: no boundary file was given, and postcode districts stand for wards. */
  wards: boolean
  listings: EndingView[]
  /** Listings that end but are not theirs to see. */
  hidden: number
  unknown: number
  total: number
  miles: number
  choices: { days: readonly Span[]; needs: Choice[]; areas: Choice[] }
}

type Viewing = Counting & Pick<House, 'taxonomy' | 'listings'>

export async function endsView(
  house: Viewing,
  who: SignedIn | null,
  asked: EndsAsked,
  lang: Lang,
): Promise<({ is: 'shown' } & EndsView) | { is: 'refused' }> {
  if (mayHere(who, 'see-trends') === null) return { is: 'refused' }
  const now = house.now()
  const today = londonMoment(now)
  const all = await countedListings(house)
  const to = isoDay(today.epochDay + asked.days)
  const found = fundingEnds(all, {
    from: today.day,
    to,
    need: asked.need === '' ? null : asked.need,
    area: asked.area === '' ? null : asked.area,
    miles: house.site.search.within_miles,
  })
  const wards = (await house.areas()).filter(({ kind }) => kind === 'ward')
  const named = new Map(wards.map(({ code, name }) => [code, name]))
  const need = (id: string) => labelOf(house.taxonomy, 'needs', id, lang) ?? id
  const area = (id: string) => named.get(id) ?? id
  const choice = (ids: Iterable<string>, label: (id: string) => string): Choice[] =>
    [...new Set(ids)]
      .map((id) => ({ value: id, label: label(id) }))
      .sort((a, b) => a.label.localeCompare(b.label, lang))
  const listings = await endingOf(house, who, found.listings, lang)
  return {
    is: 'shown',
    asked,
    to: longDay(to, texts(lang)),
    all: found.all,
    needs: found.needs.map((it) => ({ ...it, label: need(it.id) })),
    areas: found.areas.map((it) => ({ ...it, label: area(it.id) })),
    wards: named.size > 0,
    listings,
    hidden: found.listings.length - listings.length,
    unknown: found.unknown,
    total: found.total,
    miles: house.site.search.within_miles,
    choices: {
      days: SPANS,
      needs: choice(
        all.flatMap((it) => it.needs),
        need,
      ),
      areas: choice(
        all.flatMap((it) => it.areas),
        area,
      ),
    },
  }
}

async function endingOf(
  house: Viewing,
  who: SignedIn | null,
  ending: ReturnType<typeof fundingEnds>['listings'],
  lang: Lang,
): Promise<EndingView[]> {
  const text = texts(lang)
  const now = house.now()
  const known = await house.listings(ending.map(({ id }) => id))
  const may = await Promise.all(known.map((it) => allowed(house.store, who, 'see-private', it.listing)))
  const theirs = new Map(known.filter((_, at) => may[at] !== null).map((it) => [it.listing.id, it]))
  const money = await moneyOf([...theirs.values()], {
    store: house.store,
    now,
    thresholds: house.site.funding,
  })
  return ending.flatMap(({ id, until, others, withRoom }) => {
    const it = theirs.get(id)
    const funding = money.get(id)?.funding
    if (it === undefined || funding === undefined) return []
    const { slug, name, group } = it.listing
    const said = insidersFunding(funding, now, text)?.by ?? ''
    return [
      {
        id,
        slug,
        name,
        group: group?.name ?? null,
        until: longDay(until, text),
        day: until,
        said,
        others,
        withRoom,
      },
    ]
  })
}
