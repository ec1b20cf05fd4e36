/** A letter came back: whose listings that casts doubt on. The address itself is written nowhere. */
import { londonMoment } from '../listings/clock.ts'
import { hashOfAddress } from '../store/mail/address-hash.ts'
import type { Known, Store } from '../store/store.ts'
import { bouncesSince, isGone } from './bounce-rule.ts'
import { raise } from './raise.ts'

export type CameBack = { address: string; permanent: boolean; at: Date }
export type Bounced =
  /** Known already, or one that may yet pass. */
  | { is: 'counted' }
  /** It counts as gone: how many live listings it is a contact or the only keeper of. */
  | { is: 'gone'; listings: number }

/** Safe to be told twice. `words`: what the desk reads. */
export async function noteBounce(
  store: Store,
  { address, permanent, at }: CameBack,
  words: string,
): Promise<Bounced> {
  const { day } = londonMoment(at)
  const hash = hashOfAddress(address)
  const known = await concerned(store, address, day)
  return store.act(async (act) => {
    const isNews = await act.noteBounce({ address: hash, day, at: at.toISOString(), permanent })
    if (!isNews || !isGone(await act.bouncesOf(hash, bouncesSince(day)), day)) return { is: 'counted' }
    let listings = 0
    for (const it of known)
      if ((await raise(act, it, { kind: 'bounced', words, now: at })) !== null) listings += 1
    return { is: 'gone', listings }
  })
}

/** Listings that name the address as theirs, and those of groups that nobody else keeps. */
async function concerned(store: Store, address: string, day: string): Promise<Known[]> {
  const same = address.trim().toLowerCase()
  const naming = (await store.listings(await store.mail.listingsNaming(same))).filter(({ listing }) =>
    [listing.email, ...listing.contacts.map(({ email }) => email)].some(
      (email) => email?.address.trim().toLowerCase() === same,
    ),
  )
  const all = [...naming, ...(await keptAlone(store, same, day))]
  return [...new Map(all.map((known) => [known.listing.id, known])).values()]
}

/** Another keeper who can be reached is a better sign than one mailbox that is gone. */
async function keptAlone(store: Store, address: string, day: string): Promise<Known[]> {
  const person = await store.people.byEmail(address)
  if (person === null) return []
  const kept: Known[] = []
  for (const { role, scope } of await store.grants.of(person.id)) {
    if (role !== 'group' || scope === null) continue
    const holders = await store.grants.holders('group', scope)
    const others = holders.filter((it) => it.person !== person.id)
    const reached = await Promise.all(others.map((it) => canBeReached(store, it.person, day)))
    if (!reached.includes(true)) kept.push(...(await store.ofGroup(scope)))
  }
  return kept
}

async function canBeReached(store: Store, person: string, day: string): Promise<boolean> {
  const email = (await store.people.byId(person))?.email
  if (email === undefined) return false
  return !isGone(await store.mail.bouncesOf(hashOfAddress(email), bouncesSince(day)), day)
}
