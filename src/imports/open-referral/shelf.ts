/**
 * What was fetched or found, kept on disk until it is read: a feed of any length takes the memory of one page. A folder of
 * its own, which goes when the run is over.
 */
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where a body lies on the shelf. */
export type Kept = { at: number; length: number }

export type Shelf = {
  keep: (bytes: Uint8Array) => Promise<Kept>
  read: (kept: Kept) => Promise<Buffer>
  clear: () => Promise<void>
}

export async function openShelf(): Promise<Shelf> {
  const folder = await mkdtemp(join(tmpdir(), 'fingerpost-feed-'))
  const file = await open(join(folder, 'bodies'), 'w+')
  // Where the system lets us, the name goes at once: a run that is killed leaves nothing behind.
  await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  let end = 0
  return {
    async keep(bytes) {
      // The place is taken before the bytes are written: two may be kept at once.
      const kept = { at: end, length: bytes.length }
      end += bytes.length
      if (bytes.length > 0) await file.write(bytes, 0, bytes.length, kept.at)
      return kept
    },
    async read({ at, length }) {
      const bytes = Buffer.alloc(length)
      if (length > 0) await file.read(bytes, 0, length, at)
      return bytes
    },
    async clear() {
      await file.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
