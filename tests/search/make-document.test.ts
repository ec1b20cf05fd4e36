/** What the index knows of a listing, and what it must never know. */
import { expect, it } from 'vitest'
import type { Listing } from '../../src/listings/listing.ts'
import { documentOf, settingsOf } from '../../src/search/make-document.ts'
import { makeTaxonomy } from '../../src/listings/taxonomy.ts'
import { known } from '../fixtures.ts'
import { north, RULES } from './listings.ts'

const made = (listing: Partial<Listing>) => documentOf(known({ listing }), RULES)
const everything = (listing: Partial<Listing>) => JSON.stringify(made(listing))

it.each([
  ['draft', null],
  ['ended', null],
  ['published', 'Kettle On'],
  ['paused', 'Kettle On'],
] as const)('a %s listing', (status, name) => {
  expect(made({ status })?.name ?? null).toBe(name)
})

it('keeps a hidden place to its town and an area, and forgets the rest', () => {
  const text = everything({
    places: [
      {
        name: 'Willow Lodge',
        address: '7 Quiet Street',
        town: 'Sale',
        postcode: 'M33 2AB',
        point: { lat: 53.42781, lng: -2.31234 },
        precision: 'exact',
        masked: true,
      },
    ],
  })
  for (const secret of ['Willow', 'Quiet', '2AB', 'M332AB', '53.42781', '-2.31234'])
    expect(text).not.toContain(secret)
  expect(text).toContain('Sale')
})

it('knows no contact of anybody', () => {
  const text = everything({
    contacts: [{ role: 'secretary', email: { address: 'mary.jones@example.org', visible: true } }],
    phone: { number: '0161 496 0123', visible: true },
    email: { address: 'jo@example.org', visible: false },
  })
  for (const secret of ['secretary', 'mary', '0123', 'jo@example']) expect(text).not.toContain(secret)
})

it('has both writings of a postcode, who it is for, and the words of both languages', () => {
  const document = made({
    places: [{ town: 'Sale', postcode: 'M33 2AB', point: { lat: 53.4, lng: -2.3 }, precision: 'postcode' }],
    audience: { gender: 'women', carers: true, communities: ['lgbt'], conditions: ['dementia'] },
    translations: { cy: { summary: 'Paned a sgwrs' } },
    join: { ways: ['referral'], referral_by: ['gp'] },
  })
  expect(document?.place.split('\n')).toEqual(['Sale', 'M33 2AB', 'M332AB'])
  expect(document?.who).toEqual(['women', 'carers', 'lgbt', 'dementia'])
  expect(document?.body).toBe('Paned a sgwrs')
  expect(document?.join).toEqual(['referral', 'gp'])
})

it.each([
  ['meets here', ['in-person'], [1], false],
  ['meets farther away than the usual distance', ['in-person'], [11], true],
  ['meets there and here', ['in-person'], [11, 1], false],
  ['meets there, and comes home', ['in-person', 'home-visit'], [11], false],
  ['says no place', ['in-person'], [], false],
] as const)('knows who has to leave the area of the deployment: %s', (_, how, miles, away) => {
  const places = miles.map((it) => ({ point: north(it), precision: 'exact' as const }))
  expect(made({ how: [...how], places })?.away).toBe(away)
})

it('is found by the names people know who runs it by, which are no part of its own', () => {
  const names = [
    { called: ['Age UK'], also: ['Age Concern'] },
    { called: ['Homestart', 'Home-Start'], also: [] },
  ]
  const taxonomy = makeTaxonomy({ ...RULES.taxonomy.lists, names })
  const knownBy = (name: string, group?: string) =>
    documentOf(known({ listing: { name, group: group ? { id: 'g', name: group } : null } }), {
      ...RULES,
      taxonomy,
    })?.known
  expect(knownBy('Age UK Trafford')).toBe('Age Concern')
  expect(knownBy('Day Club', 'age uk')).toBe('Age Concern')
  expect(knownBy('Homestart')).toBe('Home-Start')
  expect(knownBy('Wage UK')).toBe('')
  expect(settingsOf({ ...RULES, taxonomy })).not.toBe(settingsOf(RULES))
})

it('has other settings where documents would be made otherwise', () => {
  const other = { ...RULES, site: { ...RULES.site, terms: [{ from: '2026-09-01', until: '2026-12-18' }] } }
  expect(settingsOf(RULES)).toBe(settingsOf({ ...RULES }))
  const wider = { ...RULES, site: { ...RULES.site, search: { within_miles: 11 } } }
  const anothers = { ...RULES, directory: 'another' }
  for (const it of [other, wider, anothers]) expect(settingsOf(it)).not.toBe(settingsOf(RULES))
})
