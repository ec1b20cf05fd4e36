/** Real publishers' files, which are not the project's to ship: their folder, or null where it is not there. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { ROOT } from '../src/app/root.ts'

/** Said by every test that is skipped for want of it. */
export const HOW_TO_HAVE_REAL_DATA = 'no real files here: name their folder in REAL_DATA_DIR'

export function realData(): string | null {
  const folder = resolve(ROOT, process.env.REAL_DATA_DIR ?? '../shared/data')
  return existsSync(folder) ? folder : null
}
