/** A new index beside the old one, swapped in when it is whole. */
import { open } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { SearchDocument } from '../document.ts'
import { putInOrder } from './by-strip.ts'
import { noColumns, putRow } from './columns.ts'
import { createFile, type IndexFile } from './file.ts'
import type { Files } from './files.ts'
import { makeVocabulary } from '../spelling.ts'

/** Documents written before the process does something else, so that a site goes on answering: about 15 ms. */
const SLICE = 200
/** How often a process that finds another one building looks whether it is done, milliseconds. */
const LOOK = 250

/**
 * Builds, or waits where another process builds already. When it is fulfilled there is an index of these settings;
 * when it throws, the old one stands as it was.
 */
export async function build(
  files: Files,
  batches: AsyncIterable<SearchDocument[]>,
  upTo: number,
): Promise<void> {
  while (!files.lock()) {
    const before = files.current()
    await wait(LOOK)
    if (files.current() !== before) return
  }
  const path = files.fresh()
  const file = createFile(path, files.settings)
  try {
    await fill(file, batches, files)
    file.finish(upTo)
    file.close()
    await toDisk(path)
    files.swap(path)
  } catch (error) {
    file.close()
    files.remove(path)
    throw error
  } finally {
    files.unlock()
  }
}

const breathe = () => new Promise(setImmediate)

async function toDisk(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync()
  await file.close()
}

async function fill(file: IndexFile, batches: AsyncIterable<SearchDocument[]>, files: Files): Promise<void> {
  const known = makeVocabulary()
  const columns = noColumns()
  let touched = performance.now()
  for await (const batch of batches)
    for (let at = 0; at < batch.length; at += SLICE) {
      const written = file.write(batch.slice(at, at + SLICE), [], -1, known) ?? []
      for (const { row, document } of written) putRow(columns, row, document)
      await breathe()
      if (performance.now() - touched > 1000) {
        files.touchLock()
        touched = performance.now()
      }
    }
  putInOrder(columns.points)
  await breathe()
  await file.takePicture(columns, file.meta().seq)
}
