/** Letters that were written into the folder, read back for the page of development. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lettersIn } from '../../mail/folder.ts'
import { readMail, type ReadMail } from '../../mail/read-mail.ts'
import { outboxFolder } from './tidy.ts'

/** Letters on one page. */
const SHOWN = 50

export type LetterFile = { name: string; mail: ReadMail }
type Where = { dataDir: string }

/** Newest first. */
export async function letterFiles(where: Where): Promise<{ all: number; letters: LetterFile[] }> {
  const names = lettersIn(outboxFolder(where))
  const letters = await Promise.all(names.slice(0, SHOWN).map((name) => letterFile(where, name)))
  return { all: names.length, letters: letters.filter((it) => it !== null) }
}

/** null: there is none of this name. Only names that the folder itself gives are opened. */
export async function letterFile(where: Where, name: string): Promise<LetterFile | null> {
  const folder = outboxFolder(where)
  if (!lettersIn(folder).includes(name)) return null
  const bytes = await readFile(join(folder, name)).catch(() => null)
  return bytes === null ? null : { name, mail: readMail(bytes.toString('latin1')) }
}
