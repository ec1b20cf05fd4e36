/** What people see at a time, in the words of the pages. */
import { trust } from '../../src/app/find/result.ts'
import { insidersFunding, publicFunding } from '../../src/funding/said.ts'
import { planReviews } from '../../src/reviews/plan.ts'
import { reasonSaid } from '../../src/freshness/review/reason-said.ts'
import type { Known } from '../../src/store/store.ts'
import { moneyOfOne } from '../../src/upkeep/money.ts'
import { en } from '../../src/text/en.ts'
import type { World } from './world.ts'

/** The sentence on how far it can be trusted. */
export function standingOf({ house }: World, known: Known): string {
  const { main, detail } = trust(house, known, house.now(), en).standingSaid
  return [main, detail].filter(Boolean).join(' ')
}

export async function moneyOf(
  { house }: World,
  known: Known,
): Promise<{ public: string | null; insiders: string | null }> {
  const about = { store: house.store, now: house.now(), thresholds: house.site.funding }
  const { funding } = await moneyOfOne(known, about)
  const inside = insidersFunding(funding, house.now(), en)
  return {
    public: publicFunding(funding, house.now(), house.site.funding, en),
    insiders: inside === null ? null : `${inside.main} ${inside.by}`,
  }
}

/** Why it would be asked about today; null: it would not. */
export async function askedWhy({ house }: World, known: Known): Promise<string | null> {
  const { asks } = await planReviews(house.store, house.now(), house.assumptions, house.site)
  const it = asks.flatMap(({ listings }) => listings).find(({ id }) => id === known.listing.id)
  return it === undefined ? null : it.why.map((why) => reasonSaid(why, house.now(), en)).join(' ')
}

/** "120 published, 3 of them confirmed within six months". */
export async function counts(world: World): Promise<string> {
  const all = (await world.all()).filter(({ listing }) => listing.status === 'published')
  const states = all.map((known) => trust(world.house, known, world.house.now(), en).standing.state)
  const count = (state: string) => states.filter((it) => it === state).length
  return `${all.length} listings: ${count('confirmed')} confirmed, ${count('likely-ended')} may have ended, ${count('ended')} ended.`
}
