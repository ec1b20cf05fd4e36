/** The tasks of a listing and how far each is, and what waits for the desk. */
import type { FieldName } from '../../listings/listing.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Text } from '../../text/en.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import { changeOf } from '../../upkeep/edit/held-matter.ts'
import { opened, shownValues, type NotOpened, type Opened, type Target } from '../../upkeep/edit/opened.ts'
import { valueLines } from '../../upkeep/edit/said.ts'
import { fieldsOf, TASK_NAMES, taskOf, type Task } from '../../upkeep/form/rows.ts'
import type { House } from '../house.ts'

export type TaskState = 'changed' | 'same' | 'empty' | 'done' | 'todo' | 'need'
export type Waiting = { task: Task | null; field: string; lines: string[] }
export type TaskList = {
  is: 'open'
  name: string
  /** Who runs it. */
  group: string | null
  /** Address of the public page; null: nobody sees it yet. */
  slug: string | null
  listing: string | null
  tasks: { task: Task; title: string; state: TaskState; said: string }[]
  /** Something was typed. */
  typed: boolean
  waiting: Waiting[]
}

/** The name as typed by now. */
export function titleOf({ draft, known }: Opened, text: Text): string {
  const typed = draft?.fields.name?.to
  return typeof typed === 'string' ? typed : (known?.listing.name ?? text.editing.addUnnamed)
}

export async function taskList(
  house: House,
  who: SignedIn | null,
  target: Target,
  lang: Lang,
): Promise<TaskList | NotOpened> {
  const open = await opened(who, target, house)
  if (open.is !== 'open') return open
  const text = texts(lang)
  const { shown } = shownValues(open, null)
  const saying = { text, taxonomy: house.taxonomy, now: house.now() }
  const { draft, known } = open
  const group = known?.listing.group?.name ?? (await groupName(house, open))
  return {
    is: 'open',
    name: titleOf(open, text),
    group,
    slug: known === null || known.listing.status === 'draft' ? null : known.listing.slug,
    listing: known?.listing.id ?? null,
    tasks: TASK_NAMES.map((task) => ({
      task,
      title: text.editing.tasks[task].title,
      state: stateOf(open, task, (field) => shown[field] ?? null),
      said: shortened(
        fieldsOf(task)
          .flatMap((field) => valueLines(field, shown[field], saying))
          .slice(0, SAID)
          .join(' · '),
      ),
    })),
    typed: Object.keys(draft?.fields ?? {}).length > 0,
    waiting: await waitingOf(house, open, lang),
  }
}
/** Under each task stands what it says by now: as much as two lines of a phone hold. */
const SAID = 3
const SAID_LETTERS = 90

function shortened(said: string): string {
  const flat = said.replaceAll(/\s+/g, ' ')
  if (flat.length <= SAID_LETTERS) return flat
  return `${flat.slice(0, Math.max(flat.lastIndexOf(' ', SAID_LETTERS), SAID_LETTERS / 2))}…`
}

async function groupName({ store }: House, { draft }: Opened): Promise<string | null> {
  if (draft === null) return null
  return draft.group === null ? draft.groupName : ((await store.group(draft.group))?.name ?? null)
}

function stateOf({ draft, known }: Opened, task: Task, value: (field: FieldName) => unknown): TaskState {
  const fields = fieldsOf(task)
  if (known !== null) {
    if (fields.some((field) => draft?.fields[field] !== undefined)) return 'changed'
    return fields.every((field) => value(field) === null) ? 'empty' : 'same'
  }
  if (task === 'name' && value('name') === null) return 'need'
  return draft?.tasks.includes(task) ? 'done' : 'todo'
}

/** What somebody asked for and the desk has not decided yet. */
export async function waitingOf(house: House, { known }: Opened, lang: Lang): Promise<Waiting[]> {
  if (known === null) return []
  const text = texts(lang)
  const saying = { text, taxonomy: house.taxonomy, now: house.now() }
  const open = await house.store.matters.list({ state: 'open', kind: 'change', listing: known.listing.id })
  return open.flatMap((matter) => {
    const about = changeOf(matter)
    if (about?.how !== 'held') return []
    return about.differences.map(({ field, to }) => ({
      task: taskOf(field),
      field: text.pages.listing.fields[field],
      lines: valueLines(field, to, saying),
    }))
  })
}
