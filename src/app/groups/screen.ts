/** What the three questions show of a listing: what people see now, and what is asked. Nothing on it is private. */
import { roomAt } from '../../capacity/by-session.ts'
import { roomSaid } from '../../capacity/room-said.ts'
import { monthBegan } from '../../capacity/intake.ts'
import { standing, standingSaid, type Said } from '../../freshness/standing.ts'
import { askAgain, fundingEnd, type Funding } from '../../funding/funding.ts'
import { publicFunding } from '../../funding/said.ts'
import { londonMoment } from '../../listings/clock.ts'
import type { Listing } from '../../listings/listing.ts'
import { capital, whenLine } from '../../listings/schedule-words.ts'
import { sessionKeys } from '../../listings/session-key.ts'
import { sessionNames } from '../../listings/session-names.ts'
import type { Known } from '../../store/store.ts'
import type { TallyKind } from '../../store/tallies.ts'
import { comingDay, longDay, monthOf, type Lang } from '../../text/format.ts'
import { phoneWords } from '../../text/phone.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'
import { moneyOfOne } from '../../upkeep/money.ts'
import { inLanguage } from '../in-language.ts'

export type Screen = {
  listing: Pick<Listing, 'id' | 'slug' | 'name' | 'revision' | 'status'>
  /** "Tuesday 10am to 12, St Anne's Hall. 0161 496 0123." */
  line: string
  /** What people see of room and of how sure it is, named: "Full until 1 March" + "said by the group today". */
  room: Said & { state: string }
  standing: Said & { state: string }
  funding: {
    /** What people see of it: the public sentence. */
    said: string | null
    state: Funding['state']
    /** A grant tells the end, not they themselves. */
    granted: boolean
    /** The end that is known, as a day, and in words; null: it is not known. */
    end: string | null
    endWords: string | null
    /** "February": when we ask again whoever does not know yet. */
    asksAgain: string
  }
  sessions: { key: string; name: string }[]
  perMonth: number | null
  /** People pointed there this month. */
  pointed: number
  /** Other listings of the group, which may have taken over. */
  others: { id: string; name: string }[]
}

export async function screenOf(house: House, known: Known, lang: Lang): Promise<Screen> {
  const text = texts(lang)
  const now = house.now()
  const { listing } = inLanguage(known, lang)
  const room = roomAt(known, now, house.site.capacity)
  const stands = standing(listing, known.confirmation, known.signals, now, house.site.freshness)
  const names = sessionNames(listing.sessions, text)
  const [[intake], pointed, others, funding] = await Promise.all([
    house.store.intakes([listing.id]),
    countedThisMonth(house, listing.id, ['pointed']),
    listing.group === null ? [] : house.store.ofGroup(listing.group.id),
    fundingOf(house, known, lang),
  ])
  return {
    listing,
    line: lineOf(listing, lang, now),
    room: { ...roomSaid(room, listing.sessions, now, text, true), state: room.whole.state },
    standing: { ...standingSaid(stands, now, text), state: stands.state },
    funding,
    sessions: sessionKeys(listing.sessions).map((key) => ({ key, name: capital(names.get(key) ?? key) })),
    perMonth: intake?.perMonth ?? null,
    pointed,
    others: others
      .filter((other) => other.listing.id !== listing.id && other.listing.status === 'published')
      .map((other) => ({ id: other.listing.id, name: inLanguage(other, lang).listing.name })),
  }
}

/** When, where and the telephone, as people see them. */
function lineOf(listing: Listing, lang: Lang, now: Date): string {
  const when = whenLine(listing.sessions, listing.times_words, texts(lang), { now })
  const [place] = listing.places
  const where = place?.masked ? place.town : (place?.name ?? place?.address ?? place?.town)
  const others = listing.places.length - 1
  const all = where && others > 0 ? `${where} ${texts(lang).pages.search.otherPlaces(others)}` : where
  const first = [when, all].filter((it) => it !== undefined && it !== null && it !== '').join(', ')
  const ring = listing.phone === undefined ? '' : phoneWords(listing.phone.number)
  return [first, ring]
    .filter((it) => it !== '')
    .map((it) => `${it.replace(/\.$/, '')}.`)
    .join(' ')
}

async function fundingOf(house: House, known: Known, lang: Lang): Promise<Screen['funding']> {
  const text = texts(lang)
  const now = house.now()
  const { listing } = known
  const thresholds = house.site.funding
  const { funding } = await moneyOfOne(known, { store: house.store, now, thresholds })
  const end = fundingEnd(funding)
  const notYet = {
    id: '',
    listing: listing.id,
    says: 'unknown',
    until: funding.state === 'ended' ? null : end,
    saidAt: now.toISOString(),
    by: 'group',
    source: null,
  } as const
  const again = askAgain(notYet, house.site.funding) ?? londonMoment(now).day
  return {
    said: publicFunding(funding, now, thresholds, text),
    state: funding.state,
    granted: funding.by === 'source',
    end,
    endWords:
      end === null ? null : funding.state === 'ended' ? longDay(end, text) : comingDay(end, now, text),
    asksAgain: monthOf(again, new Date(`${again}T12:00:00Z`), text),
  }
}

/** How often since the week in which this month began. */
export async function countedThisMonth(
  house: Pick<House, 'store' | 'now'>,
  listing: string,
  kinds: readonly TallyKind[],
): Promise<number> {
  const tallies = await house.store.tallies([listing], monthBegan(house.now()))
  return tallies.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { count }) => sum + count, 0)
}
