/** The desk compares two listings, makes them one, and parts them again: without script, and read by axe at each width. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { matchId } from '../../src/imports/matching/match-id.ts'
import { aNew, SOURCE, statement } from '../store/made.ts'
import { inStore, signIn, waits } from './desk-matters.ts'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

const A = { id: 'pair-a', slug: 'pair-kettle', name: 'Pair Kettle Club' }
const B = { id: 'pair-b', slug: 'pair-kettle-tea', name: 'Pair Kettle Tea Club' }
const ID = matchId(A.id, B.id)
const PATH = `/desk/matter/${ID}`

/** Two listings, each told by a list of its own, some hundred metres apart. */
test.beforeAll(async () => {
  await inStore(async (store) => {
    for (const [it, source, lat] of [
      [A, 'first-list', 53.4242],
      [B, 'second-list', 53.4262],
    ] as const) {
      await store.putSource({ ...SOURCE, id: source, name: `The ${source.replace('-', ' ')}` })
      const place = { postcode: 'M33 2AB', point: { lat, lng: -2.3187 }, precision: 'exact' as const }
      const said = {
        name: it.name,
        summary: `Tea, as ${source} says`,
        places: [place],
        phone: { number: '0161 496 0001', visible: true },
      }
      const words = statement(it.id, said, { source, by: 'source' })
      await store.add([aNew(it.id, said, { slug: it.slug, group: null, statement: words })])
    }
  })
  const about = { a: A.id, b: B.id, score: 70, why: ['name', 'place', 'phone'], against: [] }
  await waits({ id: ID, kind: 'match', listing: B.id, about }, 300)
})

test('both stand side by side, with what is not the same first, and on one map', async ({
  page,
  context,
  baseURL,
}) => {
  await signIn(context, baseURL, [{ role: 'desk' }])
  await page.goto(PATH)
  await expect(page.getByRole('heading', { name: 'Side by side' })).toBeVisible()
  const table = page.locator('.beside-table')
  await expect(table.locator('thead')).toContainText(A.name)
  await expect(table.locator('thead')).toContainText(B.name)
  await expect(table.locator('tbody tr').first()).toContainText('Not the same')
  await expect(page.getByText('They have the same telephone.')).toBeVisible()
  await expect(page.getByText(/The same postcode\. \d+ metres apart/)).toBeVisible()
  await page.locator('.pair .frame').scrollIntoViewIfNeeded()
  await expect(page.locator('.pair .leaflet-container')).toBeVisible()
})

for (const [width, scheme] of [
  [320, 'light'],
  [1280, 'dark'],
] as const)
  test(`axe finds nothing on the panel and on the sources, ${width} px, ${scheme}`, async ({
    page,
    context,
    baseURL,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    await signIn(context, baseURL, [{ role: 'desk' }])
    for (const path of [PATH, `/desk/listing/${A.id}/sources`]) {
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide).toBeLessThanOrEqual(0)
    }
  })

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('made one: the other address leads there; parted again, both are there', async ({
    page,
    context,
    baseURL,
  }) => {
    await signIn(context, baseURL, [{ role: 'desk' }])
    await page.goto(PATH)
    await expect(page.locator('.pair-why')).toContainText(/metres|kilometres|postcode|not known/)
    await page.getByLabel(`1: ${A.name}`).check()
    await page.getByRole('button', { name: 'They are the same' }).click()
    await expect(page.getByRole('status')).toContainText('They are one now.')
    await page.goto(`/listing/${B.slug}`)
    await expect(page).toHaveURL(new RegExp(`/listing/${A.slug}$`))
    await page.goto(`/desk/listing/${A.id}/sources`)
    await expect(page.getByText(`“${B.name}” was made one with this`)).toBeVisible()
    await page.getByRole('button', { name: 'Take away' }).click()
    await expect(page.getByRole('link', { name: 'Choose at least one source' })).toBeVisible()
    await page.getByLabel('The second list').check()
    await page.getByRole('button', { name: 'Take away' }).click()
    await expect(page.getByRole('status')).toHaveText('It is a listing of its own again.')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(B.name)
    await page.goto(`/listing/${B.slug}`)
    await expect(page).toHaveURL(new RegExp(`/listing/${B.slug}$`))
  })
})
