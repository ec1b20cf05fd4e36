/** The site on real publishers' files of a real borough: imported as a person imports them, searched as a person searches. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { inRoot, ROOT } from '../../src/app/root.ts'
import { SOON } from '../patience.ts'
import { realData } from '../real-data.ts'
import { startSite, type Running } from '../site.ts'

const folder = realData()
test.skip(folder === null, 'No real files here. Name their folder in REAL_DATA_DIR.')
test.describe.configure({ mode: 'default' })

const PLACES = [
  'trafford-postcodes/trafford_postcodes.csv',
  'uk-outcodes/outcodes.csv',
  'trafford-boundaries/electoral_ward.geojson',
  'trafford-boundaries/local_authority_district.geojson',
]
const FILES: [file: string, profile: string][] = [
  ['trafford-mental-health/trafford_mental_health_services.csv', 'trafford-mental-health'],
  ['trafford-community-hubs/trafford_community_hubs.csv', 'trafford-community-hubs'],
  ['trafford-sports-clubs/sports_clubs.csv', 'trafford-sports-clubs'],
  ['gm-food-banks/gm_food_banks.csv', 'gm-food-banks'],
]

let site: Running
let dataDir: string

function importFile(args: string[]): void {
  const done = spawnSync(process.execPath, [inRoot('scripts', 'import.ts'), ...args], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: 'utf8',
  })
  expect(done.status, done.stderr).toBe(0)
}

test.beforeAll(async () => {
  test.setTimeout(180_000)
  if (folder === null || !existsSync(folder)) return
  dataDir = mkdtempSync(join(tmpdir(), 'fingerpost-real-'))
  for (const file of PLACES) importFile(['postcodes', join(folder, file)])
  const [last, ...before] = FILES.toReversed()
  for (const [file, profile] of before) importFile([join(folder, file), '--profile', profile])
  site = await startSite({ DEMO: '0', LOG_LEVEL: 'info' }, dataDir)
  // The last one while the site runs: it must show by itself, and the first question wakes the index.
  await fetch(`${site.url}/api/search`)
  if (last) importFile([join(folder, last[0]), '--profile', last[1]])
})

test.afterAll(async () => {
  if (folder === null) return
  await site.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Miles on the arms of the results, "about" ones too; arms that say something else are left out. */
async function milesShown(page: Page): Promise<number[]> {
  const arms = await page.locator('.result .arm').allInnerTexts()
  return arms.flatMap((it) => /([\d.]+)\smiles?/.exec(it)?.[1] ?? []).map(Number)
}

async function searchFor(page: Page, what: string, where: string, within?: string): Promise<string[]> {
  await page.goto(`${site.url}/`)
  await page.locator('main input[name=what]').fill(what)
  await page.locator('main input[name=where]').fill(where)
  await page.getByRole('button', { name: 'Search', exact: true }).first().click()
  if (within !== undefined) {
    await page.locator('select[name=within]').first().selectOption(within)
    await page.getByRole('button', { name: 'Search', exact: true }).first().click()
  }
  return page.locator('.result h2').allInnerTexts()
}

test('what is imported in another terminal shows, and nobody starts anything again', async () => {
  const total = async () =>
    ((await (await fetch(`${site.url}/api/search?kind=food-bank`)).json()) as { total: number }).total
  await expect.poll(total, SOON).toBeGreaterThan(100)
})

test('judo near M33 2', async ({ page }) => {
  const names = await searchFor(page, 'judo', 'M33 2')
  expect(names[0]).toMatch(/judo/i)
})

test('mental health within 2 miles of WA14 1', async ({ page }) => {
  const names = await searchFor(page, 'mental health', 'WA14 1', '2')
  expect(names.length).toBeGreaterThan(0)
  await expect(page.locator('h1')).toContainText('near WA14 1')
  for (const miles of await milesShown(page)) expect(miles).toBeLessThanOrEqual(2)
})

test('food banks near Stretford, the nearest first', async ({ page }) => {
  await expect(async () => {
    await page.goto(`${site.url}/search?kind=food-bank&where=Stretford&sort=near`)
    const miles = await milesShown(page)
    expect(miles.length).toBeGreaterThan(5)
    expect(miles).toEqual(miles.toSorted((a, b) => a - b))
    expect(miles[0]).toBeLessThan(1)
  }).toPass(SOON)
})

for (const [typed, meant] of [
  ['dimentia', /dement?ia|alzheimer/i],
  ['fottball', /football/i],
] as const)
  test(`"${typed}" finds what was meant`, async ({ page }) => {
    const names = await searchFor(page, typed, '')
    expect(names.length).toBeGreaterThan(0)
    expect(names.slice(0, 3).join(' ')).toMatch(meant)
  })

for (const odd of ['wa142sz', 'WA14  2SZ', ' wa14-2s z ', 'Wa14.2Sz'])
  test(`the postcode "${odd}" is understood`, async ({ page }) => {
    await searchFor(page, '', odd)
    await expect(page.locator('h1')).toContainText('near WA14 2SZ')
  })

test('a map box over Sale holds what is in Sale only', async ({ page }) => {
  await page.goto(`${site.url}/search?bbox=-2.36,53.41,-2.29,53.44&size=100`)
  const codes = (await page.locator('.result').allInnerTexts())
    .map((it) => /\b(M|WA)\d+\s\d[A-Z]{2}\b/.exec(it)?.[0])
    .filter((it) => it !== undefined)
  expect(codes.length).toBeGreaterThan(20)
  expect(codes.filter((it) => !/^(M33|M32|M41|WA15|M23|M21)/.test(it))).toEqual([])
})

test('a place nobody knows is said, and everything is found', async ({ page }) => {
  const names = await searchFor(page, 'judo', 'Zzyzzx')
  expect(names[0]).toMatch(/judo/i)
  await expect(page.getByText('We could not find “Zzyzzx”')).toBeVisible()
})

test('nothing of it stands in the log', () => {
  expect(site.output()).not.toMatch(/judo|dimentia|Zzyzzx|M33|WA14/i)
})
