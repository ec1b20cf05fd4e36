/** What the desk's pages show, in words. */
import { KINDS, type Kind } from '../../desk/kinds.ts'
import { isKind } from '../../desk/decide.ts'
import type { OpenMatter } from '../../desk/open-matter.ts'
import type { Queue, Waits } from '../../desk/queues.ts'
import { daysLeft } from '../../desk/target.ts'
import { doubt } from '../../freshness/signals.ts'
import { fieldSaid, type LabelOf } from '../../listings/field-words.ts'
import type { FieldName } from '../../listings/listing.ts'
import { labelOf } from '../../listings/taxonomy.ts'
import type { Matter } from '../../store/matters/matter.ts'
import type { Known } from '../../store/store.ts'
import type { Text } from '../../text/en.ts'
import { ago, longDay, type Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import { trust } from '../find/result.ts'
import type { House } from '../house.ts'
import { conflictView, type ConflictView } from './conflict-panel.ts'
import type { Panel } from './panel.ts'
import { lineOf, panelOf } from './panels.ts'

export type Due = { is: 'late' | 'today' | 'left'; words: string }
export type Row = {
  id: string
  kind: string
  kindName: string
  line: string
  listing: string | null
  group: string | null
  opened: string
  due: Due
  taken: 'mine' | 'other' | 'free'
}
export type QueueView = Queue & { name: string; words: string }

export function dueOf(left: number, { desk }: Text): Due {
  if (left < 0) return { is: 'late', words: desk.due.late(-left) }
  return left === 0 ? { is: 'today', words: desk.due.today } : { is: 'left', words: desk.due.left(left) }
}

/** By when a matter should be decided. */
export const targetLeft = ({ targetOn }: Matter, now: Date, text: Text): Due =>
  dueOf(daysLeft(targetOn, now), text)

const takenBy = ({ assignedTo }: Matter, person: string): Row['taken'] =>
  assignedTo === null ? 'free' : assignedTo === person ? 'mine' : 'other'

/** `other`: of two that may be one, the name of that which the matter is not listed under. */
export function rowOf(
  { matter, known, daysLeft: left }: Waits,
  { person, other }: { person: string; other: string | null },
  now: Date,
  text: Text,
): Row {
  return {
    id: matter.id,
    kind: matter.kind,
    kindName: text.desk.kinds[matter.kind] ?? matter.kind,
    line: lineOf(matter, text, other),
    listing: known?.listing.name ?? null,
    group: known?.listing.group?.name ?? null,
    opened: text.desk.opened(ago(matter.openedAt, now, text)),
    due: dueOf(left, text),
    taken: takenBy(matter, person),
  }
}

/** Every kind there is, in the order of KINDS, waiting or not. */
export function queuesOf(queues: readonly Queue[], { desk }: Text): QueueView[] {
  const kinds = [...new Set([...Object.keys(KINDS), ...queues.map(({ kind }) => kind)])]
  return kinds.map((kind) => ({
    ...(queues.find((it) => it.kind === kind) ?? { kind, waiting: 0, late: 0, mine: 0, free: 0 }),
    name: desk.kinds[kind] ?? kind,
    words: desk.kindWords[kind] ?? '',
  }))
}

export type MatterView = {
  id: string
  kind: string
  kindName: string
  line: string
  state: Matter['state']
  /** "This was decided on 3 May: Accepted."; null while it is open. */
  decided: string | null
  reason: string | null
  opened: string
  due: Due
  taken: Row['taken']
  panel: Panel
  /** Only of an open conflict: each field waits for an answer. */
  conflict: ConflictView | null
  decisions: readonly string[]
  /** Nothing has to be known of the listing to decide it. */
  asksHow: boolean
  listing: Beside | null
  others: { id: string; line: string }[]
  /** Listings of the group that goes on in its place. */
  instead: { name: string; slug: string }[]
}
export type Beside = {
  id: string
  name: string
  slug: string
  /** Nobody else sees it yet: there is a preview only. */
  draft: boolean
  group: string | null
  standing: { state: string; said: { main: string; detail: string } }
  room: { state: string; said: { main: string; detail: string } }
  facts: { name: string; lines: string[] }[]
  keepers: string[]
  doubts: string[]
}

/** Facts beside a matter, in the order somebody who rings needs them. */
const FACTS: readonly FieldName[] = [
  'phone',
  'email',
  'contacts',
  'website',
  'sessions',
  'times_words',
  'places',
]
/** These kinds are decided by what somebody found out. */
const LOOKED_AT: readonly Kind[] = ['report', 'signal', 'review']

export function matterView(
  house: House,
  found: Extract<OpenMatter, { is: 'matter' }>,
  person: string,
  lang: Lang,
): MatterView {
  const text = texts(lang)
  const now = house.now()
  const { matter } = found
  const labels: LabelOf = (list, id) => labelOf(house.taxonomy, list, id, lang)
  const kind = isKind(matter.kind) ? matter.kind : null
  const done = text.desk.done
  const decided =
    done[`${matter.kind}-${matter.decision}`] ?? done[matter.decision ?? ''] ?? text.desk.matter.withdrawn
  return {
    id: matter.id,
    kind: matter.kind,
    kindName: text.desk.kinds[matter.kind] ?? matter.kind,
    line: lineOf(matter, text),
    state: matter.state,
    decided:
      matter.decidedAt === null ? null : text.desk.matter.decided(decided, longDay(matter.decidedAt, text)),
    reason: matter.reason,
    opened: text.desk.opened(ago(matter.openedAt, now, text)),
    due: targetLeft(matter, now, text),
    taken: takenBy(matter, person),
    panel: panelOf(matter, { text, labelOf: labels, now }),
    conflict: conflictView(matter, text, labels),
    decisions: kind === null ? [] : KINDS[kind].decisions,
    asksHow: kind !== null && LOOKED_AT.includes(kind),
    listing: found.known === null ? null : besideOf(house, { ...found, known: found.known }, text, labels),
    others: found.others.map((it) => ({ id: it.id, line: lineOf(it, text) })),
    instead: found.instead.map(({ name, slug }) => ({ name, slug })),
  }
}

/** What somebody needs who rings, or looks a listing over. */
export function besideOf(
  house: House,
  { known, keepers }: { known: Known; keepers: string[] },
  text: Text,
  labels: LabelOf,
): Beside {
  const { listing, signals, confirmation } = known
  const now = house.now()
  const { standing, standingSaid, capacity, capacitySaid } = trust(house, known, now, text)
  const facts = FACTS.map((field) => ({
    name: text.pages.listing.fields[field],
    lines: fieldSaid(field, listing[field], text, labels) ?? [],
  }))
  const open = signals.filter(({ clearedAt, at }) => clearedAt === null && at > (confirmation?.at ?? ''))
  const doubted = doubt(signals, confirmation, now, house.site.freshness)
  const doubts = open.map(({ kind, at }) => `${text.desk.signals[kind] ?? kind}, ${ago(at, now, text)}`)
  return {
    id: listing.id,
    name: listing.name,
    slug: listing.slug,
    draft: listing.status === 'draft',
    group: listing.group?.name ?? null,
    standing: { state: standing.state, said: standingSaid },
    room: { state: capacity.state, said: capacitySaid },
    facts: facts.filter(({ lines }) => lines.length > 0),
    keepers,
    doubts: doubted === null && doubts.length === 0 ? [] : doubts,
  }
}
