/** Reads data/taxonomy/: one file a list. What is wrong is said with the file and the term it stands in. */
import { join } from 'node:path'
import { z } from 'zod'
import { taxonomyProblems } from '../listings/taxonomy-check.ts'
import {
  heading,
  knownName,
  LISTS,
  makeTaxonomy,
  term,
  type Heading,
  type List,
  type Taxonomy,
  type TaxonomyIndex,
  type Term,
} from '../listings/taxonomy.ts'
import { BadData, readData } from './read-data.ts'
import { readSaid } from './read-said.ts'

const namesFile = z.strictObject({ names: z.array(z.unknown()) })
const file = z.strictObject({
  headings: z.array(z.unknown()).optional(),
  shared: z.array(z.string()).default([]),
  terms: z.array(z.unknown()),
})

/** Each entry by the list's schema; a wrong one is named by its id, or by its place where it has none. */
function entries<T>(path: string, what: string, values: unknown[], schema: z.ZodType<T>): T[] {
  return values.map((value, i) => {
    const read = schema.safeParse(value)
    if (read.success) return read.data
    const id = z.object({ id: z.string() }).safeParse(value)
    const issue = read.error.issues[0]
    const field = issue?.path.join('.') || 'the whole entry'
    const name = id.success ? `${what} "${id.data.id}"` : `${what} number ${i + 1}`
    throw new BadData(`${path}, ${name}, ${field}: ${issue?.message ?? 'is not as it should be'}.`)
  })
}

/** `folder` is relative to the project's folder. Throws BadData with a sentence for each thing that is wrong. */
export function readTaxonomy(folder = 'data/taxonomy'): TaxonomyIndex {
  const lists: { [L in List]?: Term[] } = {}
  const shared: { [L in List]?: string[] } = {}
  let headings: Heading[] = []
  for (const list of LISTS) {
    const path = join(folder, `${list}.json`)
    const content = readData(path, file)
    if (content.headings) headings = entries(path, 'heading', content.headings, heading)
    lists[list] = entries(path, 'term', content.terms, term)
    shared[list] = content.shared
  }
  const path = join(folder, 'names.json')
  const names = entries(path, 'name', readData(path, namesFile).names, knownName)
  const { needs = [], kinds = [], audiences = [], conditions = [], access = [], languages = [] } = lists
  const taxonomy: Taxonomy = {
    headings,
    needs,
    kinds,
    audiences,
    conditions,
    access,
    languages,
    shared,
    names,
  }
  const problems = taxonomyProblems(taxonomy)
  if (problems.length > 0) throw new BadData(problems.map((problem) => `${folder}/${problem}`).join('\n'))
  return makeTaxonomy(taxonomy, readSaid(taxonomy, `${folder}/said`))
}

let own: TaxonomyIndex | null = null
/** The directory's own, read once a process, however many houses it opens. */
export const ownTaxonomy = (): TaxonomyIndex => (own ??= readTaxonomy())
