/** The command line: what is understood, and what each command prints and how it exits. */
import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { inRoot } from '../../src/app/root.ts'
import { readCommand } from '../../src/imports/command.ts'
import { guessProfile } from '../../src/imports/guessing/guess.ts'
import { profile } from '../../src/imports/profile.ts'
import { fileOf, HEADER } from './workshop.ts'

const files = { is: 'files', source: undefined, dryRun: false, acceptLoss: false, json: false, now: null }
const source = {
  is: 'source',
  source: undefined,
  dryRun: false,
  acceptLoss: false,
  json: false,
  createDrafts: false,
  since: null,
  now: null,
}
test.each<[string, object]>([
  ['a.csv --profile kent-libraries', { ...files, files: ['a.csv'], profile: 'kent-libraries' }],
  [
    'a.csv b.csv --profile p.json --source my-list --dry-run --json --accept-loss',
    {
      ...files,
      files: ['a.csv', 'b.csv'],
      profile: 'p.json',
      source: 'my-list',
      dryRun: true,
      json: true,
      acceptLoss: true,
    },
  ],
  [
    'a.csv --profile p --now 2026-05-03',
    { ...files, files: ['a.csv'], profile: 'p', now: new Date('2026-05-03T12:00:00Z') },
  ],
  [
    'a.csv --profile p --now 2026-05-03T09:00:00Z',
    { ...files, files: ['a.csv'], profile: 'p', now: new Date('2026-05-03T09:00:00Z') },
  ],
  ['a.csv --guess', { is: 'guess', file: 'a.csv' }],
  ['postcodes ONSPD.csv', { is: 'postcodes', file: 'ONSPD.csv' }],
  ['undo 1234', { is: 'undo', run: '1234', now: null }],
  ['', { is: 'wrong', why: 'There is no file named.' }],
  ['a.csv', { is: 'wrong', why: 'There is no --profile named. To begin one: FILE --guess' }],
  ['a.csv --as 360giving', { ...source, kind: '360giving', at: ['a.csv'] }],
  [
    'a.csv b.csv --as oscr --source scotland --create-drafts --dry-run',
    { ...source, kind: 'oscr', at: ['a.csv', 'b.csv'], source: 'scotland', createDrafts: true, dryRun: true },
  ],
  [
    '--feed https://example.org --source x --since 2026-11-01',
    { ...source, kind: 'open-referral', at: ['https://example.org'], source: 'x', since: '2026-11-01' },
  ],
  ['--due', { is: 'due', dryRun: false, json: false, now: null }],
  [
    '--due --source hubs --accept-loss --by desk',
    { is: 'due', source: 'hubs', acceptLoss: true, by: 'desk' },
  ],
  [
    '--due --accept-loss',
    { is: 'wrong', why: '--accept-loss goes with one source: --due --source ID --accept-loss.' },
  ],
  ['--due --by magic', { is: 'wrong', why: '--by goes with --due, and is one of hand, due, desk.' }],
  ['--due a.csv', { is: 'wrong', why: '--due takes no file.' }],
  [
    '--feed https://example.org',
    { is: 'wrong', why: '--feed needs a --source: what this feed is called here.' },
  ],
  [
    'a.csv --feed https://example.org --source x',
    { is: 'wrong', why: '--feed takes one address or folder, and no file.' },
  ],
  [
    'a.csv --as 360giving --profile p',
    { is: 'wrong', why: 'One of --profile, --as, --feed and --due at a time.' },
  ],
  [
    'a.csv --as 360giving --create-drafts',
    {
      is: 'wrong',
      why: '--create-drafts goes with charity-commission, charity-commission-legacy, oscr, ccni.',
    },
  ],
  ['a.csv --as oscr --since 2026-11-01', { is: 'wrong', why: '--since goes with --feed.' }],
  [
    '--feed f --source x --since 1/11/2026',
    { is: 'wrong', why: '--since "1/11/2026" is not a date such as 2026-11-22.' },
  ],
  [
    'a.csv --profile p --now tomorrow',
    { is: 'wrong', why: '--now "tomorrow" is not a date such as 2026-11-22.' },
  ],
  [
    'a.csv --profile p --now 2026-02-30',
    { is: 'wrong', why: '--now "2026-02-30" is not a date such as 2026-11-22.' },
  ],
  [
    'a.csv --profile p --source My_List',
    { is: 'wrong', why: '--source "My_List" is not an id of small letters, digits and dashes.' },
  ],
  ['a.csv --profil p', { is: 'wrong', why: "Unknown option '--profil'" }],
  ['corrections my-list', { is: 'corrections', source: 'my-list', file: null }],
  ['corrections my-list back.csv', { is: 'corrections', source: 'my-list', file: 'back.csv' }],
  ['corrections', { is: 'wrong', why: '"corrections" takes the id of one source, and a file to write to.' }],
  ['undo', { is: 'wrong', why: '"undo" takes one run.' }],
  ['postcodes a b', { is: 'wrong', why: '"postcodes" takes one file.' }],
])('npm run import -- %s', (line, command) =>
  expect(readCommand(line.split(' ').filter((word) => word !== ''))).toMatchObject(command),
)

describe('the script', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-command-'))
  const layout = join(folder, 'layout.json')
  writeFileSync(
    layout,
    JSON.stringify({
      source: { id: 'my-list', name: 'My list' },
      required: ['name', 'postcode'],
      key: { columns: ['name', 'postcode'] },
      fields: { name: { from: 'name' }, 'place.postcode': { from: 'postcode' } },
    }),
  )
  const list = fileOf(`${HEADER}\nKettle On,Tea,M33 2AB,,\n,x,M33 2AD,,\n`)
  type Ran = { code: number; stdout: string; stderr: string }
  const run = (...args: string[]): Promise<Ran> =>
    promisify(execFile)(process.execPath, [inRoot('scripts', 'import.ts'), ...args], {
      env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '', DEMO: '0' },
    }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: Ran) => ({ code: error.code, stdout: error.stdout, stderr: error.stderr }),
    )

  test('--json prints the report alone; again, for people; then it is taken back', async () => {
    const first = await run(list, '--profile', layout, '--json', '--now', '2026-11-22')
    const report = JSON.parse(first.stdout)
    expect([first.code, first.stderr, report.state, report.listings.added, report.listings.refused]).toEqual([
      0,
      '',
      'applied',
      1,
      1,
    ])
    const second = await run(list, '--profile', layout)
    expect(second.code).toBe(0)
    expect(second.stdout).toContain(
      'my-list: 2 rows read.\n  0 were added, 0 changed, 1 are as before.\n  1 refused.',
    )
    expect(second.stdout).toContain('row 3, name: there is no name; left this row out')
    const back = await run('undo', report.run)
    expect([back.code, back.stdout]).toEqual([0, `Run ${report.run} is taken back: 1 listing changed.\n`])
  })

  test.each<[string, string[], number, string]>([
    ['a wrong option', ['--profil'], 2, "Unknown option '--profil'"],
    [
      'a file that is not there',
      ['/no/such.csv', '--profile', layout],
      1,
      'There is no file /no/such.csv.\n',
    ],
    [
      'a profile that is not there',
      [list, '--profile', 'nobody'],
      1,
      'There is no profile "nobody". There are: ',
    ],
    [
      'a column that is not there',
      [fileOf('a,b\n1,2'), '--profile', layout],
      1,
      'list.csv has no columns "name", "postcode", which the profile needs. It has: a, b.\n',
    ],
    ['an unknown run', ['undo', 'nobody'], 1, 'There is no run "nobody".\n'],
    ['an unknown source', ['corrections', 'nobody'], 1, 'There is no source "nobody".\n'],
  ])('%s', async (_, args, code, why) => {
    const ran = await run(...args)
    expect([ran.code, ran.stdout, ran.stderr.slice(0, why.length)]).toEqual([code, '', why])
  })
})

test('a guessed profile can be used at once', async () => {
  const text = [
    'Ref,Group Name,Contact Name,About us,Venue,Post Code,Phone number,E-mail,Web,Opening times,Lat,Long',
    '1,Kettle On,A Person,Tea and talk,Hall,M33 2AB,0161 496 0001,info@example.org,example.org,Tuesday 10am-12pm,53.42,-2.31',
    '2,Sale Singers,B Person,Songs,Hall,M33 3BB,0161 496 0002,info@example.org,example.org,Monday 1pm-2pm,53.43,-2.32',
  ].join('\n')
  const guessed = profile.parse(await guessProfile(fileOf(text, 'My List 2026.csv')))
  expect(guessed.source.id).toBe('my-list-2026')
  expect(guessed.key.columns).toEqual(['Ref'])
  expect(
    Object.fromEntries(Object.entries(guessed.fields).map(([target, { from }]) => [target, from])),
  ).toEqual({
    name: 'Group Name',
    description: 'About us',
    'place.name': 'Venue',
    'place.postcode': 'Post Code',
    'phone.number': 'Phone number',
    'email.address': 'E-mail',
    website: 'Web',
    times_words: 'Opening times',
    'place.lat': 'Lat',
    'place.lng': 'Long',
  })
  expect(guessed.$about).toContain('Not used: Ref, Contact Name.')
})

test('columns without telling names are known by their values; GeoJSON by its shape', async () => {
  const csv = profile.parse(
    await guessProfile(
      fileOf(
        'name,a,b,c\nKettle,M33 2AB,0161 496 0001,www.example.org\nSing,M33 3BB,0161 496 0002,www.example.org\n',
      ),
    ),
  )
  expect(csv.fields).toMatchObject({
    'place.postcode': { from: 'a' },
    'phone.number': { from: 'b' },
    website: { from: 'c' },
  })
  const feature = {
    type: 'Feature',
    id: 'node/1',
    properties: { name: 'Park', 'addr:postcode': 'M33 2AB' },
    geometry: { type: 'Point', coordinates: [-2.3, 53.4] },
  }
  const json = profile.parse(
    await guessProfile(
      fileOf(JSON.stringify({ type: 'FeatureCollection', features: [feature] }), 'parks.geojson'),
    ),
  )
  expect(json).toMatchObject({
    format: 'geojson',
    key: { columns: ['@id'] },
    fields: {
      name: { from: 'name' },
      'place.postcode': { from: 'addr:postcode' },
      'place.lat': { from: '@lat' },
    },
  })
})

test('weekday columns, address lines and an end are seen', async () => {
  const header =
    'Library name,Address 1,Address 2,Postcode,Year closed,Monday hours,Tuesday hours,Wednesday hours,Thursday hours,Friday hours'
  const guessed = profile.parse(
    await guessProfile(fileOf(`${header}\nSale Library,1 High Street,Sale,M33 2AB,,09:00-17:00,,,,\n`)),
  )
  expect(guessed).toMatchObject({
    fields: { 'place.address': { from: { join: ['Address 1', 'Address 2'] } } },
    weekdays: [
      {
        mo: 'Monday hours',
        tu: 'Tuesday hours',
        we: 'Wednesday hours',
        th: 'Thursday hours',
        fr: 'Friday hours',
      },
    ],
    ended: { column: 'Year closed' },
  })
  expect(guessed.$about).toContain('Not used: nothing.')
})
