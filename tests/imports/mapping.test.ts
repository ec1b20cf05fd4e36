/** Cells of a row, each through its rule: one row in, what it says out. */
import { expect, test } from 'vitest'
import { readRow } from './read-row.ts'

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
    { audience: { age_from: 16, age_to: 25, communities: [], conditions: [] } },
  ],
  [
    'ages the wrong way round',
    { a: '25', b: '16' },
    { 'audience.age_from': { from: 'a' }, 'audience.age_to': { from: 'b' } },
    {
      audience: { communities: [], conditions: [] },
      problems: [['audience', '25 to 16', 'the ages are the wrong way round']],
    },
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
      problems: [['email', '…@example.org', 'may be a person’s own address']],
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
])('%s', (_, cells, fields, said) => expect(readRow(cells, fields)).toEqual(said))
