/** Profiles as a whole: rows they leave out or end, what is wrong with them, and those that come with the program. */
import { describe, expect, test } from 'vitest'
import { inRoot } from '../../src/app/root.ts'
import { loadProfile, profileNames } from '../../src/imports/load-profile.ts'
import { compile } from '../../src/imports/mapping/compile.ts'
import { targetsOf } from '../../src/imports/mapping/targets.ts'
import { columnName } from '../../src/imports/reading/layout.ts'
import { readRow, taxonomy, TODAY } from './read-row.ts'

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
  ])('%s', (_, cells, over, said) => expect(readRow(cells, {}, over)).toEqual(said))
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
  ])('%s', (_, fields, why) => expect(() => readRow({}, fields)).toThrow(why))
})

test('a missing column refuses the file and says which there are', () =>
  expect(() => readRow({}, {}, { required: ['name', 'postcode'] })).toThrow(
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
