/** Whether a process of this machine runs, by its number. */
import { readFileSync } from 'node:fs'

/** Signal 0 asks whether a process is there, on Windows too. One that is another user's is. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return !leftBehind(pid)
}

/** Linux counts one that ended until its parent has asked for it, which a parent that was killed as well never does. */
function leftBehind(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    // "7 (its name) Z …": the name may hold anything.
    return /^[ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '')
  } catch {
    return false
  }
}
