/** One screen for a round of telephone calls: every listing of the groups that accepted a body, those to ring first on top. */
import { capacityAt, capacitySaid } from '../../capacity/capacity.ts'
import { standing, standingSaid, type Said, type Standing } from '../../freshness/standing.ts'
import { publicFields } from '../../listings/public-fields.ts'
import { phoneWords } from '../../text/phone.ts'
import { bodyGroups, type BodyGroups } from '../../people/umbrellas/bodies.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Known } from '../../store/store.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'

export type RoundRow = {
  id: string
  slug: string
  name: string
  group: string
  revision: number
  /** A draft or a paused listing: its page is not to be found, or says so. */
  isPublic: boolean
  standing: Standing
  standingSaid: Said
  capacitySaid: Said & { state: string }
  /** The number to ring, in words; null: none is shown. */
  phone: string | null
}
export type Round = { bodies: BodyGroups[]; rows: RoundRow[]; groups: number }

/** Where ringing helps most stands first: what may have ended, then what nobody confirmed, the longest ago first. */
const FIRST: readonly Standing['state'][] = ['likely-ended', 'unconfirmed', 'due', 'confirmed', 'ended']
const place = ({ state }: Standing): number => FIRST.indexOf(state)

export async function roundOf(house: House, who: SignedIn | null, lang: Lang): Promise<Round> {
  const bodies = await bodyGroups(who, house.store)
  const seen = new Map<string, RoundRow>()
  for (const { accepted } of bodies)
    for (const { group, listings } of accepted)
      for (const known of listings) seen.set(known.listing.id, rowOf(house, known, group.name, lang))
  const rows = [...seen.values()].sort(
    (a, b) =>
      place(a.standing) - place(b.standing) ||
      (a.standing.confirmedAt ?? '').localeCompare(b.standing.confirmedAt ?? '') ||
      a.name.localeCompare(b.name, 'en'),
  )
  const groups = new Set(bodies.flatMap(({ accepted }) => accepted.map(({ group }) => group.id)))
  return { bodies, rows, groups: groups.size }
}

function rowOf(
  house: House,
  { listing, confirmation, capacity, signals }: Known,
  group: string,
  lang: Lang,
): RoundRow {
  const text = texts(lang)
  const now = house.now()
  const stands = standing(listing, confirmation, signals, now, house.site.freshness)
  // Hidden numbers are on the listing's own page, where reading them stands in the record.
  const shown = publicFields(listing)
  const room = capacityAt(capacity, now, house.site.capacity)
  const phone = shown.phone?.number ?? shown.contacts.find((it) => it.phone !== undefined)?.phone?.number
  return {
    id: listing.id,
    slug: listing.slug,
    name: listing.name,
    group,
    revision: listing.revision,
    isPublic: listing.status !== 'draft',
    standing: stands,
    standingSaid: standingSaid(stands, now, text, phone !== undefined),
    capacitySaid: { ...capacitySaid(room, now, text, true), state: room.state },
    phone: phone === undefined ? null : phoneWords(phone),
  }
}
