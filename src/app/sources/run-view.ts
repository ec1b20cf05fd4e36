/** One run as the desk looks at it: what came of it, its difference page by page, its problems. */
import { fieldSaid, type LabelOf } from '../../listings/field-words.ts'
import { hidesSome, MAY_HIDE } from '../../listings/hidden-values.ts'
import type { FieldName, Listing } from '../../listings/listing.ts'
import { labelOf } from '../../listings/taxonomy.ts'
import { mayEverywhere, mayHere } from '../../people/roles.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import {
  LINE_KINDS,
  type LineChange,
  type LineCounts,
  type LineKind,
  type RunLine,
} from '../../store/runs/run-line.ts'
import type { Author } from '../../listings/claims.ts'
import { figuresOf } from '../../imports/brake.ts'
import type { Problem, Report } from '../../imports/report.ts'
import type { Run, Source } from '../../store/store.ts'
import type { Text } from '../../text/en.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'
import { commandFor } from './command.ts'
import { staysOf, type StaysView } from './stays.ts'
import { momentSaid, reportOf, runSaid, SHAPE, stateOf, type RunState } from './said.ts'

/** Lines of one page. */
const PAGE = 25

/** Parts of a run that can be looked at alone. */
export const PARTS = ['all', ...LINE_KINDS, 'problems'] as const
export type Part = (typeof PARTS)[number]

export type ChangeView = {
  field: FieldName
  /** null where it cannot be shown; [] where there is nothing. Both are empty where it is `hidden`. */
  from: string[] | null
  to: string[] | null
  hidden: boolean
  said: { source: string; by: Author; at: string } | null
}
export type LineView = {
  is: LineKind
  /** null: it has no page of its own. */
  listing: string | null
  name: string
  changes: ChangeView[]
  /** Id of the matter that waits for an answer about it. */
  matter: string | null
}
export type RunView = {
  id: string
  source: { id: string; name: string }
  at: string
  state: RunState
  health: { state: string; said: { main: string; detail: string } }
  said: string
  why: string | null
  report: Report | null
  /** How a run that asks is answered: here, by a command that is typed, or by others; null: it asks nothing, or no more. */
  accept: 'button' | 'command' | 'others' | null
  /** What to type. */
  command: string
  /** It can be taken back. */
  undo: boolean
  /** Of a run that was taken back: what people changed since. */
  stays: StaysView | null
  part: Part
  /** Those of which there is anything, with how many, and of how many there is a line to read; "all" first. */
  parts: { part: Part; count: number; kept: number }[]
  page: number
  pages: number
  /** Lines of this page, counted from 1. */
  from: number
  to: number
  total: number
  lines: LineView[]
  problems: Problem[]
  /** Of so many of this part there is no line to read. */
  unkept: number
  /** What it changed was kept line by line. */
  kept: boolean
}

export type Shown<T> = { is: 'shown'; view: T } | { is: 'refused' } | { is: 'unknown' }

type Needs = Pick<House, 'store' | 'taxonomy' | 'now'>

export async function runPage(
  house: Needs,
  who: SignedIn | null,
  asked: { run: string; part: string; page: number },
  lang: Lang,
): Promise<Shown<RunView>> {
  if (mayHere(who, 'see-desk') === null) return { is: 'refused' }
  const { store } = house
  const run = await store.run(asked.run)
  if (run === null) return { is: 'unknown' }
  const [counts, sources, last] = await Promise.all([
    store.runCounts(run.id),
    store.sources(),
    store.lastRuns(1),
  ])
  const text = texts(lang)
  const report = reportOf(run)
  const parts = partsOf(counts, report)
  const part = parts.find((it) => it.part === asked.part)?.part ?? 'all'
  const { count = 0, kept: total = 0 } = parts.find((it) => it.part === part) ?? {}
  const pages = Math.max(1, Math.ceil(total / PAGE))
  const page = Math.min(Math.max(1, Math.trunc(asked.page) || 1), pages)
  const skip = (page - 1) * PAGE
  const which = { skip, limit: PAGE, ...(part === 'all' || part === 'problems' ? {} : { is: part }) }
  const lines = part === 'problems' || counts === null ? [] : await store.runLines(run.id, which)
  return {
    is: 'shown',
    view: {
      ...headOf(house, run, { sources, report, counts }, text),
      ...answersOf(run, sources, {
        newest: last.get(run.source)?.[0]?.id === run.id,
        may: mayEverywhere(who, 'run-sources') !== null,
      }),
      stays: run.state === 'undone' ? await staysOf(house, run.id) : null,
      part,
      parts,
      page,
      pages,
      from: skip + 1,
      to: Math.min(skip + PAGE, total),
      total,
      lines: await lineViews(house, lines, sources, text, lang),
      problems: part === 'problems' ? (report?.problems.slice(skip, skip + PAGE) ?? []) : [],
      unkept: count - total,
      kept: counts !== null,
    },
  }
}

const figures = (why: string | null) => (why === null ? null : figuresOf(why))

type Told = { sources: readonly Source[]; report: Report | null; counts: LineCounts | null }

function headOf({ now }: Needs, run: Run, { sources, report, counts }: Told, text: Text) {
  const state = stateOf(run)
  const name = sources.find(({ id }) => id === run.source)?.name ?? run.source
  return {
    id: run.id,
    source: { id: run.source, name },
    at: momentSaid(run.startedAt, text),
    state,
    health: { state: SHAPE[state], said: { main: text.sources.runs.state[state] ?? '', detail: '' } },
    said: runSaid(run, { report, counts }, now(), text),
    why: figures(run.why ?? report?.why ?? null),
    report,
  }
}

/** Only the newest run of a source still asks. */
function answersOf(
  run: Run,
  sources: readonly Source[],
  { newest, may }: { newest: boolean; may: boolean },
): Pick<RunView, 'accept' | 'command' | 'undo'> {
  const source = sources.find(({ id }) => id === run.source)
  const asks = newest && run.state === 'refused' && run.asks
  const readable = (source?.arranged?.at.length ?? 0) > 0
  const way = may ? (readable ? 'button' : 'command') : 'others'
  return {
    accept: asks ? way : null,
    command: source === undefined ? '' : `${commandFor(source)} --accept-loss`,
    undo: may && run.state === 'applied',
  }
}

function partsOf(counts: LineCounts | null, report: Report | null): RunView['parts'] {
  const none = { all: 0, kept: 0 }
  const kinds = LINE_KINDS.map((part) => {
    const { all: count, kept } = counts?.[part] ?? none
    return { part, count, kept }
  })
  const sum = (of: 'count' | 'kept') => kinds.reduce((total, it) => total + it[of], 0)
  const problems = report?.problems.length ?? 0
  const some = [...kinds, { part: 'problems' as const, count: problems, kept: problems }]
  return [{ part: 'all', count: sum('count'), kept: sum('kept') }, ...some.filter(({ count }) => count > 0)]
}

async function lineViews(
  { store, taxonomy }: Needs,
  lines: readonly RunLine[],
  sources: readonly Source[],
  text: Text,
  lang: Lang,
): Promise<LineView[]> {
  const labels: LabelOf = (list, id) => labelOf(taxonomy, list, id, lang)
  const nameOf = (source: string) => sources.find(({ id }) => id === source)?.name ?? source
  const ids = [...new Set(lines.flatMap(({ listing }) => listing ?? []))]
  const there = new Map((await store.listings(ids)).map(({ listing }) => [listing.id, listing]))
  const disputed = lines.flatMap(({ is, listing }) =>
    is === 'conflict' && listing !== null ? [listing] : [],
  )
  const waits = await conflictsOf(store, [...new Set(disputed)])
  const changeOf = (listing: string | null, { hidden: then, ...change }: LineChange): ChangeView => {
    const { field, from, to, said } = change
    const hidden = then || (listing !== null && hiddenSince(there.get(listing), field))
    return {
      field,
      // A page of many listings shows nothing private: the page of one does, and writes that into the record.
      from: hidden ? [] : fieldSaid(field, from, text, labels),
      to: hidden ? [] : fieldSaid(field, to, text, labels),
      hidden,
      said: said && { ...said, source: nameOf(said.source) },
    }
  }
  return lines.map(({ is, listing, name, changes }) => ({
    is,
    name,
    listing: listing !== null && there.has(listing) ? listing : null,
    changes: changes.map((one) => changeOf(listing, one)),
    matter: (is === 'conflict' && listing !== null && waits.get(listing)) || null,
  }))
}

/** What was public when the run was, and is kept from the public now. Of a listing that is gone nobody can tell. */
const hiddenSince = (now: Listing | undefined, field: FieldName): boolean =>
  now === undefined ? MAY_HIDE.includes(field) : hidesSome(field, now[field])

/** Listing → id of the open matter about what the source says otherwise. */
async function conflictsOf(
  { matters }: House['store'],
  listings: readonly string[],
): Promise<Map<string, string>> {
  const found = await Promise.all(
    listings.map((listing) => matters.list({ state: 'open', kind: 'conflict', listing }, { limit: 1 })),
  )
  return new Map(found.flat().map(({ id, listing }) => [listing ?? '', id]))
}
