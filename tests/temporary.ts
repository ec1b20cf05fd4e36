/**
 * Where a test run keeps its files: one folder, gone when the run has ended. In memory where the machine has room there,
 * as thousands of small databases made and thrown away are mostly waiting for the disk.
 */
import { mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** A run uses a tenth of it. Bytes. */
const ROOM = 4 * 2 ** 30
const NAME = 'fingerpost-tests-'

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= ROOM
  } catch {
    return false
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** From now on `tmpdir()` is a folder of this run, here and in what it starts. What it gives back takes it away again. */
export function temporaryFolder(): () => void {
  const before = process.env['TMPDIR']
  const parent = before === undefined && hasRoom(MEMORY) ? MEMORY : tmpdir()
  // A run that was killed took nothing away.
  for (const name of readdirSync(parent))
    if (name.startsWith(NAME) && !isRunning(Number(name.slice(NAME.length))))
      rmSync(join(parent, name), { recursive: true, force: true })
  const folder = join(parent, `${NAME}${process.pid}`)
  // Others may pass through: PostgreSQL does not run as root.
  mkdirSync(folder, { mode: 0o711 })
  process.env['TMPDIR'] = folder
  return () => {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
