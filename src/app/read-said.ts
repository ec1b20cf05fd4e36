/** Reads data/taxonomy/said/: what people say who have a need. What is wrong is said with the file and the need. */
import { existsSync, readdirSync } from 'node:fs'
import { z } from 'zod'
import { LANGS, type Saying, type Taxonomy } from '../listings/taxonomy.ts'
import { BadData, readData } from './read-data.ts'
import { inRoot } from './root.ts'

/** A question is seldom longer. Letters. */
const LONGEST = 200
const lines = z.array(z.string().trim().min(1).max(LONGEST)).default([])
const file = z.record(z.string(), z.strictObject({ en: lines, cy: lines }))

/** None where there is no such folder. Throws BadData where a file is not so, or names a need that is none. */
export function readSaid({ needs }: Taxonomy, folder: string): Saying[] {
  if (!existsSync(inRoot(folder))) return []
  const known = new Set(needs.map(({ id }) => id))
  const files = readdirSync(inRoot(folder)).filter((name) => name.endsWith('.json'))
  return files.sort().flatMap((name) => {
    const path = `${folder}/${name}`
    return Object.entries(readData(path, file)).flatMap(([need, said]) => {
      if (!known.has(need)) throw new BadData(`${path}: there is no need "${need}".`)
      return LANGS.flatMap((lang) => said[lang].map((words) => ({ need, words })))
    })
  })
}
