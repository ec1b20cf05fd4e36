/** What ends with its money: what planners see, what link workers see, and what nobody else does. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { idOf } from '../../src/app/demo/ids.ts'
import { signInOn, type Holding } from '../signed-in.ts'
import { FUNDED } from './pages.ts'

test.describe.configure({ timeout: 120_000 })
const dataDir = process.env['BROWSER_TEST_DATA'] ?? ''
const ID = idOf(FUNDED.replace('/listing/', ''))

async function signIn(context: BrowserContext, url: string | undefined, holds: Holding[]): Promise<void> {
  const { name, value } = await signInOn({ dataDir }, { holds, second: true })
  await context.addCookies([{ name, value, url: url ?? '' }])
}

async function violations(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of [320, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const result = await new AxeBuilder({ page }).analyze()
      for (const { id, nodes } of result.violations)
        found.push(...nodes.map(({ html }) => `${width} ${colorScheme} ${id}: ${html}`))
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (wide > 0) found.push(`${width}: ${wide} px too wide`)
    }
  return found
}

for (const path of [
  '/desk/funding',
  '/desk/funding?days=180',
  '/cy/desk/funding',
  '/desk/funding?need=nothing',
])
  test(`axe: ${path}`, async ({ page, context, baseURL }) => {
    await signIn(context, baseURL, [{ role: 'desk' }])
    expect((await page.goto(path))?.status()).toBe(200)
    expect(await violations(page)).toEqual([])
  })

test('from the desk to the listings of one need, and to their file, without any script', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
  await signIn(context, baseURL, [{ role: 'desk' }])
  const page = await context.newPage()
  await page.goto('/desk')
  await page
    .getByRole('navigation', { name: 'Parts of the desk' })
    .getByRole('link', { name: 'Funding' })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Funding that ends')
  await page.getByLabel('In the next').selectOption('180')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  const table = page.getByRole('table', { name: 'By need' })
  const all = await page.getByRole('table', { name: 'Which listings' }).getByRole('row').count()
  const [row] = await table
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .all()
  const count = Number(await row?.getByRole('cell').first().textContent())
  await row?.getByRole('link').click()
  await expect(page).toHaveURL(/days=180&need=[\w-]+#which$/)
  const listings = page.getByRole('table', { name: 'Which listings' }).getByRole('row')
  expect(await listings.count(), 'with its head').toBe(count + 1)
  expect(all).toBeGreaterThan(count + 1)
  await expect(page.getByRole('img', { name: /^Listings whose funding ends, by need/ })).toBeVisible()

  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Listings', exact: true }).click()
  const file = readFileSync(await (await coming).path(), 'utf8')
  const lines = file.trim().split('\r\n')
  expect(lines[0]).toContain('Listing,Group,Funded until,Who said so')
  expect(lines).toHaveLength(count + 1)
  expect(file).not.toContain('@')
  await context.close()
})

test('the public reads that it may change; a link worker reads until when, and who said so', async ({
  page,
  context,
  baseURL,
  request,
}) => {
  await page.goto(FUNDED)
  const notice = page.locator('.funding')
  await expect(notice).toContainText(/This may change (after|during) \w+ \d{4}\./)
  await expect(notice).not.toContainText(/fund|grant|£|group said/i)
  const body = await (await request.get(`/api/listing/${ID}`)).json()
  expect(Object.keys(body.funding)).toEqual(['sentence'])
  await signIn(context, baseURL, [{ role: 'link-worker' }])
  await page.goto(`/link-workers/listing/${ID}`)
  await expect(page.getByText(/^Its funding ends on \d+ \w+( \d{4})?\./)).toBeVisible()
  await expect(page.getByText(/The group said so/)).toBeVisible()
})

test('a group answers until when it goes on, and the public notice is gone', async ({
  page,
  context,
  baseURL,
}) => {
  const slug = 'chatty-table-timperley'
  await page.goto(`/listing/${slug}`)
  await expect(page.locator('.funding')).toBeVisible()
  await signIn(context, baseURL, [{ role: 'desk' }])
  await page.goto(`/groups/listing/${idOf(slug)}`)
  const question = page.getByRole('group', { name: /^Your funding ends on / })
  await question.getByLabel('Yes', { exact: false }).first().check()
  await question.getByLabel('Until when is it sure?').fill('rubbish')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await question.getByLabel('Until when is it sure?').fill(`31 March ${new Date().getFullYear() + 2}`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Saved. Thank you')
  await page.goto(`/listing/${slug}`)
  await expect(page.locator('.funding')).toHaveCount(0)
})
