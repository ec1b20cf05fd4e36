/**
 * The folder of index files. A small file, one for each set of settings, names the index that is current; a new index
 * is written beside it under a name of its own and then named instead. No file is ever written over while somebody
 * may read it, so this works on Windows too and needs no restart of other processes.
 */
import { createHash, randomBytes } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { FORMAT } from './file.ts'
import { takeLeftovers } from './leftovers.ts'

/** A builder that has not touched its lock for so long is taken for dead, milliseconds. */
const DEAD_AFTER = 30_000

export type Files = {
  /** Identifies the settings, inside the file too. */
  settings: string
  /** Path of the current index, null: there is none. */
  current(): string | null
  /** The newest index of other settings: better than none while ours is built. */
  older(): string | null
  /** A path nobody uses. */
  fresh(): string
  /** `path` is whole and on the disk. Afterwards every process finds this file as the current one; files of these settings that nobody needs are gone. */
  swap(path: string): void
  /** Takes away what is left of other settings and of killed builders, where there is an index of ours to answer instead. */
  tidy(): void
  /** True where this process may build; false where another one is at it. */
  lock(): boolean
  /** Says that the builder lives. */
  touchLock(): void
  unlock(): void
  remove(path: string): void
}

export function makeFiles(folder: string, about: string): Files {
  mkdirSync(folder, { recursive: true })
  const settings = createHash('sha256').update(`${FORMAT}\n${about}`).digest('hex').slice(0, 12)
  const pointer = join(folder, `${settings}.current`)
  const building = join(folder, `${settings}.building`)
  const named = (file: string) => {
    const name = read(join(folder, file))
    return name !== null && /^[a-z0-9-]+\.sqlite$/.test(name) && isThere(join(folder, name))
      ? join(folder, name)
      : null
  }
  const remove = (path: string) => {
    try {
      for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
    } catch {
      // Windows keeps what somebody has open, which needs its journal then; the next time it is tried again.
    }
  }
  return {
    settings,
    current: () => named(`${settings}.current`),
    older() {
      const pointers = (isThere(folder) ? readdirSync(folder) : []).filter((name) =>
        name.endsWith('.current'),
      )
      const newest = pointers.sort((a, b) => age(join(folder, a)) - age(join(folder, b)))
      return newest.map(named).find((path) => path !== null) ?? null
    },
    fresh() {
      mkdirSync(folder, { recursive: true })
      return join(folder, `${settings}-${randomBytes(6).toString('hex')}.sqlite`)
    },
    swap(path) {
      const name = path.slice(folder.length + 1)
      const before = named(`${settings}.current`)
      const beside = `${pointer}-${randomBytes(4).toString('hex')}`
      writeFileSync(beside, name)
      renameSync(beside, pointer)
      if (before && before !== path) remove(before)
      for (const left of readdirSync(folder))
        if (
          left.startsWith(`${settings}-`) &&
          left.endsWith('.sqlite') &&
          left !== name &&
          age(join(folder, left)) > DEAD_AFTER
        )
          remove(join(folder, left))
    },
    tidy() {
      const ours = named(`${settings}.current`)
      try {
        if (ours !== null) takeLeftovers(folder, [basename(ours), basename(pointer)], remove)
      } catch {
        // What cannot be looked at or taken away now is looked at again: no reason to call an index ill that is sound.
      }
    },
    lock() {
      mkdirSync(folder, { recursive: true })
      if (age(building) > DEAD_AFTER || !lives(Number(read(building)))) rmSync(building, { force: true })
      try {
        writeFileSync(building, String(process.pid), { flag: 'wx' })
        return true
      } catch {
        return false
      }
    },
    touchLock() {
      const now = new Date()
      utimesSync(building, now, now)
    },
    unlock: () => rmSync(building, { force: true }),
    remove,
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

const isThere = (path: string): boolean => Number.isFinite(age(path))

/** Milliseconds since it was written; NaN where there is no such file. */
function age(path: string): number {
  const at = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  return at === undefined ? NaN : Date.now() - at
}

/** Whether a process of this machine has the number. Where machines share a folder, two may build: each its own file. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
