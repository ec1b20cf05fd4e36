/** axe finds nothing on any kind of page, light and dark, at three widths (interface.md, rule 4). */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { PAGES } from './pages.ts'

/** axe reads every element six times; on a slow machine that takes a while. */
test.describe.configure({ timeout: 120_000 })

const WIDTHS = [320, 768, 1280]
const SCHEMES = ['light', 'dark'] as const

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  )
}

for (const [name, path] of Object.entries(PAGES)) {
  test(name, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(path)
    const found: Record<string, string[]> = {}
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme })
        found[`${width} ${colorScheme}`] = await violations(page)
      }
    }
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([])
  })
}

test('with filters, suggestions and the map open on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 })
  await page.goto('/search?where=Sale')
  await page.locator('.filters > summary').click()
  await page
    .locator('.group')
    .evaluateAll((groups) => groups.forEach((group) => group.setAttribute('open', '')))
  expect(await violations(page)).toEqual([])
  await page.locator('.filters > summary').click()
  await page.getByRole('button', { name: 'Show map' }).click()
  await expect(page.locator('.frame[data-ready]')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('combobox', { name: 'What would help?' }).pressSequentially('lon')
  await expect(page.getByRole('listbox')).toBeVisible()
  expect(await violations(page)).toEqual([])
})
