/** Profiles at work: one row in, what it says out. */
import { describe, expect, test } from 'vitest'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { inRoot } from '../../src/app/root.ts'
import { compile } from '../../src/imports/mapping/compile.ts'
import { loadProfile, profileNames } from '../../src/imports/load-profile.ts'
import { targetsOf } from '../../src/imports/mapping/targets.ts'
import { columnName } from '../../src/imports/reading/layout.ts'
import { plain } from './workshop.ts'

const taxonomy = readTaxonomy().lists
const TODAY = '2026-11-22'

/** Reads one row of named cells with a profile that has these fields besides the name. */
function read(cells: { [column: string]: string }, fields: object, over: object = {}) {
  const all = { name: 'Kettle On', ...cells }
  const columns = Object.keys(all)
  const profile = plain({
    required: ['name'],
    key: { columns: ['name'] },
    fields: { name: { from: 'name' }, ...fields },
    ...over,
  })
  const batches = (async function* () {})()
  const reader = compile(profile, { file: 'list.csv', columns, loose: false, batches }, taxonomy, TODAY)
  const meaning = reader.read({ row: 2, cells: Object.values(all) })
  if (meaning.is !== 'listing') return meaning
  const { fields: said, place, group, problems, checkedOn } = meaning.draft
  const { name: _, ...rest } = said
  return {
    ...rest,
    ...(Object.keys(place).length ? { place } : {}),
    ...(Object.keys(group).length ? { group } : {}),
    ...(checkedOn === null ? {} : { checkedOn }),
    ...(problems.length
      ? { problems: problems.map(({ field, value, problem }) => [field, value, problem]) }
      : {}),
  }
}

const MAP = { 'food bank': ['food-help'], 'youth*': ['youth-activities'], none: null }
test.each<[string, { [column: string]: string }, object, object]>([
  [
    'a column',
    { about: ' Tea\u00a0and talk ' },
    { description: { from: 'about' } },
    { description: 'Tea and talk', summary: 'Tea and talk' },
  ],
  ['a spelling of nothing', { about: 'N/A' }, { description: { from: 'about' } }, {}],
  [
    'the first of several',
    { a: '', b: 'B', c: 'C' },
    { eligibility: { from: { first_of: ['a', 'b', 'c'] } } },
    { eligibility: 'B' },
  ],
  [
    'several together',
    { a: '1 High Street,', b: 'NA', c: 'Sale' },
    { 'place.address': { from: { join: ['a', 'b', 'c'] } } },
    { place: { address: '1 High Street, Sale' } },
  ],
  [
    'a template',
    { town: 'Sale' },
    { summary: { from: { template: 'Hub in {town}' } } },
    { summary: 'Hub in Sale' },
  ],
  ['a template without its column', { town: '' }, { summary: { from: { template: 'Hub in {town}' } } }, {}],
  ['a constant', {}, { kinds: { from: { value: ['library'] } } }, { kinds: ['library'] }],
  [
    'a default',
    { fee: '' },
    { 'cost.kind': { from: 'fee', map: { yes: 'paid' }, default: 'free' } },
    { cost: { kind: 'free' } },
  ],
  ['a map, any case', { type: 'FOOD Bank' }, { needs: { from: 'type', map: MAP } }, { needs: ['food-help'] }],
  [
    'a pattern',
    { type: 'Youth club (8 to 12)' },
    { needs: { from: 'type', map: MAP } },
    { needs: ['youth-activities'] },
  ],
  [
    'several in one cell',
    { type: 'food bank; youth club' },
    { needs: { from: 'type', split: ';', map: MAP } },
    { needs: ['food-help', 'youth-activities'] },
  ],
  ['mapped to nothing', { type: 'None' }, { needs: { from: 'type', map: MAP } }, {}],
  [
    'not in the map',
    { type: 'Choir' },
    { needs: { from: 'type', map: MAP } },
    { problems: [['needs', 'Choir', 'has no meaning in the profile']] },
  ],
  [
    'an unknown need',
    { type: 'tea' },
    { needs: { from: 'type' } },
    { problems: [['needs', 'tea', '"tea" is no need']] },
  ],
  [
    'money',
    { fee: '£2.50' },
    { 'cost.amount_pence': { from: 'fee', transforms: ['money'] } },
    { cost: { amount_pence: 250, kind: 'paid' } },
  ],
  [
    'nothing to pay',
    { fee: '£0' },
    { 'cost.amount_pence': { from: 'fee', transforms: ['money'] } },
    { cost: { amount_pence: 0, kind: 'free' } },
  ],
  [
    'free in words',
    { fee: 'Free' },
    { 'cost.words': { from: 'fee' } },
    { cost: { kind: 'free', words: 'Free' } },
  ],
  [
    'a price in words',
    { fee: '£2 a time' },
    { 'cost.words': { from: 'fee' } },
    { cost: { kind: 'paid', amount_pence: 200, words: '£2 a time' } },
  ],
  [
    'two prices',
    { fee: '£2, children £1' },
    { 'cost.words': { from: 'fee' } },
    { cost: { kind: 'paid', words: '£2, children £1' } },
  ],
  [
    'a donation',
    { fee: 'Free, donations welcome' },
    { 'cost.words': { from: 'fee' } },
    { cost: { kind: 'donation', words: 'Free, donations welcome' } },
  ],
  [
    'free for some',
    { fee: 'Free for carers' },
    { 'cost.words': { from: 'fee' } },
    { problems: [['cost', 'Free for carers', 'does not say whether it is free']] },
  ],
  [
    'ages',
    { a: '16', b: '25' },
    { 'audience.age_from': { from: 'a' }, 'audience.age_to': { from: 'b' } },
    { audience: { age_from: 16, age_to: 25 } },
  ],
  [
    'ages the wrong way round',
    { a: '25', b: '16' },
    { 'audience.age_from': { from: 'a' }, 'audience.age_to': { from: 'b' } },
    { audience: {}, problems: [['audience', '25 to 16', 'the ages are the wrong way round']] },
  ],
  [
    'no age',
    { a: 'all' },
    { 'audience.age_from': { from: 'a' } },
    { problems: [['audience.age_from', 'all', 'is not a whole number from 0 to 120']] },
  ],
  [
    'a telephone',
    { t: '01614960000' },
    { 'phone.number': { from: 't', transforms: ['phone'] } },
    { phone: { number: '0161 496 0000', visible: true } },
  ],
  [
    'a broken telephone',
    { t: '0161' },
    { 'phone.number': { from: 't', transforms: ['phone'] } },
    { problems: [['phone.number', '0161', 'is not a UK telephone number']] },
  ],
  [
    'a role address',
    { e: 'mailto:info@example.org' },
    { 'email.address': { from: 'e', transforms: ['email'] } },
    { email: { address: 'info@example.org', visible: true } },
  ],
  [
    'somebody’s own address',
    { e: 'jo.bloggs@example.org' },
    { 'email.address': { from: 'e', transforms: ['email'] } },
    {
      email: { address: 'jo.bloggs@example.org', visible: false },
      problems: [['email', 'jo.bloggs@example.org', 'may be a person’s own address']],
    },
  ],
  [
    'one cell for both',
    { c: 'info@example.org\n0161 496 0000' },
    {
      'phone.number': { from: 'c', transforms: ['find-phone'] },
      'email.address': { from: 'c', transforms: ['find-email'] },
    },
    {
      phone: { number: '0161 496 0000', visible: true },
      email: { address: 'info@example.org', visible: true },
    },
  ],
  [
    'a script for a website',
    { w: 'javascript:alert(1)' },
    { website: { from: 'w', transforms: ['url'] } },
    { problems: [['website', 'javascript:alert(1)', 'is not a web address']] },
  ],
  [
    'a script without the transform',
    { w: 'javascript:alert(1)' },
    { website: { from: 'w' } },
    { problems: [['website', 'javascript:alert(1)', 'is not a web address']] },
  ],
  [
    'a link with a label',
    { f: 'facebook.com/kettle' },
    { 'link.Facebook': { from: 'f' } },
    { links: [{ label: 'Facebook', url: 'https://facebook.com/kettle' }] },
  ],
  [
    'Welsh',
    { enw: 'Tegell' },
    { 'translations.cy.name': { from: 'enw' } },
    { translations: { cy: { name: 'Tegell' } } },
  ],
  [
    'a group with its number',
    { o: 'Kettle Friends', n: 'GB-CHC-1234567' },
    { 'group.name': { from: 'o' }, 'group.org_id': { from: 'n' } },
    { group: { name: 'Kettle Friends', org_ids: ['GB-CHC-1234567'] } },
  ],
  [
    'degrees with a comma',
    { a: '53,42', b: '-2,31' },
    { 'place.lat': { from: 'a' }, 'place.lng': { from: 'b' } },
    { place: { lat: 53.42, lng: -2.31 } },
  ],
  [
    'HTML',
    { a: '<p>Tea &amp; talk</p>' },
    { first_time: { from: 'a', transforms: ['strip-html'] } },
    { first_time: 'Tea & talk' },
  ],
  [
    'words too long',
    { a: 'x'.repeat(1100) },
    { eligibility: { from: 'a' } },
    {
      eligibility: `${'x'.repeat(999)}…`,
      problems: [['eligibility', `${'x'.repeat(120)}…`, 'is 1,100 characters long, 1,000 fit']],
    },
  ],
])('%s', (_, cells, fields, said) => expect(read(cells, fields)).toEqual(said))

describe('rows', () => {
  test.each<[string, { [column: string]: string }, object, object]>([
    ['skipped by value', { type: 'Pitch' }, { skip: [{ column: 'type', is: ['pitch'] }] }, { is: 'skipped' }],
    ['skipped where empty', { type: 'NA' }, { skip: [{ column: 'type', empty: true }] }, { is: 'skipped' }],
    [
      'skipped unless wanted',
      { type: 'slipway' },
      { skip: [{ column: 'type', not_in: ['park'] }] },
      { is: 'skipped' },
    ],
    ['wanted', { type: 'Park' }, { skip: [{ column: 'type', not_in: ['park'] }] }, {}],
    ['ended', { closed: '2011' }, { ended: { column: 'closed' } }, { status: 'ended' }],
    [
      'ended by a word',
      { state: 'Removed' },
      { ended: { column: 'state', is: ['removed'] } },
      { status: 'ended' },
    ],
    ['not ended', { state: 'open' }, { ended: { column: 'state', is: ['removed'] } }, {}],
    [
      'checked',
      { on: '03/05/2026' },
      { checked: { column: 'on', format: 'dd/mm/yyyy' } },
      { checkedOn: '2026-05-03' },
    ],
    [
      'checked in the future',
      { on: '2027-01-01' },
      { checked: { column: 'on', format: 'iso' } },
      { problems: [['checked', '2027-01-01', 'is not a day on which it can have been checked']] },
    ],
    [
      'checked long before',
      { on: '1900-01-01' },
      { checked: { column: 'on', format: 'iso' } },
      { problems: [['checked', '1900-01-01', 'is not a day on which it can have been checked']] },
    ],
    [
      'without a name',
      { name: ' – ' },
      {},
      {
        is: 'refused',
        problems: [
          { row: 2, field: 'name', value: '', problem: 'there is no name', did: 'left this row out' },
        ],
      },
    ],
  ])('%s', (_, cells, over, said) => expect(read(cells, {}, over)).toEqual(said))
})

describe('a profile that is wrong says so', () => {
  test.each([
    [
      'an unknown target',
      { nmae: { from: 'name' } },
      'The profile fills "nmae", which is no part of a listing.',
    ],
    [
      'an unknown transform',
      { summary: { from: 'name', transforms: ['upside-down'] } },
      'The profile asks for a transform "upside-down" (field "summary"), which does not exist.',
    ],
    [
      'a transform of Object',
      { summary: { from: 'name', transforms: ['constructor'] } },
      'The profile asks for a transform "constructor" (field "summary"), which does not exist.',
    ],
    [
      'a need that is none',
      { needs: { from: { value: ['tea'] } } },
      'The profile\'s field "needs" has a value ["tea"]: "tea" is no need.',
    ],
    [
      'a mapped kind that is none',
      { kinds: { from: 'name', map: { a: ['tea'] } } },
      'The profile\'s field "kinds" has a value ["tea"]: "tea" is no kind.',
    ],
  ])('%s', (_, fields, why) => expect(() => read({}, fields)).toThrow(why))
})

test('a missing column refuses the file and says which there are', () =>
  expect(() => read({}, {}, { required: ['name', 'postcode'] })).toThrow(
    'list.csv has no column "postcode", which the profile needs. It has: name.',
  ))

describe('the profiles that come with the program', () => {
  const folder = inRoot('data', 'profiles')
  test.each(profileNames(folder))(
    '%s fits listings and taxonomy, and gives its licence or says it has none',
    (name) => {
      const it = loadProfile(name, folder)
      const columns = [
        ...new Map([...it.required, ...it.key.columns].map((one) => [columnName(one), one])).values(),
      ]
      const batches = (async function* () {})()
      compile(it, { file: name, columns, loose: true, batches }, taxonomy, TODAY)
      for (const target of Object.keys(it.fields)) expect(targetsOf(taxonomy)(target), target).toBeDefined()
      expect(it.source.licence ?? it.source.attribution).toBeTruthy()
    },
  )
})
