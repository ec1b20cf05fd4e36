/** A listing, its people and a workshop with a clock that can be moved. */
import type { FieldName, ListingFields } from '../../../src/listings/listing.ts'
import type { SignedIn } from '../../../src/people/signed-in.ts'
import type { Store } from '../../../src/store/store.ts'
import type { EditWorkshop } from '../../../src/upkeep/edit/opened.ts'
import { saveTask } from '../../../src/upkeep/edit/save-task.ts'
import { sendChanges } from '../../../src/upkeep/edit/send.ts'
import { writeTask, valuesOf } from '../../../src/upkeep/form/read-task.ts'
import type { Task } from '../../../src/upkeep/form/rows.ts'
import { wordsOf, type Posted } from '../../../src/upkeep/form/words.ts'
import { aNew } from '../../store/made.ts'
import { NOW, somebody, workshopOn } from '../../workers/house.ts'

export { DAY_MS, NOW, somebody } from '../../workers/house.ts'

const fresh = (who: SignedIn): SignedIn => ({ ...who, checkedAt: NOW.toISOString() })
export const KEEPER = fresh(somebody('keeper', 'group g1'))
export const SECOND = fresh(somebody('second', 'group g1'))
export const STRANGER = fresh(somebody('stranger', 'group g2'))
export const UMBRELLA = fresh(somebody('body', 'umbrella u1'))
export const DESK = fresh(somebody('desk', 'desk M33'))
export const FAR_DESK = fresh(somebody('far', 'desk M41'))
export const ADMIN = fresh(somebody('admin', 'administrator'))
export const WORKER = fresh(somebody('worker', 'link-worker M33'))

export const BEFORE = {
  name: 'Kettle On',
  summary: 'Tea for all',
  phone: { number: '0161 496 0123', visible: true },
  places: [{ name: 'Hall', town: 'Sale', postcode: 'M33 2AB' }],
  sessions: [{ rule: { every: 'week', on: ['tu'] }, start: '10:00', end: '12:00', pauses: [] }],
} satisfies Partial<ListingFields>

export type House = EditWorkshop & { clock: { now: Date } }

/** Listing "a" of group "g1", which is public, and everybody's addresses. */
export async function furnished(store: Store, said: Partial<ListingFields> = {}): Promise<House> {
  await store.add([aNew('a', { ...BEFORE, ...said })])
  await store.act(async (act) => {
    for (const { person, email } of [KEEPER, SECOND, STRANGER, UMBRELLA, DESK, ADMIN])
      await act.people.for({ id: person, email, at: NOW.toISOString() })
  })
  const clock = { now: NOW }
  return { ...workshopOn(store, () => clock.now), areas: async () => [], clock }
}

export const now = async (store: Store, id = 'a') => {
  const found = await store.byId(id)
  if (found.is !== 'listing') throw new Error(`no listing ${id}`)
  return found.known.listing
}

/** Types into one task what differs from what stands there, as a browser posts the whole form. */
export async function type(who: SignedIn, house: House, task: Task, over: Posted, revision?: number) {
  const listing = await now(house.store)
  const [draft] = await house.store.drafts.of(who.person, house.now(), { listing: 'a' })
  const typed = Object.entries(draft?.fields ?? {}).map(([field, { to }]) => [field, to])
  const values = { ...valuesOf(listing), ...Object.fromEntries(typed) }
  const posted = writeTask(task, values, { taxonomy: house.taxonomy, areas: [] })
  return typeAs(who, house, task, { ...posted, ...over }, revision ?? listing.revision)
}
/** Posts just these words, read at that revision. */
export const typeAs = (who: SignedIn, house: House, task: Task, posted: Posted, revision: number) =>
  saveTask(who, { target: { listing: 'a' }, task, words: wordsOf(posted), revision }, house)

export const send = (
  who: SignedIn | null,
  house: House,
  choices: { [F in FieldName]?: 'mine' | 'theirs' } = {},
) => sendChanges(who, { listing: 'a', choices, lang: 'en' }, house)

export const letters = async ({ store, now: clock }: House) =>
  (await store.outbox.due(clock(), 50)).map(({ to, kind, about }) => ({ to, kind, about }))
export const changesOf = async ({ store }: House) => {
  const all = await store.matters.list({ kind: 'change' })
  return all.map(({ id, state, decision, about }) => ({ id, state, decision, about }))
}
