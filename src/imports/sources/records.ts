/** What every source of rows gives, whatever its format: named columns and cells of text. */
import type { Problem } from '../report.ts'

/** `row` is the number a spreadsheet program shows beside it: the first line of the file is 1. For GeoJSON, the feature's number. */
export type Row = {
  row: number
  cells: readonly string[]
  /** Set where the record itself is damaged: it is refused with these words. */
  damage?: string
}

export type Records = {
  file: string
  columns: readonly string[]
  /** Any column may be absent from one file to the next (tags of a map). */
  loose: boolean
  /** About the file as a whole. */
  problems?: readonly Problem[]
  /** Batches in the order of the file; blank records are left out. May throw Refused. */
  batches: AsyncIterable<Row[]>
}

export type Open = (
  path: string,
  layout: {
    known: readonly string[]
    encoding?: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'
    delimiter?: string
    titles?: number
  },
  read?: (bytes: number, of: number) => void,
) => Promise<Records>
