/** What every source gives, whatever it is made of: records that have been read, in the order of the source. */
import type { Draft } from './mapping/draft.ts'
import type { Problem } from './report.ts'

/** `key`: what the source knows the record by from run to run. Many things a record can be wrong in cost only a cell. */
export type Meaning =
  | { is: 'listing'; key: string; draft: Draft }
  | { is: 'skipped' }
  /** `key`: it is there, though it cannot be read, so it is not missing. */
  | { is: 'refused'; problems: Problem[]; key?: string }

export type Told = {
  /** Said beside problems where there are several. */
  file: string
  /** About the whole of it: a column that is not there, a page that came twice. */
  problems: Problem[]
  /** Whether a record that is not in it is gone. False: only what changed since a day was asked for. */
  whole: boolean
  /** May throw Refused: then nothing at all is written. */
  batches: AsyncIterable<Meaning[]>
}
