/** A new listing: begun, filled in task by task, sent. The first one of a group waits for the desk. */
import { targetDay } from '../../desk/target.ts'
import { identityOf } from '../../imports/matching/identity.ts'
import { slugChoices } from '../../imports/matching/slug.ts'
import { listingFields, type ListingFields } from '../../listings/listing.ts'
import type { Organisation } from '../../listings/organisation.ts'
import { allowedGroup } from '../../people/allowed.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Act } from '../../store/act.ts'
import type { Draft } from '../../store/editing/draft.ts'
import type { Lang } from '../../text/format.ts'
import { restated, type Changes } from '../restate.ts'
import type { Workshop } from '../workshop.ts'
import { opened, type NotOpened, type Opened } from './opened.ts'
import { verified } from './verified.ts'

/** Drafts of one person at a time: more nobody fills in. */
const DRAFTS_MAX = 20

export type Begun = { is: 'begun'; draft: string } | { is: 'too-many' } | { is: 'nameless' } | NotOpened

/** `group`: one of the person's own; null: a new one by this name. */
export async function beginListing(
  who: SignedIn | null,
  { group, groupName }: { group: string | null; groupName: string },
  { store, now, newId }: Workshop,
): Promise<Begun> {
  if (who === null) return { is: 'refused' }
  const name = groupName.trim()
  if (group === null && (name === '' || name.length > 200)) return { is: 'nameless' }
  if (group !== null && (group.includes('\0') || (await store.group(group)) === null))
    return { is: 'unknown' }
  if (group !== null && (await allowedGroup(store, who, 'add-listing', group)) === null)
    return { is: 'refused' }
  const at = now()
  if ((await store.drafts.of(who.person, at)).length >= DRAFTS_MAX) return { is: 'too-many' }
  const id = newId()
  const madeAt = at.toISOString()
  const draft: Draft = {
    id,
    person: who.person,
    listing: null,
    group,
    groupName: group === null ? name : null,
    revision: 0,
    fields: {},
    tasks: [],
    madeAt,
    updatedAt: madeAt,
  }
  await store.act((act) => act.drafts.put(draft))
  return { is: 'begun', draft: id }
}

export type Added =
  /** `waits`: for the desk; else it is public now. */
  { is: 'added'; listing: string; slug: string; waits: boolean } | { is: 'nameless' } | NotOpened

export async function sendListing(
  who: SignedIn | null,
  { draft: id, lang }: { draft: string; lang: Lang },
  workshop: Workshop,
): Promise<Added> {
  const open = await opened(who, { draft: id }, workshop)
  if (open.is !== 'open' || open.draft === null) return open.is === 'open' ? { is: 'unknown' } : open
  const fields = fieldsOf(open.draft)
  if (fields === null) return { is: 'nameless' }
  const { store } = workshop
  const { group: groupId, groupName } = open.draft
  const known = groupId === null ? false : verified(await store.ofGroup(groupId))
  const group: Organisation | null =
    groupId === null
      ? { id: workshop.newId(), name: groupName ?? fields.name, org_ids: [] }
      : await store.group(groupId)
  const waits = open.by !== 'desk' && !known
  return store.act(async (act) => {
    // Sent twice at once, the second finds no draft any more.
    const [draft] = await act.drafts.of(open.who.person, workshop.now(), { id })
    if (draft === undefined || group === null) return { is: 'unknown' }
    return add(act, { open, draft, group, fields, waits, lang }, workshop)
  })
}

/** What the draft says, as a whole listing; null: it has no name yet. */
export function fieldsOf({ fields }: Pick<Draft, 'fields'>): ListingFields | null {
  const said = Object.entries(fields).flatMap(([field, { to }]) => (to === null ? [] : [[field, to]]))
  const read = listingFields.safeParse(Object.fromEntries(said))
  return read.success ? read.data : null
}

type Adding = {
  open: Opened
  draft: Draft
  group: Organisation
  fields: ListingFields
  waits: boolean
  lang: Lang
}

async function add(
  act: Act,
  { open, draft, group, fields, waits, lang }: Adding,
  { ranks, now, newId }: Workshop,
): Promise<Added> {
  const { who, role, by } = open
  const at = now()
  const iso = at.toISOString()
  const listing = newId()
  const said = Object.entries(draft.fields).flatMap(([field, { to }]) => (to === null ? [] : [[field, to]]))
  const changes = { ...Object.fromEntries(said), status: waits ? 'draft' : 'published' } as Changes
  const claimed = restated([], { listing, by, how: 'form', at: iso }, changes, ranks)
  if (claimed.is === 'nameless') return claimed
  const slug = await freeSlug(act, fields, listing)
  const { statement, settled } = claimed
  await act.add([
    { id: listing, slug, group, statement, settled, author: by, at: iso, identity: identityOf(settled) },
  ])
  if (draft.group === null && by === 'group')
    await act.grants.give({
      id: newId(),
      person: who.person,
      role: 'group',
      scope: group.id,
      givenAt: iso,
      givenBy: null,
      endedAt: null,
    })
  if (by !== 'desk')
    await act.matters.open({
      id: newId(),
      kind: 'change',
      listing,
      group: group.id,
      person: who.person,
      openedAt: iso,
      targetOn: targetDay('change', at),
      about: {
        how: waits ? 'new' : 'live',
        by,
        revision: 1,
        differences: Object.entries(draft.fields).map(([field, { to }]) => ({ field, from: null, to })),
        lang,
      },
    })
  await act.audit({
    id: newId(),
    at: iso,
    person: who.person,
    role,
    did: 'added-listing',
    listing,
    group: group.id,
    about: null,
  })
  await act.drafts.drop(draft.id)
  return { is: 'added', listing, slug, waits }
}

async function freeSlug(act: Act, { name, places }: ListingFields, id: string): Promise<string> {
  const choices = slugChoices(name, id, places[0]?.postcode).map((choice) => choice())
  const taken = await act.drafts.slugsTaken(choices)
  return choices.find((it) => !taken.has(it)) ?? `${choices.at(-1)}-${id.slice(0, 8)}`
}
