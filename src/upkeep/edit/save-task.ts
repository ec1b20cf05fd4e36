/** One task is saved: into the draft of whoever typed it, where nobody else sees it. */
import type { FieldName, Place } from '../../listings/listing.ts'
import { sameValue } from '../../listings/same-value.ts'
import type { Session } from '../../listings/session.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Draft } from '../../store/editing/draft.ts'
import { readTask, type Values } from '../form/read-task.ts'
import type { Task } from '../form/rows.ts'
import type { Words, Wrong } from '../form/words.ts'
import { typed, withoutPlaces } from './draft-rules.ts'
import { foundAs, withPoints } from './find-places.ts'
import { heardTimes } from './heard.ts'
import { opened, shownValues, type EditWorkshop, type NotOpened, type Opened, type Target } from './opened.ts'

export type TaskSent = {
  target: Target
  task: Task
  words: Words
  /** The revision that the form was drawn from; null: it says none. */
  revision: number | null
}
export type TaskSaved =
  | {
      is: 'saved'
      draft: Draft
      /** Something to look at before going on: times that were understood, a postcode that nobody knows. */
      look: 'times' | 'postcode' | null
    }
  | { is: 'wrong'; wrong: Wrong[]; open: Opened }
  | NotOpened

export async function saveTask(
  who: SignedIn | null,
  sent: TaskSent,
  workshop: EditWorkshop,
): Promise<TaskSaved> {
  const { target, task, words, revision } = sent
  const open = await opened(who, target, workshop, revision)
  if (open.is !== 'open') return open
  const { base, shown } = shownValues(open, revision)
  const around = { taxonomy: workshop.taxonomy, areas: await workshop.areas() }
  const read = readTask(task, words, shown, around)
  if (read.is === 'wrong') return { ...read, open }
  const { values, changed } = await finished(sent, read, shown, workshop)
  const draft = await keep(open, target, { task, base, values, changed }, workshop)
  if (draft === null) return { is: 'unknown' }
  return { is: 'saved', draft, look: lookAt(task, values, changed, workshop.now()) }
}

/**
 * Lays what was typed over the draft as it is by now: two windows of one person may save two tasks at once, and neither
 * loses what the other said. null: the new listing was sent, or thrown away, meanwhile.
 */
async function keep(
  open: Opened,
  target: Target,
  said: { task: Task; base: Values; values: Values; changed: readonly FieldName[] },
  workshop: EditWorkshop,
): Promise<Draft | null> {
  const now = workshop.now()
  const at = now.toISOString()
  const which = 'listing' in target ? { listing: target.listing } : { id: target.draft }
  return workshop.store.act(async ({ drafts }) => {
    const [there] = await drafts.of(open.who.person, now, which)
    if (there === undefined && 'draft' in target) return null
    const draft = typed(there ?? emptyDraft(open, workshop, at), { ...said, at })
    await drafts.put(draft)
    return draft
  })
}

/** Points for places, sessions that follow them, a break for all times at once. */
async function finished(
  { task, words }: TaskSent,
  read: { values: Values; changed: FieldName[] },
  shown: Values,
  workshop: EditWorkshop,
): Promise<{ values: Values; changed: FieldName[] }> {
  const values = { ...read.values }
  const changed = new Set(read.changed)
  if (task === 'where' && changed.has('places')) {
    const before = (shown['places'] ?? []) as Place[]
    values['places'] = await withPoints((values['places'] ?? []) as Place[], workshop.store.places)
    const gone = before.flatMap((_, at) => (words.has(`places.${at}.gone`) ? [at] : []))
    const sessions = (shown['sessions'] ?? []) as Session[]
    const moved = withoutPlaces(sessions, gone)
    if (!sameValue(moved, sessions)) {
      values['sessions'] = moved
      changed.add('sessions')
    }
  }
  return { values, changed: [...changed] }
}

function lookAt(
  task: Task,
  values: Values,
  changed: readonly FieldName[],
  now: Date,
): 'times' | 'postcode' | null {
  if (task === 'when' && changed.includes('times_words') && !changed.includes('sessions')) {
    const heard = heardTimes(String(values['times_words'] ?? ''), now)
    return heard !== null && !sameValue(heard, values['sessions']) ? 'times' : null
  }
  const places = (values['places'] ?? []) as Place[]
  const inexact = places.some((it) => !it.masked && ['not-known', 'area'].includes(foundAs(it) ?? ''))
  const unknown = task === 'where' && changed.includes('places') && inexact
  return unknown ? 'postcode' : null
}

export const emptyDraft = (
  { who, known }: Pick<Opened, 'who' | 'known'>,
  { newId }: Pick<EditWorkshop, 'newId'>,
  at: string,
): Draft => ({
  id: newId(),
  person: who.person,
  listing: known?.listing.id ?? null,
  group: known?.listing.group?.id ?? null,
  groupName: null,
  revision: known?.listing.revision ?? 0,
  fields: {},
  tasks: [],
  madeAt: at,
  updatedAt: at,
})

/** The person said yes to (or no to) the times that were read from their words. */
export async function sayTimes(
  who: SignedIn | null,
  { target, yes }: { target: Target; yes: boolean },
  workshop: EditWorkshop,
): Promise<{ is: 'saved' } | NotOpened> {
  const open = await opened(who, target, workshop)
  if (open.is !== 'open') return open
  const { base, shown } = shownValues(open, null)
  const heard = heardTimes(String(shown['times_words'] ?? ''), workshop.now())
  if (!yes || heard === null) return { is: 'saved' }
  const values = { ...shown, sessions: heard }
  const draft = await keep(open, target, { task: 'when', base, values, changed: ['sessions'] }, workshop)
  return { is: draft === null ? 'unknown' : 'saved' }
}
