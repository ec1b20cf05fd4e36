/** Who may come, how one takes part, how one gets in, what it costs, and in which languages. */
import { HOWS, type ListingFields } from '../../listings/listing.ts'
import { plainPhrase } from '../../listings/plain-words.ts'
import type { TaxonomyIndex } from '../../listings/taxonomy.ts'
import { words } from '../mapping/checks.ts'
import { complain, type Draft } from '../mapping/draft.ts'
import { at, listAt, numberAt, type Json } from './json.ts'
import { put } from './put.ts'
import { together, wordsAt } from './words.ts'

/** From here on nobody is too old: "100" and "120" are how programs say that there is no limit. Years. */
const NO_LIMIT = 99

/** `served`: the area in the source's own words, where it could not be read as areas. */
export function addEligibility(draft: Draft, service: Json, served: string): void {
  const older = listAt(service, 'eligibilitys', 'eligibilities', 'eligibility')
  const from = ageAt(draft, [service, ...older], 'minimum_age', Math.min)
  const to = ageAt(draft, [service, ...older], 'maximum_age', Math.max)
  const ages = {
    ...(from !== undefined && from > 0 ? { age_from: from } : {}),
    ...(to !== undefined && to < NO_LIMIT ? { age_to: to } : {}),
  }
  if (Object.keys(ages).length > 0) draft.fields.audience = ages
  const said = [
    wordsAt(service, 'eligibility_description'),
    ...older.map((one) => wordsAt(one, 'eligibility')),
  ]
  const area = served === '' ? '' : `Area served: ${served}`
  put(draft, 'eligibility', 'eligibility_description', together([...said, area]), words(1000))
}

/** Several limits: the widest counts, because each is of some of the people it serves. */
function ageAt(
  draft: Draft,
  all: readonly Json[],
  key: string,
  widest: (...ages: number[]) => number,
): number | undefined {
  const ages = all.flatMap((one) => {
    const age = numberAt(one, key)
    if (age !== undefined && age >= 0 && age <= 150) return [Math.floor(age)]
    if (age !== undefined || wordsAt(one, key) !== '')
      complain(draft, key, wordsAt(one, key), 'is no age', 'left out')
    return []
  })
  return ages.length === 0 ? undefined : widest(...ages)
}

const SAYS_HOW: [how: ListingFields['how'][number], words: RegExp][] = [
  ['in-person', /in[ -_]?person|face[ -]to[ -]face|venue|\bat (a |the )?(centre|venue|location)/i],
  ['phone', /tele?phone|\bphone/i],
  ['video', /video|zoom|\bteams\b/i],
  ['online', /online|virtual|remote|website|\bapp\b/i],
  ['home-visit', /home[ -_]?visit|in your (own )?home|outreach at home/i],
]

/** Said only where the feed says how: that it has a place is no word on whether one can also ring. */
export function addHow(draft: Draft, attending: readonly string[], isVirtual: boolean): void {
  const said = attending.join('\n')
  const found = SAYS_HOW.filter(([, pattern]) => pattern.test(said)).map(([how]) => how)
  if (isVirtual && !found.includes('video') && !found.includes('online')) found.push('online')
  const hasPlace = Object.keys(draft.place).length > 0
  if (found.length > 0 && hasPlace && !found.includes('in-person')) found.push('in-person')
  if (found.length > 0) draft.fields.how = HOWS.filter((how) => found.includes(how))
}

export function addJoin(draft: Draft, service: Json): void {
  const wait = wordsAt(service, 'wait_time')
  const process = wordsAt(service, 'application_process', 'referral_notes')
  const said = together([process, wait === '' ? '' : `Waiting time: ${wait}`], '\n')
  const checked = words(600)(said, (problem) =>
    complain(draft, 'application_process', said, problem, 'cut off'),
  )
  if (checked !== undefined) draft.fields.join = { words: checked }
  if (at(service, 'needs_referral') === true)
    draft.fields.join = { ...(draft.fields.join as object | undefined), ways: ['referral'] }
}

const MOST_PENCE = 10_000_000

/** `today`: options that held until an earlier day are left out. */
export function addCost(draft: Draft, service: Json, today: string): void {
  const options = listAt(service, 'cost_options').filter((one) => {
    const until = wordsAt(one, 'valid_to')
    return until === '' || until.slice(0, 10) >= today
  })
  const lines = options.map((one) => {
    const amount = numberAt(one, 'amount')
    const money = amount === undefined ? '' : amount === 0 ? 'free' : poundsOf(one, amount)
    const what = together([money, wordsAt(one, 'amount_description')], ' ')
    return together([wordsAt(one, 'option'), what], ': ')
  })
  const fees = [wordsAt(service, 'fees_description'), wordsAt(service, 'fees')]
  const said = together([...lines, ...fees], '; ')
  if (said === '' && options.length === 0) return
  const checked = words(300)(said, (problem) => complain(draft, 'fees', said, problem, 'cut off'))
  const amounts = [...new Set(options.flatMap((one) => numberAt(one, 'amount') ?? []))]
  const cost: { [part: string]: unknown } = checked === undefined ? {} : { words: checked }
  const pence = Math.round((amounts[0] ?? 0) * 100)
  const isSterling = options.every((one) => /^(gbp|£)?$/i.test(wordsAt(one, 'currency')))
  if (amounts.length > 0 && (amounts.some((amount) => amount < 0) || pence > MOST_PENCE))
    complain(draft, 'cost_options', amounts.join(', '), 'is no price', 'left out')
  else if (amounts.length === 1 && isSterling)
    Object.assign(cost, { kind: pence === 0 ? 'free' : 'paid', amount_pence: pence })
  else if (amounts.length > 0) cost.kind = 'paid'
  if (Object.keys(cost).length > 0) draft.fields.cost = cost
}

function poundsOf(option: Json, amount: number): string {
  const currency = wordsAt(option, 'currency').toUpperCase()
  const figure = Number.isInteger(amount) ? String(amount) : amount.toFixed(2)
  return currency === '' || currency === 'GBP' || currency === '£' ? `£${figure}` : `${figure} ${currency}`
}

/** By code ("ur", "ur-PK") or by name ("Urdu"); what is none of the taxonomy's languages is said. */
export function addLanguages(draft: Draft, service: Json, taxonomy: TaxonomyIndex): void {
  const ids = listAt(service, 'languages').flatMap((one) => {
    const code = wordsAt(one, 'code').toLowerCase()
    const name = wordsAt(one, 'name', 'language')
    if (code === '' && name === '') return []
    for (const id of [code, code.split(/[-_]/)[0] ?? '', name.toLowerCase()])
      if (taxonomy.byId.languages.has(id)) return [id]
    const named = taxonomy.byPhrase.get(plainPhrase(name))?.find(({ list }) => list === 'languages')
    if (named) return [named.term.id]
    complain(draft, 'languages', name || code, 'is a language the directory has no word for', 'left out')
    return []
  })
  if (ids.length > 0) draft.fields.languages = [...new Set(ids)]
}
