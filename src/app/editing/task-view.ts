/** One task as a page shows it: its inputs with what stands in them, and what waits for the desk. */
import type { Place } from '../../listings/listing.ts'
import { whenBreaks, whenFull } from '../../listings/schedule-words.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import { foundAs } from '../../upkeep/edit/find-places.ts'
import { heardTimes } from '../../upkeep/edit/heard.ts'
import { opened, shownValues, type NotOpened, type Opened, type Target } from '../../upkeep/edit/opened.ts'
import { saveTask, type TaskSaved } from '../../upkeep/edit/save-task.ts'
import { writeTask, type Values } from '../../upkeep/form/read-task.ts'
import { rowsOf, type Task } from '../../upkeep/form/rows.ts'
import { wordsOf, type Words, type Wrong } from '../../upkeep/form/words.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'
import { noteReading } from './reading.ts'
import { errorsOf, shownInput, type ShownError, type ShownInput } from './shown.ts'
import { titleOf, waitingOf, type Waiting } from './task-list.ts'

export type TaskView = {
  is: 'open'
  /** Name of the listing, as it is typed by now. */
  name: string
  question: string
  /** Of a new listing 0. */
  revision: number
  inputs: ShownInput[]
  errors: ShownError[]
  waiting: Waiting[]
  /** That some of it waits for the desk after sending; null: nothing of it does. */
  held: string | null
  /** Times that were read from the words, to say yes to; []: the words were not understood; null: nothing to say. */
  heard: string[] | null
}

export async function taskView(
  house: House,
  who: SignedIn | null,
  { target, task, lang, heard = false }: { target: Target; task: Task; lang: Lang; heard?: boolean },
): Promise<TaskView | NotOpened> {
  const open = await opened(who, target, house)
  if (open.is !== 'open') return open
  if (task === 'contact' || task === 'where') await noteReading(house, open)
  return viewOf(house, open, { task, lang, heard })
}

export type TaskDone = Exclude<TaskSaved, { is: 'wrong' }> | { is: 'wrong'; view: TaskView }

export async function saveTaskView(
  house: House,
  who: SignedIn | null,
  sent: { target: Target; task: Task; words: Words; lang: Lang },
): Promise<TaskDone> {
  const { words, lang, task } = sent
  const written = Number(words.text('revision'))
  const revision = Number.isInteger(written) && written > 0 ? written : null
  const saved = await saveTask(who, { ...sent, revision }, house)
  if (saved.is !== 'wrong') return saved
  const { open, wrong } = saved
  return {
    is: 'wrong',
    view: await viewOf(house, open, { task, lang, heard: false, sent: { words, wrong } }),
  }
}

type Viewing = { task: Task; lang: Lang; heard: boolean; sent?: { words: Words; wrong: Wrong[] } }

async function viewOf(house: House, open: Opened, { task, lang, heard, sent }: Viewing): Promise<TaskView> {
  const text = texts(lang)
  const { shown } = shownValues(open, null)
  const around = { taxonomy: house.taxonomy, areas: await house.areas() }
  const words = sent?.words ?? wordsOf(writeTask(task, shown, around))
  const places = ((shown['places'] ?? []) as Place[]).map((it) => it.name)
  const drawn = { ...around, words, text, now: house.now(), places }
  const inputs = rowsOf(task).flatMap(({ field, kind }) =>
    kind.inputs(field, shown[field] ?? undefined, drawn),
  )
  const errors = errorsOf(sent?.wrong ?? [], inputs, text)
  const notes = task === 'where' && sent === undefined ? placeNotes(shown, lang) : {}
  const waiting = await waitingOf(house, open, lang)
  return {
    is: 'open',
    name: titleOf(open, text),
    question: text.editing.tasks[task].question,
    revision: open.known?.listing.revision ?? 0,
    inputs: inputs.map((it) => shownInput(it, { words, errors, notes, look: heard, text })),
    errors,
    waiting: waiting.filter(({ task: of }) => of === task),
    held: waits(open) ? (text.editing.heldHint[task] ?? null) : null,
    heard: heard && task === 'when' ? heardLines(shown, house.now(), lang) : null,
  }
}

const waits = ({ by, known }: Opened) => by !== 'desk' && known !== null && known.listing.status !== 'draft'

function placeNotes(shown: Values, lang: Lang): { [name: string]: string } {
  const said = texts(lang).editing.foundAs
  const notes = ((shown['places'] ?? []) as Place[]).map((place, at) => {
    const found = foundAs(place)
    return [`places.${at}.postcode`, found === null ? '' : said[found]] as const
  })
  return Object.fromEntries(notes.filter(([, note]) => note !== ''))
}

function heardLines(shown: Values, now: Date, lang: Lang): string[] | null {
  const typed = String(shown['times_words'] ?? '')
  if (typed === '') return null
  const sessions = heardTimes(typed, now)
  if (sessions === null) return []
  return [...whenFull(sessions, texts(lang)), ...whenBreaks(sessions, now, texts(lang))]
}
