/** Everything a profile can fill, in one table: the target's name, how its value is checked, and where it goes. */
import {
  audience,
  catchment,
  COSTS,
  GENDERS,
  HOWS,
  JOINS,
  PRECISIONS,
  REFERRERS,
  STATUSES,
  SUMMARY_MAX,
  type FieldName,
} from '../../listings/listing.ts'
import { orgIdOf } from '../../listings/org-id.ts'
import type { List, Taxonomy } from '../../listings/taxonomy.ts'
import {
  calendarDay,
  degrees,
  listOf,
  oneOf,
  shaped,
  text,
  webAddress,
  wholeNumber,
  words,
  yes,
} from './checks.ts'
import type { Check } from './checks.ts'
import type { Draft, GroupSaid, PlaceSaid } from './draft.ts'

export type Target = { check: Check; put: (draft: Draft, value: unknown) => void }
export type Targets = (name: string) => Target | undefined

const field = (name: FieldName, check: Check): Target => ({
  check,
  put: (draft, value) => {
    draft.fields[name] = value
  },
})

const part = (name: FieldName, key: string, check: Check): Target => ({
  check,
  put: (draft, value) => {
    const whole = draft.fields[name] as Record<string, unknown> | undefined
    if (whole) whole[key] = value
    else draft.fields[name] = { [key]: value }
  },
})

const place = (key: keyof PlaceSaid, check: Check): Target => ({
  check,
  put: (draft, value) => Object.assign(draft.place, { [key]: value }),
})

const group = (key: keyof GroupSaid, check: Check): Target => ({
  check,
  put: (draft, value) => Object.assign(draft.group, { [key]: value }),
})

const orgIds: Check = (value, say) => {
  if (text(value) === '') return undefined
  const id = orgIdOf(text(value))
  if (id !== null) return [id]
  say('is not an org-id such as GB-CHC-1052551')
  return undefined
}

const areaCodes: Check = (value, say) => {
  if (text(value) === '') return undefined
  if (/^[A-Z]\d{8}$/.test(text(value))) return [text(value)]
  say('is not a code of a ward or district')
  return undefined
}

function fixedTargets(taxonomy: Taxonomy): Record<string, Target> {
  const terms = (list: List, word: string): Check => listOf(new Set(taxonomy[list].map(({ id }) => id)), word)
  return {
    name: field('name', words(200)),
    summary: field('summary', words(SUMMARY_MAX)),
    description: field('description', words(8000)),
    kinds: field('kinds', terms('kinds', 'kind')),
    needs: field('needs', terms('needs', 'need')),
    audience: field('audience', shaped(audience)),
    'audience.age_from': part('audience', 'age_from', wholeNumber(0, 120)),
    'audience.age_to': part('audience', 'age_to', wholeNumber(0, 120)),
    'audience.gender': part('audience', 'gender', oneOf(GENDERS)),
    'audience.communities': part('audience', 'communities', terms('audiences', 'audience')),
    'audience.carers': part('audience', 'carers', yes),
    'audience.conditions': part('audience', 'conditions', terms('conditions', 'condition')),
    eligibility: field('eligibility', words(1000)),
    how: field('how', listOf(new Set(HOWS), 'way of taking part')),
    'cost.kind': part('cost', 'kind', oneOf(COSTS)),
    'cost.amount_pence': part('cost', 'amount_pence', wholeNumber(0, 10_000_000)),
    'cost.words': part('cost', 'words', words(300)),
    access: field('access', terms('access', 'access fact')),
    access_words: field('access_words', words(1000)),
    languages: field('languages', terms('languages', 'language')),
    'join.ways': part('join', 'ways', listOf(new Set(JOINS), 'way to join')),
    'join.referral_by': part('join', 'referral_by', listOf(new Set(REFERRERS), 'referrer')),
    'join.words': part('join', 'words', words(600)),
    'place.name': place('name', words(200)),
    'place.address': place('address', words(400)),
    'place.town': place('town', words(100)),
    'place.postcode': place('postcode', words(200)),
    'place.lat': place('lat', degrees),
    'place.lng': place('lng', degrees),
    'place.precision': place('precision', oneOf(PRECISIONS)),
    'place.masked': place('masked', yes),
    'place.area_code': place('area_codes', areaCodes),
    catchment: field('catchment', shaped(catchment)),
    times_words: field('times_words', words(1500)),
    'times.osm': { check: words(1000), put: (draft, value) => void (draft.osmHours = text(value)) },
    'phone.number': part('phone', 'number', words(30)),
    'phone.hours': part('phone', 'hours', words(200)),
    'phone.visible': part('phone', 'visible', yes),
    'email.address': part('email', 'address', words(254)),
    'email.visible': part('email', 'visible', yes),
    website: field('website', webAddress),
    'safeguarding.words': part('safeguarding', 'words', words(600)),
    'support.can': part('support', 'can', words(1000)),
    'support.cannot': part('support', 'cannot', words(1000)),
    first_time: field('first_time', words(1000)),
    status: field('status', oneOf(STATUSES)),
    ended_on: field('ended_on', calendarDay),
    'group.name': group('name', words(200)),
    'group.org_id': group('org_ids', orgIds),
    'group.website': group('website', webAddress),
  }
}

const WELSH: Record<string, number> = { name: 200, summary: SUMMARY_MAX, description: 8000, first_time: 1000 }

/** Targets with a name of their own: "link.Facebook", "translations.cy.name". */
function freeTarget(name: string): Target | undefined {
  const [head, ...rest] = name.split('.')
  const label = rest.join('.')
  if (head === 'link' && label !== '')
    return {
      check: webAddress,
      put: (draft, url) => {
        draft.fields.links = [...((draft.fields.links as object[] | undefined) ?? []), { label, url }]
      },
    }
  const max = name.startsWith('translations.cy.') ? WELSH[rest[1] ?? ''] : undefined
  if (max === undefined) return undefined
  return {
    check: words(max),
    put: (draft, value) => {
      const said = draft.fields.translations as { cy: object } | undefined
      draft.fields.translations = { cy: { ...said?.cy, [rest[1] ?? '']: value } }
    },
  }
}

export function targetsOf(taxonomy: Taxonomy): Targets {
  const fixed = new Map(Object.entries(fixedTargets(taxonomy)))
  return (name) => fixed.get(name) ?? freeTarget(name)
}
