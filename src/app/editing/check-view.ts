/** What somebody is about to send: each difference in words, both versions where two people changed a field, the preview. */
import type { FieldName, ListingFields } from '../../listings/listing.ts'
import { nameKey, identityOf } from '../../imports/matching/identity.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Known } from '../../store/store.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import { fieldsOf as fieldsOfDraft } from '../../upkeep/edit/add-listing.ts'
import { opened, type NotOpened, type Opened } from '../../upkeep/edit/opened.ts'
import { valueLines } from '../../upkeep/edit/said.ts'
import { verified } from '../../upkeep/edit/verified.ts'
import { fieldsOf, TASK_NAMES, taskOf, type Task } from '../../upkeep/form/rows.ts'
import { parted } from '../../upkeep/held.ts'
import { merged } from '../../upkeep/merge.ts'
import { restated, type Changes } from '../../upkeep/restate.ts'
import type { House } from '../house.ts'
import { listingViewOf } from '../listing-view.ts'
import type { ListingView } from '../views.ts'
import { titleOf } from './task-list.ts'

export type Difference = {
  field: FieldName
  label: string
  task: Task | null
  before: string[]
  after: string[]
}
export type CheckView = {
  is: 'open'
  name: string
  /** False: nobody but the desk sees the listing yet. */
  seen: boolean
  live: Difference[]
  held: Difference[]
  /** `before`: what stands there now; `after`: what was typed. */
  clashes: Difference[]
  preview: ListingView | null
}

export async function checkView(
  house: House,
  who: SignedIn | null,
  listing: string,
  lang: Lang,
): Promise<CheckView | NotOpened> {
  const open = await opened(who, { listing }, house)
  if (open.is !== 'open') return open
  const { draft, known, now, by } = open
  const { changes, clashes } = merged(draft?.fields ?? {}, now)
  const seen = known !== null && known.listing.status !== 'draft'
  const { live, held } = parted(changes, { by, verified: true, seen })
  const differ = differing(house, lang)
  return {
    is: 'open',
    name: titleOf(open, texts(lang)),
    seen,
    live: live.map(differ),
    held: held.map(differ),
    clashes: clashes.map(({ field, theirs, mine }) => differ({ field, from: theirs, to: mine })),
    preview: known === null ? null : await previewOf(house, open, known, changes, lang),
  }
}

const differing =
  (house: House, lang: Lang) =>
  ({ field, from, to }: { field: FieldName; from: unknown; to: unknown }): Difference => {
    const text = texts(lang)
    const saying = { text, taxonomy: house.taxonomy, now: house.now() }
    return {
      field,
      label: text.pages.listing.fields[field],
      task: taskOf(field),
      before: valueLines(field, from, saying),
      after: valueLines(field, to, saying),
    }
  }

async function previewOf(
  house: House,
  { by }: Opened,
  known: Known,
  changes: readonly { field: FieldName; to: unknown }[],
  lang: Lang,
): Promise<ListingView> {
  const { id } = known.listing
  const given = Object.fromEntries(changes.map(({ field, to }) => [field, to])) as Changes
  const about = { listing: id, by, how: 'form', at: house.now().toISOString() } as const
  const said = restated(await house.store.statements(id), about, given, house.ranks)
  const settled: Partial<ListingFields> = said.is === 'nameless' ? {} : said.settled
  return listingViewOf(
    house,
    { ...known, listing: { ...known.listing, ...blanked(known.listing), ...settled } },
    lang,
  )
}

/** A field that was taken away must not shine through. */
const blanked = (listing: ListingFields): object =>
  Object.fromEntries(
    TASK_NAMES.flatMap(fieldsOf)
      .filter((it) => !Array.isArray(listing[it]))
      .map((it) => [it, undefined]),
  )

export type AddCheckView = {
  is: 'open'
  name: string
  answers: { task: Task; title: string; rows: { label: string; lines: string[] }[] }[]
  /** null: there is no name yet. */
  preview: ListingView | null
  likely: { slug: string; name: string; summary: string | null; place: string | null }[]
  waits: boolean
}

/** The answers of a new listing, and what is listed already that may be the same. */
export async function addCheckView(
  house: House,
  who: SignedIn | null,
  draftId: string,
  lang: Lang,
): Promise<AddCheckView | NotOpened> {
  const open = await opened(who, { draft: draftId }, house)
  if (open.is !== 'open' || open.draft === null) return open.is === 'open' ? { is: 'unknown' } : open
  const { draft, by } = open
  const fields = fieldsOfDraft(draft)
  const text = texts(lang)
  const saying = { text, taxonomy: house.taxonomy, now: house.now() }
  const group = draft.group === null ? null : await house.store.group(draft.group)
  const known = draft.group !== null && verified(await house.store.ofGroup(draft.group))
  return {
    is: 'open',
    name: titleOf(open, text),
    answers: TASK_NAMES.map((task) => ({
      task,
      title: text.editing.tasks[task].title,
      rows: fieldsOf(task).flatMap((field) => {
        const lines = valueLines(field, draft.fields[field]?.to, saying)
        return lines.length === 0 ? [] : [{ label: text.pages.listing.fields[field], lines }]
      }),
    })),
    preview:
      fields === null
        ? null
        : await newPreview(house, draft.id, fields, group?.name ?? draft.groupName, lang),
    likely: fields === null ? [] : await likelyOf(house, fields),
    waits: by !== 'desk' && !known,
  }
}

function newPreview(
  house: House,
  id: string,
  fields: ListingFields,
  group: string | null,
  lang: Lang,
): Promise<ListingView> {
  const listing = {
    ...fields,
    id,
    slug: '',
    revision: 0,
    change: 0,
    group: group === null ? null : { id: '', name: group },
    editedAt: house.now().toISOString(),
    importedAt: null,
  }
  return listingViewOf(house, { listing, ...NOTHING_KNOWN }, lang)
}

/** Of a listing that is not there yet. */
const NOTHING_KNOWN = {
  confirmation: null,
  capacity: null,
  capacities: [],
  funding: null,
  fundingTold: null,
  signals: [],
  sources: [],
} satisfies Omit<Known, 'listing'>

/** Shown at most: more is no question any more. */
const LIKELY_MOST = 4

/** The same name; or the same telephone or website; or the same building and a word of the name. */
async function likelyOf(house: House, fields: ListingFields): Promise<AddCheckView['likely']> {
  const own = identityOf(fields)
  const words = new Set(
    nameKey(fields.name)
      .split(' ')
      .filter((it) => it.length > 3),
  )
  const alike = await house.store.drafts.alike(own)
  const suggested = await house.engine.suggest(fields.name, LIKELY_MOST)
  const ids = suggested.flatMap(({ kind, id }) => (kind === 'listing' && id !== null ? [id] : []))
  const found = await house.listings([...new Set([...alike.map((it) => it.listing), ...ids])])
  return found
    .filter(({ listing }) => {
      if (listing.status === 'draft') return false
      const other = identityOf(listing)
      const shares = (key: 'phone' | 'host' | 'name') => own[key] !== null && own[key] === other[key]
      if (shares('name') || shares('phone') || shares('host')) return true
      const word = nameKey(listing.name)
        .split(' ')
        .some((it) => words.has(it))
      return word && own.postcode !== null && own.postcode === other.postcode
    })
    .slice(0, LIKELY_MOST)
    .map(({ listing }) => ({
      slug: listing.slug,
      name: listing.name,
      summary: listing.summary ?? null,
      place: listing.places[0]?.town ?? listing.places[0]?.postcode ?? null,
    }))
}
