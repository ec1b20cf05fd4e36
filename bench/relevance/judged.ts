/** Judged questions: what people type, and which listings would help them. See tests/relevance/demo/README.md. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'

/** Slugs with blanks between them: one line a grade. */
const slugs = z
  .string()
  .transform((it) => it.split(' ').filter((slug) => slug !== ''))
  .default([])

/** As files hold it. `where` is typed into the second box; a place inside `what` is not. */
const judgedSchema = z.strictObject({
  what: z.string().min(1),
  where: z.string().min(1).optional(),
  '3': slugs,
  '2': slugs,
  '1': slugs,
})
const fileSchema = z.array(judgedSchema).min(1)

export type Grade = 1 | 2 | 3
export type Judged = {
  /** Name of its file. */
  theme: string
  what: string
  where: string
  /** Slug → 3 exactly what would help, 2 would help, 1 better than nothing. What is not named would not help: 0. */
  grades: ReadonlyMap<string, Grade>
  part: Part
}

/**
 * `looked-at` while the search was tuned; `held-out` of that; `afterwards`: by others, when all was tuned, from the
 * listings alone. Files whose names begin so are that part.
 */
export type Part = 'looked-at' | 'held-out' | 'afterwards'
const AFTERWARDS: Part = 'afterwards'

/** Every judged question of a folder. Throws where a file is not so, or where a listing has two grades in one question. */
export function readJudged(folder: string): Judged[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
  return files.flatMap((file) => {
    const read = fileSchema.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`)
    return read.data.map((it) => judgedOf(it, basename(file, '.json')))
  })
}

function judgedOf(it: z.infer<typeof judgedSchema>, theme: string): Judged {
  const grades = new Map<string, Grade>()
  for (const grade of [3, 2, 1] as const)
    for (const slug of it[grade]) {
      if (grades.has(slug)) throw new Error(`${theme}: "${it.what}" grades ${slug} twice`)
      grades.set(slug, grade)
    }
  const where = it.where ?? ''
  return { theme, what: it.what, where, grades, part: partOf(theme, it.what, where) }
}

/** Half of the questions, by a hash of their words (FNV-1a), so that nobody chooses which. */
function partOf(theme: string, what: string, where: string): Part {
  if (theme.startsWith(AFTERWARDS)) return AFTERWARDS
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(`${what}\n${where}`)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  // The lowest bit of FNV-1a says only whether the number of odd bytes is even.
  return ((hash >>> 15) & 1) === 1 ? 'held-out' : 'looked-at'
}
