/** The record in words: who by their address, which only whoever may read the record sees here. */
import { readRecord } from '../../desk/record.ts'
import type { SignedIn } from '../../people/signed-in.ts'
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
    return {
      is: 'shown',
      only: only === null ? null : { slug: only.slug, name: only.name },
      older: page.older,
      entries: page.entries.map(({ at, person, role, did, listing }) => {
        const about = listing === null ? null : (listings.get(listing) ?? { slug: '', name: t.gone })
        const name = person === null ? t.program : (people.get(person) ?? person)
        const roles: { [role: string]: string } = text.desk.people.roles
        return {
          at: `${longDay(at, text)}, ${clockTime(timeOf(at), text)}`,
          instant: at,
          who: role === null ? name : `${name} (${roles[role] ?? role})`,
          did: t.did[did] ?? did,
          listing: about === null ? null : { slug: about.slug, name: about.name },
        }
      }),
    }
  }

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const timeOf = (at: string): string => LONDON.format(new Date(at))
