/** Where little, nothing or nothing with room is found: what else there is, one press for link workers, the desk's page. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { signInOn, type Who } from '../signed-in.ts'

/** One choir near Sale sings on other days. */
const NONE = '/search?what=choir&where=M33&within=1&day=su&time=morning'
const FULL = '/search?need=babies-and-toddlers&where=WA14&within=2'
const UNSURE = '/search?need=bills&where=WA14&within=2'

async function signIn(context: BrowserContext, baseURL: string | undefined, who: Who): Promise<void> {
  const { name, value } = await signInOn({ dataDir: process.env['BROWSER_TEST_DATA'] ?? '' }, who)
  await context.addCookies([{ name, value, url: baseURL ?? '' }])
}

async function wrong(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    found.push(
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${colorScheme} ${id}: ${html}`)),
    )
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  return wide > 320 ? [...found, `${wide} px wide`] : found
}

test.describe('without any script', () => {
  test.use({ javaScriptEnabled: false })

  test('nothing found: each way on finds what it says, and a person can be rung', async ({ page }) => {
    await page.goto(NONE)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('No places for “choir”')
    const ways = page.locator('.helps .onward a')
    expect(await ways.count()).toBeGreaterThan(0)
    for (const [i, said] of (await ways.locator('.count').allTextContents()).entries()) {
      await page.goto(NONE)
      await ways.nth(i).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(said)
    }
    await page.goto(NONE)
    expect(await page.locator('.helps .others li').count()).toBeGreaterThan(0)
    await expect(page.locator('.helps a[href^="tel:"]')).toHaveCount(1)
    await expect(page.getByText('Is this still needed?')).toHaveCount(0)
  })

  test('all full: a list to join and what has room stand above the results', async ({ page }) => {
    await page.goto(FULL)
    const panel = page.locator('.panel.helps')
    await expect(panel.getByRole('heading', { level: 2 })).toContainText('full')
    await expect(panel.getByText('Waiting list').first()).toBeVisible()
    const room = panel.locator('h3', { hasText: 'These have room' }).locator('+ .others li')
    expect(await room.count()).toBeGreaterThan(0)
    for (const words of await room.allTextContents()) expect(words).toContain('Room for new people')
  })

  test('few that nobody confirmed: whom to ring', async ({ page }) => {
    await page.goto(UNSURE)
    await expect(page.getByRole('heading', { name: 'Ring first' })).toBeVisible()
    expect(await page.locator('.helps .panel a[href^="tel:"]').count()).toBeGreaterThan(0)
  })

  test('a link worker says with one press that it is still needed', async ({ page, context, baseURL }) => {
    await signIn(context, baseURL, { email: 'still@example.org', holds: [{ role: 'link-worker' }] })
    await page.goto(NONE)
    await page.getByRole('button', { name: 'Still needed: Singing with others' }).click()
    await expect(page.getByRole('status')).toContainText('Noted: Singing with others')
    await expect(page.getByRole('status')).toContainText('in M33, this week')
    expect(page.url()).not.toContain('choir%')
    expect(page.url()).not.toContain('what')
    await page.getByRole('link', { name: 'Back to the search' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('No places for “choir”')
  })
})

test('axe finds nothing on these pages, and none scrolls sideways', async ({ page, context, baseURL }) => {
  test.setTimeout(240_000)
  await page.setViewportSize({ width: 320, height: 800 })
  for (const path of [NONE, FULL, UNSURE, `/cy${NONE}`]) {
    await page.goto(path)
    expect(await wrong(page), path).toEqual([])
  }
  await signIn(context, baseURL, { email: 'gaps@example.org', holds: [{ role: 'desk' }], second: true })
  for (const path of [NONE, '/desk/gaps', '/cy/desk/gaps']) {
    await page.goto(path)
    expect(await wrong(page), path).toEqual([])
  }
})
