/** The taxonomy: needs, kinds, audiences, conditions, access facts and languages, as data in English and Welsh. */
import { z } from 'zod'
import { plainPhrase } from './plain-words.ts'

const label = z.object({ en: z.string().trim().min(1), cy: z.string().trim().min(1) })
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id of small letters, digits and dashes')
const phrases = z.array(z.string().trim().min(1))

export const heading = z.strictObject({ id, label })

export const term = z.strictObject({
  id,
  label,
  /** What people really type, besides the label: "lonely", "someone to talk to". */
  synonyms: z.object({ en: phrases.default([]), cy: phrases.default([]) }).default({ en: [], cy: [] }),
  /** Names of something narrower that it helps with too: they find it, after what they name. It is never called by them. */
  also: z.strictObject({ en: phrases.default([]), cy: phrases.default([]) }).optional(),
  /** Names of what falls under it: they file a listing, but find the rest of it only where nothing has them ("judo", of sport). */
  narrower: z.strictObject({ en: phrases.default([]), cy: phrases.default([]) }).optional(),
  /** Words in a name or description from which the term may be suggested for an imported row; narrower than synonyms. */
  cues: phrases.default([]),
  /** Words that, standing near, forbid that suggestion. */
  not: phrases.default([]),
  /** Heading it stands under (needs only). */
  heading: id.optional(),
  /** Conditions and kinds: the needs they bring with them. */
  needs: z.array(id).default([]),
  /** Needs that help as well: what has them is shown after the rest, where the term itself finds few. */
  beside: z.array(id).default([]),
  /** Audiences and conditions that are most people who search, or that leave few out: what is for them is not for few. */
  for_many: z.boolean().optional(),
  /** Open Referral UK taxonomy terms: their addresses or codes. */
  open_referral: phrases.default([]),
  /** Pages about it carry "Leave this site". */
  leave_quickly: z.boolean().optional(),
})
export type Term = z.infer<typeof term>
export type Heading = z.infer<typeof heading>

export const LISTS = ['needs', 'kinds', 'audiences', 'conditions', 'access', 'languages'] as const
export type List = (typeof LISTS)[number]
export const LANGS = ['en', 'cy'] as const

/** An organisation everybody knows: who is `called` so is found by `also` too, its old and its short names. */
export const knownName = z.strictObject({ called: phrases.min(1), also: phrases })
export type KnownName = z.infer<typeof knownName>

/** The lists as they are written in data/taxonomy/. */
export type Taxonomy = { headings: Heading[] } & { [L in List]: Term[] } & {
  /** Phrases that may lead to several terms of one list, because they are meant to. */
  shared?: { [L in List]?: string[] }
  /** names.json. */
  names?: KnownName[]
}

/** What somebody says who has a need, in either language: "he wants to know where I am all day". */
export type Saying = { need: string; words: string }

/** The lists with their lookups. */
export type TaxonomyIndex = {
  lists: Taxonomy
  /** Of data/taxonomy/said/. Only questions are read by them: no listing is filed by one. */
  said: readonly Saying[]
  byId: { [L in List]: ReadonlyMap<string, Term> }
  /** Plain phrase (see plain-words.ts) of a label or synonym to what it names, in the order of LISTS. */
  byPhrase: ReadonlyMap<string, readonly Found[]>
}
export type Found = { list: List; term: Term }

/** Every label and synonym of a term in both languages, as written; the first two are the labels. */
export function phrasesOf({ label, synonyms }: Term): string[] {
  return [label.en, label.cy, ...synonyms.en, ...synonyms.cy]
}

/** The same with the names of what falls under it. */
const filedBy = (term: Term): string[] => [
  ...phrasesOf(term),
  ...LANGS.flatMap((lang) => term.narrower?.[lang] ?? []),
]

/** Words by which a listing under this term should be found: its labels and synonyms in both languages, each once. */
export const searchWords = (it: Term): string => [...new Set(phrasesOf(it))].join(' ')

/** The lookups. What can be wrong in the lists is said by taxonomy-check.ts, which whoever reads them asks first. */
export function makeTaxonomy(lists: Taxonomy, said: readonly Saying[] = []): TaxonomyIndex {
  const byPhrase = new Map<string, Found[]>()
  for (const list of LISTS)
    for (const term of lists[list])
      for (const phrase of new Set(filedBy(term).map(plainPhrase))) {
        const found = byPhrase.get(phrase)
        if (found) found.push({ list, term })
        else byPhrase.set(phrase, [{ list, term }])
      }
  const ids = (list: List) => new Map(lists[list].map((it) => [it.id, it]))
  const byId = {
    needs: ids('needs'),
    kinds: ids('kinds'),
    audiences: ids('audiences'),
    conditions: ids('conditions'),
    access: ids('access'),
    languages: ids('languages'),
  }
  return { lists, said, byId, byPhrase }
}

export const termOf = (index: TaxonomyIndex, list: List, id: string): Term | null =>
  index.byId[list].get(id) ?? null

/** null where the list has no such id: a listing may carry one that an officer took out since. */
export const labelOf = (index: TaxonomyIndex, list: List, id: string, lang: 'en' | 'cy'): string | null =>
  index.byId[list].get(id)?.label[lang] ?? null

/** Needs of people who may have to leave a page, or a home, in a hurry. */
export const urgentNeeds = ({ lists }: Pick<TaxonomyIndex, 'lists'>): ReadonlySet<string> =>
  new Set(lists.needs.filter(({ leave_quickly }) => leave_quickly === true).map(({ id }) => id))

/** True where one of these needs is of people who may have to leave in a hurry. */
export const mayLeaveQuickly = (index: TaxonomyIndex, needs: readonly string[]): boolean =>
  needs.some((need) => termOf(index, 'needs', need)?.leave_quickly === true)

/** What somebody's words name exactly, by label or synonym in either language: "can't pay my bills" is the need "bills". */
export const find = (index: TaxonomyIndex, words: string): readonly Found[] =>
  index.byPhrase.get(plainPhrase(words)) ?? []

/** Headings in their order, each with its needs in theirs. */
export function headingGroups({ lists }: TaxonomyIndex): { heading: Heading; needs: Term[] }[] {
  return lists.headings.map((heading) => ({
    heading,
    needs: lists.needs.filter((need) => need.heading === heading.id),
  }))
}

/**
 * Terms of a list with a label or synonym that begins with what is typed, or has a word that does; those whose label
 * begins so come first, then those whose synonym does, each in the order of the list. Quick enough for every key.
 */
export function termsBeginning(index: TaxonomyIndex, list: List, typed: string): Term[] {
  const want = plainPhrase(typed)
  if (want === '') return []
  // What is typed may stop inside a word that plain-words would have shortened: "arts" before "arts and crafts".
  const rank = (term: Term): number => {
    let best = 3
    filedBy(term).forEach((phrase, i) => {
      const plain = plainPhrase(phrase)
      if (plain.startsWith(want)) best = Math.min(best, i < 2 ? 0 : 1)
      else if (plain.includes(` ${want}`)) best = Math.min(best, 2)
    })
    return best
  }
  return index.lists[list]
    .map((term) => ({ term, rank: rank(term) }))
    .filter((it) => it.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ term }) => term)
}
