/** What each part of a service becomes in a listing. */
import { describe, expect, test } from 'vitest'
import { readTaxonomy } from '../../../src/app/read-taxonomy.ts'
import { draftOf, mappingOf } from '../../../src/imports/open-referral/service.ts'
import type { FieldName } from '../../../src/listings/listing.ts'
import { NOW } from '../../fixtures.ts'
import { HANGS_MS } from '../../patience.ts'

const AREAS = [
  { code: 'E08000009', name: 'Trafford' },
  { code: 'E05000829', name: 'Priory' },
  { code: 'E05000001', name: 'Village' },
  { code: 'E05000002', name: 'Village' },
]
const mapping = mappingOf(
  readTaxonomy(),
  AREAS.map((area) => ({ ...area, kind: 'ward', lat: 0, lng: 0, box: [0, 0, 0, 0], outline: '' })),
  NOW,
)
/** What a service with these parts makes of a draft. */
const made = (parts: object) => draftOf({ id: 'a', name: 'Kettle On', ...parts }, 1, mapping)
const fields = (parts: object) => made(parts).fields
/** Those of the fields that are asked about, absent ones too. */
const asked = (parts: object, about: object): object =>
  Object.fromEntries(Object.keys(about).map((name) => [name, fields(parts)[name as FieldName]]))
const said = (parts: object): string[] =>
  made(parts).problems.map(({ field, value, problem, did }) => `${field} "${value}" ${problem}: ${did}`)
const at = (location: object, here: object = {}): object => ({ ...here, location })
const hall = {
  name: 'Hall',
  addresses: [{ address_1: '1 School Road', city: 'Sale', postal_code: 'M33 2AA' }],
}

test.each<[string, object, object]>([
  ['HTML and entities', { name: '<b>Tea &amp; talk</b>', description: '<p>One</p><p>Two&nbsp;three</p><script>x()</script>' }, { name: 'Tea & talk', description: 'One\nTwo three' }],
  ['an alert', { description: 'Tea.', alert: 'Closed in August.' }, { description: 'Tea.\n\nClosed in August.', summary: 'Tea.' }],
  ['broken characters', { name: 'Te\ud800a\0 room' }, { name: 'Te\ufffda room' }],
  ['ages', { minimum_age: 16, maximum_age: '25.0' }, { audience: { age_from: 16, age_to: 25 } }],
  ['ages without a limit', { minimum_age: 0, maximum_age: 120 }, { audience: undefined }],
  ['ages of the older dialect', { eligibilitys: [{ minimum_age: 5, maximum_age: 8, eligibility: 'Five to eight' }] }, { audience: { age_from: 5, age_to: 8 }, eligibility: 'Five to eight' }],
  ['who may come', { eligibility_description: 'Carers' }, { eligibility: 'Carers' }],
  ['one price', { cost_options: [{ option: 'Members', amount: 2.5, amount_description: 'a session' }] }, { cost: { kind: 'paid', amount_pence: 250, words: 'Members: £2.50 a session' } }],
  ['no price', { cost_options: [{ amount: 0 }] }, { cost: { kind: 'free', amount_pence: 0, words: 'free' } }],
  ['two prices', { cost_options: [{ option: 'A', amount: 2 }, { option: 'B', amount: 3 }] }, { cost: { kind: 'paid', words: 'A: £2; B: £3' } }],
  ['a price that is over', { cost_options: [{ amount: 2, valid_to: '2022-12-31' }] }, { cost: undefined }],
  ['a price in euro', { cost_options: [{ amount: 2, currency: 'eur' }] }, { cost: { kind: 'paid', words: '2 EUR' } }],
  ['fees in words', { fees_description: 'Free' }, { cost: { kind: 'free', words: 'Free' } }],
  ['languages', { languages: [{ code: 'ur' }, { name: 'Polish' }, { id: 'x' }] }, { languages: ['ur', 'pl'] }],
  ['how to join, and the wait', { application_process: 'Ring us', wait_time: '2 weeks' }, { join: { words: 'Ring us\nWaiting time: 2 weeks', ways: [], referral_by: [] } }],
  ['what to bring', { required_documents: [{ document: 'A passport' }] }, { first_time: 'Bring: A passport' }],
  ['links', { url: 'example.org', additional_urls: [{ label: 'Facebook', url: 'https://facebook.com/x' }, { url: 'javascript:alert(1)' }] }, { website: 'https://example.org', links: [{ label: 'Facebook', url: 'https://facebook.com/x' }] }],
  ['terms by their address', { attributes: [{ taxonomy_term: { id: 'x', term_uri: 'https://id.esd.org.uk/service/298' } }] }, { needs: ['carers-support'], kinds: ['carers-service'] }],
  ['terms too wide to mean one of ours', { attributes: [{ taxonomy_term: { term_uri: 'http://id.esd.org.uk/need/69', name: 'Isolation and more' } }] }, { needs: undefined }],
  ['terms by their code', { attributes: [{ taxonomy_term: { code: '1309', taxonomy: 'openEligibility' } }] }, { needs: ['someone-to-talk-to'] }],
  ['terms by their name', { attributes: [{ taxonomy_term: { name: 'Food bank' } }] }, { kinds: ['food-bank'] }],
  ['terms of the older dialect', { service_taxonomys: [{ taxonomy: { id: 'x', name: 'Bereavement' } }] }, { needs: ['bereavement'] }],
  ['terms nobody knows', { attributes: [{ taxonomy_term: { name: 'Whatsit' } }] }, { needs: undefined }],
  ['a service that stopped', { status: 'defunct' }, { status: 'ended' }],
  ['a service that rests', { status: 'inactive' }, { status: 'paused' }],
  ['a service that is closed for a while', { status: 'temporarily closed' }, { status: 'paused' }],
  ['a service that runs', { status: 'active' }, { status: undefined }],
  ['a district by name', { service_areas: [{ name: 'Trafford Borough' }] }, { catchment: { kind: 'areas', codes: ['E08000009'], names: ['Trafford Borough'] } }],
  ['wards by code', { service_areas: [{ name: 'Two wards', extent: 'E05000829, E05000830' }] }, { catchment: { kind: 'areas', codes: ['E05000829', 'E05000830'], names: ['Two wards'] } }],
  ['a whole country', { service_areas: [{ name: 'England' }] }, { catchment: { kind: 'country', code: 'GB-ENG' } }],
  ['an area of a name that two have', { service_areas: [{ name: 'Village' }] }, { catchment: undefined, eligibility: 'Area served: Village' }],
  ['areas of which one is not known', { service_areas: [{ name: 'Trafford' }, { name: 'Over the hill' }] }, { catchment: undefined, eligibility: 'Area served: Trafford; Over the hill' }],
  ['access', { service_at_locations: [at({ ...hall, accessibility: [{ description: 'Step free', details: 'Ramp at the back' }] })] }, { access: ['step-free'], access_words: 'Step free Ramp at the back' }],
  ['nothing of how', { service_at_locations: [at(hall)] }, { how: undefined }],
  ['only online', { service_at_locations: [at({ location_type: 'virtual', name: 'Zoom' })] }, { how: ['online'] }],
  ['a hall and a video link', { schedules: [{ attending_type: 'By video' }], service_at_locations: [at(hall)] }, { how: ['in-person', 'video'] }],
])('%s', (_, parts, expected) => {
  expect(asked(parts, expected)).toMatchObject(expected)
}) // prettier-ignore

describe('places', () => {
  test('are those that people go to, each once', () => {
    const draft = made({
      service_at_locations: [
        at({ ...hall, location_type: 'physical', latitude: '53.42', longitude: -2.32 }),
        at({ name: 'Post box', location_type: 'postal', addresses: [{ address_1: 'PO Box 1' }] }),
        at({ name: 'Zoom', location_type: 'virtual' }),
        at({ ...hall, location_type: 'physical', latitude: '53.42', longitude: -2.32 }),
        at({ name: 'Library' }),
      ],
    })
    expect(draft.place).toEqual({ name: 'Hall', address: '1 School Road', town: 'Sale', postcode: 'M33 2AA', lat: 53.42, lng: -2.32 })
    expect(draft.more).toEqual([{ name: 'Library' }])
  }) // prettier-ignore

  test('have the address people go to, and no name of whom to ask for', () => {
    const addresses = [
      { address_1: 'PO Box 1', address_type: 'postal' },
      { attention: 'Ann Persona', address_1: '2 Hill', address_type: 'physical' },
    ]
    const draft = made({ locations: [{ addresses }] })
    expect(draft.place).toEqual({ address: '2 Hill' })
    expect(JSON.stringify(draft)).not.toContain('Persona')
  })

  test('of the older dialect may be hidden', () => {
    const location = { name: 'Refuge', physical_addresses: [{ address1: '1 Road', postal_code: 'M33 2AA' }] }
    expect(made({ hide_address: true, service_at_locations: [at(location)] }).place).toMatchObject({
      address: '1 Road',
      masked: true,
    })
  })
})

describe('contacts', () => {
  const person = { name: 'Ann Persona', title: 'Referrals', email: 'referrals@example.org', phones: [{ number: '0161 496 0001' }] }
  test.each<[string, object, object]>([
    ['a telephone', { phones: [{ type: 'fax', number: '0161 496 0009' }, { number: '"+44 161 496 0001"', extension: 12, description: 'Mornings' }] }, { phone: { number: '0161 496 0001', hours: 'extension 12; Mornings', visible: true } }],
    ['a role', { contacts: [person] }, { contacts: [{ role: 'Referrals', phone: { number: '0161 496 0001', visible: true }, email: { address: 'referrals@example.org', visible: true } }] }],
    ['a telephone of a contact where there is no other', { contacts: [person] }, { phone: { number: '0161 496 0001' } }],
    ['a telephone of the group where there is no other', { organization: { name: 'G', phones: [{ number: '01614960002' }] } }, { phone: { number: '0161 496 0002' } }],
    ['a mobile of somebody', { contacts: [{ ...person, phones: [{ number: '07700 900123' }] }] }, { phone: undefined, contacts: [{ role: 'Referrals', phone: { number: '07700 900123', visible: false } }] }],
    ['an address that is somebody’s own', { contacts: [{ ...person, email: 'ann@example.org' }], email: 'ann@example.org' }, { email: { address: 'ann@example.org', visible: false }, contacts: [{ email: { address: 'ann@example.org', visible: false } }] }],
    ['an address of somebody named like the group', { contacts: [{ name: 'Ann Kettle', email: 'kettle@example.org' }] }, { email: { address: 'kettle@example.org', visible: false } }],
    ['an address of a role', { email: 'info@example.org' }, { email: { address: 'info@example.org', visible: true } }],
    ['a contact without a role', { contacts: [{ ...person, title: '' }] }, { contacts: undefined }],
    ['a contact whose role is their name', { contacts: [{ ...person, title: 'Ann Persona, lead' }] }, { contacts: undefined }],
  ])('%s', (_, parts, expected) => {
    expect(asked(parts, expected)).toMatchObject(expected)
    expect(JSON.stringify(made(parts))).not.toContain('Persona')
  })
}) // prettier-ignore

describe('the group', () => {
  const of = (identifiers: object[]) => made({ organization: { name: 'Friends', organization_identifiers: identifiers } })
  test.each<[object, string[] | undefined]>([
    [{ identifier_scheme: 'GB-COH', identifier: '738693' }, ['GB-COH-00738693']],
    [{ identifier_scheme: 'GB-CHC', identifier: '1052551' }, ['GB-CHC-1052551']],
    [{ identifier: 'GB-SC-SC012345' }, ['GB-SC-SC012345']],
    [{ identifier_type: 'Company number', identifier: '01234567' }, ['GB-COH-01234567']],
    [{ identifier_type: 'Charity number', identifier: 1052551 }, ['GB-CHC-1052551']],
    [{ identifier_type: 'Our own', identifier: '17' }, undefined],
    [{ identifier_scheme: 'GB-COH', identifier: 'none' }, undefined],
  ])('%j is %j', (identifier, ids) => {
    expect(of([identifier]).group).toEqual({ name: 'Friends', ...(ids && { org_ids: ids }) })
  })
}) // prettier-ignore

describe('checked and counted', () => {
  test.each<[string, string | null]>([
    ['2026-05-03', '2026-05-03'],
    ['2026-05-03T09:00:00Z', '2026-05-03'],
    ['2027-01-01', null],
    ['1989-12-31', null],
    ['yesterday', null],
  ])('assured %s: %s', (assured_date, checkedOn) => {
    expect(made({ assured_date, last_modified: '2026-11-01T09:00:00Z' }).checkedOn).toBe(checkedOn)
  })
  test('a program that touched it confirms nothing', () => {
    expect(made({ last_modified: '2026-11-01T09:00:00Z' }).checkedOn).toBe(null)
  })

  const counted = '2026-11-20T14:23:06.5+01:00'
  const then = '2026-11-20T13:23:06.500Z'
  test.each<[string, object[], object | null]>([
    ['some free', [{ available: 3, maximum: 10, updated: counted }], { state: 'open', at: then }],
    ['none free', [{ available: 0, maximum: 10, updated: counted }], { state: 'full', at: then }],
    ['some free of one kind', [{ available: 0, updated: counted }, { available: 1, updated: counted }], { state: 'open', at: then }],
    ['an older count', [{ available: 0, updated: counted }, { available: 1, updated: '2026-01-01T09:00:00Z' }], { state: 'full', at: then }],
    ['more free than there are', [{ available: 12, maximum: 10, updated: counted }], { state: 'open', at: then }],
    ['nobody knows when', [{ available: 3 }], null],
    ['counted tomorrow', [{ available: 3, updated: '2026-12-24T09:00:00Z' }], null],
    ['fewer than none', [{ available: -1, updated: counted }], null],
    ['how many there could be', [{ maximum: 10, updated: counted }], null],
  ])('%s', (_, capacities, room) => expect(made({ capacities }).room).toEqual(room)) // prettier-ignore

  test('what cannot be is said', () => {
    expect(said({ capacities: [{ available: 12, maximum: 10, updated: counted }], status: 'maybe', assured_date: '3000-01-01' })).toEqual([
      'status "maybe" is none of active, inactive, temporarily closed, defunct: left out',
      'assured_date "3000-01-01" is not a day on which it can have been checked: left out',
      'capacities "12 of 10" more are available than there can be: kept as "has room"',
    ])
  }) // prettier-ignore
})

test.each<[string, object]>([
  ['everything is null', { description: null, status: null, organization: null, service_at_locations: null, contacts: null, minimum_age: null }],
  ['everything is text', { organization: 'x', service_at_locations: 'x', schedules: 'x', contacts: 'x', phones: 'x', languages: 'x', capacities: 'x', attributes: 'x', minimum_age: 'x' }],
  ['everything is a list', { description: [], status: [], organization: [], url: [], email: [], minimum_age: [], fees: [] }],
  ['everything is a number', { description: 1, status: 2, organization: 3, url: 4, email: 5, schedules: 6, service_areas: 7 }],
  ['lists hold nothing of use', { service_at_locations: [null, 1, 'x', [], {}], schedules: [null, {}], contacts: [{}], phones: [{}], cost_options: [{}], service_areas: [{}], capacities: [{}], attributes: [{}, { taxonomy_term: {} }] }],
  ['names are those of objects', JSON.parse('{"__proto__":{"name":"x"},"constructor":{"name":"y"},"status":"__proto__","toString":"z","organization":{"__proto__":{"name":"p"}},"languages":[{"code":"constructor"}],"service_areas":[{"name":"constructor"}]}') as object],
  ['words are a million long', { description: 'word '.repeat(1_000_000), name: 'n'.repeat(1_000_000), url: 'http://'.repeat(100_000), email: 'a@'.repeat(500_000), service_areas: [{ name: 'E0'.repeat(100_000) }], schedules: [{ byday: 'MO,'.repeat(300_000) }] }],
  ['tags never close', { description: '<'.repeat(100_000), fees: '<script>'.repeat(20_000) }],
])('no harm is done where %s', (_, parts) => {
  const begun = performance.now()
  const draft = made(parts)
  expect(performance.now() - begun).toBeLessThan(HANGS_MS)
  expect(typeof draft.fields.name).toBe('string')
  expect(String(draft.fields.name).length).toBeLessThanOrEqual(200)
  expect(JSON.stringify(draft).length).toBeLessThan(40_000)
  expect(({} as { name?: string }).name).toBeUndefined()
}) // prettier-ignore
