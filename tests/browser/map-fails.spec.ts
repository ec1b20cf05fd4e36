/** The map is a companion: where it fails, it says so, and the list has everything. */
import { expect, test, type Page } from '@playwright/test'

/** Few enough to be fetched at once, and too many for it. */
const LISTS = { 'a short list': '/search?what=lonely&where=M33+2', 'a long list': '/search' }

test.use({ viewport: { width: 1280, height: 900 } })

const cut = (page: Page, what: string) => page.route(what, (route) => route.abort())
const line = (page: Page) => page.locator('[data-on-map]')

for (const [which, path] of Object.entries(LISTS))
  test(`${which}: the line was down when the pins were asked for, and comes back`, async ({ page }) => {
    await cut(page, '**/api/map*')
    await page.goto(path)
    await expect(line(page)).toHaveText('The places could not be put on the map. The list has everything.')
    await expect(page.locator('.pin')).toHaveCount(0)
    await page.unroute('**/api/map*')
    await page.locator('.frame').focus()
    await page.keyboard.press('ArrowUp')
    await expect(page.locator('.pin').first()).toBeVisible()
    await expect(line(page)).toContainText('are on the map')
  })

test('the map itself does not come: nothing is said to be on it', async ({ page }) => {
  await cut(page, '**/map/**')
  await page.goto(LISTS['a short list'])
  await expect(page.locator('.map .said')).toHaveText('The map could not be drawn. The list has everything.')
  // The pins may come after the outline failed.
  await page.waitForLoadState('networkidle')
  await expect(line(page)).toHaveText('')
})
