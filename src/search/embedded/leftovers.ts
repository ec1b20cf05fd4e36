/**
 * Index files that nobody will read any more: of settings that are no more (the taxonomy, a threshold or the format was
 * changed), and what builders left that were killed.
 */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What nobody wrote to for so long. Another process may still answer from an index of older settings, as while a new version
 * is brought out; it writes every change of the store, so that a day without one is rare. One that is taken for gone all the
 * same goes on from the file it has open, and builds its own again. Milliseconds.
 */
const UNTOUCHED_MS = 24 * 60 * 60_000

const INDEX_FILE = /^([0-9a-f]{12}-[0-9a-f]{12}\.sqlite)(-wal|-shm|-journal)?$/
/** Pointers, those that were never put in place, and locks. */
const SMALL_FILE = /^([0-9a-f]{12})\.(current(-[0-9a-f]{8})?|building)$/

/** `current`: names of our index and of the pointer to it. `remove`: an index with what SQLite keeps beside it, or a small file. */
export function takeLeftovers(
  folder: string,
  current: readonly string[],
  remove: (path: string) => void,
): void {
  const isOld = (name: string): boolean => {
    const at = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs
    return at !== undefined && Date.now() - at > UNTOUCHED_MS
  }
  const take = (name: string): void => {
    if (!current.includes(name)) remove(join(folder, name))
  }
  // One that is written to is not old, though only its journal is new.
  const indexes = Map.groupBy(readdirSync(folder), (name) => INDEX_FILE.exec(name)?.[1] ?? '')
  indexes.delete('')
  for (const [index, files] of indexes) if (files.every(isOld)) take(index)
  const left = readdirSync(folder)
  for (const name of left) {
    const settings = SMALL_FILE.exec(name)?.[1]
    // Windows keeps an index that somebody has open: its pointer stays with it.
    const isNeeded = left.some((it) => it.startsWith(`${settings}-`) && name === `${settings}.current`)
    if (settings !== undefined && !isNeeded && isOld(name)) take(name)
  }
}
