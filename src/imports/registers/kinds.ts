/** Which files each kind of register has, and how their rows are read. */
import type { Register } from '../../freshness/register-entry.ts'
import { CCNI_COLUMNS, ccni, current, CURRENT_COLUMNS, oscr, OSCR_COLUMNS } from './layouts.ts'
import { legacy, LEGACY_COLUMNS } from './legacy.ts'
import { meaningOf, type Layout, type RegisterMeaning } from './meaning.ts'
import { openRegister, type RegisterFile } from './rows.ts'
import { AGAIN_COLUMNS, MERGER_COLUMNS, mergers, reregistrations } from './successors.ts'

type Kind = {
  /** Columns by which the header of a CSV file is found. */
  columns: readonly string[]
  layout: Layout | null
  /** A number that stands twice means the later row: a charity that merged, and merged again. */
  lastWins: boolean
}

const KINDS: { [K in Register]: Kind } = {
  'charity-commission': { columns: CURRENT_COLUMNS, layout: current, lastWins: false },
  'charity-commission-legacy': { columns: LEGACY_COLUMNS, layout: null, lastWins: false },
  oscr: { columns: OSCR_COLUMNS, layout: oscr, lastWins: false },
  ccni: { columns: CCNI_COLUMNS, layout: ccni, lastWins: false },
  'charity-mergers': { columns: MERGER_COLUMNS, layout: mergers, lastWins: true },
  'charity-reregistrations': { columns: AGAIN_COLUMNS, layout: reregistrations, lastWins: true },
}

/** `raw`: see rows.ts; null: it is damaged. `read` may be called more than once. */
export type Unread = { row: number; raw: string | null; read: () => RegisterMeaning }
export type Meanings = { file: string; batches: AsyncIterable<Unread[]> }

/** Every file is opened, and its columns checked, before any row is read. Throws Refused. */
export async function openKind(
  kind: Register,
  paths: readonly string[],
  progress?: (bytes: number, of: number) => void,
): Promise<Meanings[]> {
  const { columns, layout } = KINDS[kind]
  const opened: RegisterFile[] = []
  for (const path of paths) opened.push(await openRegister(path, columns, progress))
  const { files, layout: read } = layout === null ? await legacy(opened) : { files: opened, layout }
  // Scotland's former charities come after those of today: a number that stands in both is registered.
  const inOrder = files.toSorted((a, b) => former(a) - former(b))
  return inOrder.map((file) => ({ file: file.name, batches: meanings(file, read) }))
}

const former = ({ columns }: RegisterFile): number => (columns?.has('ceased date') === true ? 1 : 0)

function meanings(file: RegisterFile, layout: Layout): AsyncGenerator<Unread[]> {
  const read = layout(file)
  return (async function* () {
    for await (const rows of file.batches)
      yield rows.map((row) => ({
        row: row.row,
        raw: 'raw' in row ? row.raw : null,
        read: () => meaningOf(row, read),
      }))
  })()
}

/** Of a number that stands several times, the entry whose day is the latest first: the others are repeats of it. */
async function* lastOnes(batches: AsyncIterable<Unread[]>): AsyncGenerator<Unread[]> {
  const all: { one: Unread; day: string }[] = []
  for await (const batch of batches)
    for (const one of batch) {
      const meaning = one.read()
      all.push({ one, day: meaning.is === 'entry' ? (meaning.entry.ended_on ?? '') : '' })
    }
  // The first of a number counts: see compare.ts. Equal ones keep the order of the file, the last before.
  yield all
    .toReversed()
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .map(({ one }) => one)
}

export const inOrderOf = (kind: Register, batches: AsyncIterable<Unread[]>): AsyncIterable<Unread[]> =>
  KINDS[kind].lastWins ? lastOnes(batches) : batches
