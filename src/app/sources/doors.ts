/** What the desk's pages of sources ask for, and what they can do. */
import type { House } from '../house.ts'
import { runDoor } from './run-door.ts'

export function sourcesDoors(house: House) {
  return {
    /** Begins to read a source, with its permission checked, and does not wait. */
    runNow: runDoor(house),
  }
}
