/** Who a listing is for: the sentence that says it, and whether a person may use it. */
import type { Text } from '../text/en.ts'
import { listOf } from '../text/format.ts'
import type { Audience } from './listing.ts'

/** Whom people call adults, and the ends of being a child and a young person. Whole years. */
const ADULT = 18
const CHILD_TO = 12
const YOUNG_FROM = 10
const YOUNG_TO = 25
/** A limit of so many years is none. */
const NO_LIMIT = 120

type Labels = { communities: readonly { label: string }[]; conditions: readonly { label: string }[] }

/**
 * "Adults over 18", "Young people aged 13 to 25", "Women", "Carers", "People with Parkinson's and those who care for
 * them"; "Anybody" where nothing narrows it; null: nobody said. `labels`: the words of its communities and conditions.
 */
export function whoSaid(audience: Audience | undefined, labels: Labels, text: Text): string | null {
  if (audience === undefined) return null
  const { facts } = text
  const conditions = listOf(
    labels.conditions.map(({ label }) => inSentence(label)),
    text,
  )
  const communities = labels.communities.map(({ label }) => label).join(', ')
  const who =
    conditions === '' && audience.carers === true ? carersSaid(audience, text) : agesSaid(audience, text)
  const living = audience.carers === true ? facts.livingAndCarers : facts.living
  const line = conditions === '' ? who : living(who ?? facts.people, conditions)
  if (communities === '') return line ?? facts.anybody
  return line === null ? communities : facts.especially(line, communities)
}

function carersSaid(audience: Audience, text: Text): string {
  const { facts } = text
  if (audience.gender !== undefined) return facts.whoCare(agesSaid(audience, text) ?? facts.people)
  return aged(facts.carers, limits(audience), text) ?? facts.carers
}

/** Gender and ages; null where neither narrows it. */
function agesSaid(audience: Audience, text: Text): string | null {
  const within = limits(audience)
  const who = noun(audience, within, text)
  return aged(who, within, text) ?? (audience.gender === undefined ? null : who)
}

type Limits = { from: number | null; to: number | null }

/** Limits that limit. Ones that cross each other are a mistake and say nothing. */
function limits({ age_from, age_to }: Audience): Limits {
  const from = age_from ? age_from : null
  const to = age_to === undefined || age_to >= NO_LIMIT ? null : age_to
  return from !== null && to !== null && from > to ? { from: null, to: null } : { from, to }
}

function noun({ gender }: Audience, { from, to }: Limits, { facts }: Text): string {
  const minors = to !== null && to < ADULT
  if (gender === 'women' && minors) return facts.girls
  if (gender === 'men' && minors) return facts.boys
  if (gender !== undefined) return facts.gender[gender]
  if (to !== null && to <= CHILD_TO) return facts.children
  if (to !== null && to <= YOUNG_TO && (from === null ? minors : from >= YOUNG_FROM)) return facts.youngPeople
  if (minors) return facts.children
  return from !== null && from >= ADULT && (to !== null || from === ADULT) ? facts.adults : facts.people
}

function aged(who: string, { from, to }: Limits, { facts: { age } }: Text): string | null {
  if (from !== null && to !== null) return from === to ? age.exactly(who, from) : age.between(who, from, to)
  if (from !== null) return age.over(who, from)
  return to === null ? null : age.under(who, to + 1)
}

/** "Dementia" as it stands inside a sentence; "ADHD", "Parkinson's" and "Ehlers-Danlos" keep their capitals. */
function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}+(?![\p{L}'’+-])/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

/** What a person told about themselves; what they did not say narrows nothing. */
export type Person = {
  age?: number | undefined
  gender?: Audience['gender']
  /** Ids of taxonomy audiences; "carers" among them. */
  communities: readonly string[]
  conditions: readonly string[]
}

/** "ask": it depends on what the person did not say. Nobody names every community or condition of theirs. */
export type MayUse = 'yes' | 'no' | 'ask'

/** Whether a person may use a listing. Age and gender decide; communities and conditions can only say yes or ask. */
export function mayUse(audience: Audience | undefined, person: Person): MayUse {
  if (audience === undefined) return 'yes'
  const { from, to } = limits(audience)
  const { age, gender } = person
  if (age !== undefined && ((from !== null && age < from) || (to !== null && age > to))) return 'no'
  if (audience.gender !== undefined && gender !== undefined && gender !== audience.gender) return 'no'
  const unsaid =
    (age === undefined && (from !== null || to !== null)) ||
    (audience.gender !== undefined && gender === undefined) ||
    !shares(audience, person)
  return unsaid ? 'ask' : 'yes'
}

/** Any of its communities, and any of its conditions (or caring for somebody, where carers are meant too). */
function shares({ communities, conditions, carers }: Audience, person: Person): boolean {
  const cares = carers === true && person.communities.includes('carers')
  const known = conditions.some((it) => person.conditions.includes(it))
  const conditionMet = conditions.length === 0 ? carers !== true || cares : known || cares
  return (
    conditionMet && (communities.length === 0 || communities.some((it) => person.communities.includes(it)))
  )
}
