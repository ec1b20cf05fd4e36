/** The record in words: who by their address, which only whoever may read the record sees here. */
import { readRecord } from '../../desk/record.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { AuditEntry } from '../../store/audit.ts'
import { clockTime, longDay, type Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'

export type RecordView = {
  entries: {
    at: string
    instant: string
    who: string
    did: string
    listing: { slug: string; name: string } | null
    /** The source or run it was done to: its page, and the name of the source. */
    source: { path: string; name: string } | null
  }[]
  older: string | null
  only: { slug: string; name: string } | null
}

export const recordDoor =
  (house: House) =>
  async (
    who: SignedIn | null,
    asked: { before: string | null; slug: string | null },
    lang: Lang,
  ): Promise<({ is: 'shown' } & RecordView) | { is: 'refused' } | { is: 'unknown' }> => {
    const found = asked.slug === null ? null : await house.store.bySlug(asked.slug)
    const only = found?.is === 'listing' ? found.known.listing : null
    if (found !== null && only === null) return { is: 'unknown' }
    const before = asked.before !== null && !Number.isNaN(Date.parse(asked.before)) ? asked.before : undefined
    const page = await readRecord(
      who,
      { ...(before === undefined ? {} : { before }), ...(only === null ? {} : { listing: only.id }) },
      house,
    )
    if (page.is === 'refused') return page
    const text = texts(lang)
    const t = text.desk.record
    const people = new Map<string, string>()
    for (const id of new Set(page.entries.flatMap(({ person }) => person ?? [])))
      people.set(id, (await house.store.people.byId(id))?.email ?? id)
    const ids = [...new Set(page.entries.flatMap(({ listing }) => listing ?? []))]
    const listings = new Map((await house.store.listings(ids)).map(({ listing }) => [listing.id, listing]))
    const sources = await sourcesIn(house, page.entries)
    return {
      is: 'shown',
      only: only === null ? null : { slug: only.slug, name: only.name },
      older: page.older,
      entries: page.entries.map(({ at, person, role, did, listing, about: what }) => {
        const about = listing === null ? null : (listings.get(listing) ?? { slug: '', name: t.gone })
        const name = person === null ? t.program : (people.get(person) ?? person)
        const roles: { [role: string]: string } = text.desk.people.roles
        return {
          at: `${longDay(at, text)}, ${clockTime(timeOf(at), text)}`,
          instant: at,
          who: role === null ? name : `${name} (${roles[role] ?? role})`,
          did: t.did[did] ?? did,
          listing: about === null ? null : { slug: about.slug, name: about.name },
          source: (listing === null && sources.get(`${did} ${what}`)) || null,
        }
      }),
    }
  }

/** What is done to a source as a whole, and to one run of it. */
const TO_SOURCE = ['ran-source', 'accepted-loss']
const TO_RUN = 'took-back-run'

/** By what was done and to what. */
async function sourcesIn(
  { store }: House,
  entries: readonly AuditEntry[],
): Promise<Map<string, { path: string; name: string }>> {
  const done = entries.filter(
    ({ did, about }) => about !== null && (did === TO_RUN || TO_SOURCE.includes(did)),
  )
  if (done.length === 0) return new Map()
  const names = new Map((await store.sources()).map(({ id, name }) => [id, name]))
  const named = new Map<string, { path: string; name: string }>()
  for (const { did, about } of done) {
    const id = about ?? ''
    const source = did === TO_RUN ? ((await store.run(id))?.source ?? '') : id
    const path = did === TO_RUN ? `/desk/runs/${id}` : `/desk/sources/${id}`
    named.set(`${did} ${about}`, { path, name: names.get(source) ?? source })
  }
  return named
}

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const timeOf = (at: string): string => LONDON.format(new Date(at))
