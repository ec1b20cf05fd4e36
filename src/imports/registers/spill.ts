/** What a run has to write, kept in a file between reading and writing: however long the register, memory stays flat. */
import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { RegisterEntry } from '../../freshness/register-entry.ts'
import { linesOf } from '../reading/tab-text.ts'

export type Spilled = {
  row: number
  is: 'entry' | 'passed' | 'refused' | 'again'
  entry?: RegisterEntry
  /** Set where it is new or says something new. */
  hash?: string
  activities?: string
}

export type Spill = {
  write: (rows: readonly Spilled[]) => Promise<void>
  read: () => AsyncGenerator<Spilled[]>
  close: () => Promise<void>
}

/** Rows given back at a time. */
const BATCH = 200

export async function makeSpill(folder: string): Promise<Spill> {
  const path = join(folder, 'to-write.ndjson')
  const file: FileHandle = await open(path, 'w', 0o600)
  return {
    async write(rows) {
      if (rows.length > 0) await file.appendFile(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    },
    async *read() {
      let batch: Spilled[] = []
      for await (const lines of linesOf(createReadStream(path, 'utf8') as AsyncIterable<string>))
        for (const line of lines) {
          batch.push(JSON.parse(line) as Spilled)
          if (batch.length < BATCH) continue
          yield batch
          batch = []
        }
      if (batch.length > 0) yield batch
    },
    close: () => file.close(),
  }
}
