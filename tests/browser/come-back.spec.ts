/** Somebody goes back: the boxes say what the list beside them was found by. */
import { expect, test, type Page } from '@playwright/test'

const SALE = '/search?what=lonely&where=Sale'

/** What browsers do with a page that they kept whole. */
const keptWhole = (page: Page) =>
  page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled, viewport: { width: 1280, height: 900 } })

    test('ticks and orders chosen for the next list are gone', async ({ page }) => {
      await page.goto(SALE)
      await page.getByRole('checkbox', { name: /^Has room/ }).check()
      await page.getByLabel('Sort by').selectOption('near')
      await page.getByRole('button', { name: 'Apply filters' }).click()
      await expect(page).toHaveURL(/room=1/)
      await page.goBack()
      await expect(page.getByRole('checkbox', { name: /^Has room/ })).not.toBeChecked()
      await expect(page.getByLabel('Sort by')).toHaveValue('best')
    })
  })

test('another place typed for the next list is gone', async ({ page }) => {
  await page.goto(SALE)
  await page.getByLabel('Where?').fill('Stretford')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page).toHaveURL(/where=Stretford/)
  await page.goBack()
  await expect(page.getByLabel('Where?')).toHaveValue('Sale')
})

test('a page that was kept whole is asked for again, if something was changed in it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(SALE)
  await page.getByRole('checkbox', { name: /^Has room/ }).check()
  await keptWhole(page)
  await expect(page.getByRole('checkbox', { name: /^Has room/ })).not.toBeChecked()
})

test('a need chosen from the suggestions is not searched for again with the next words', async ({ page }) => {
  await page.goto('/')
  // It stays here, as a page that the browser keeps while the next one is shown.
  await page.locator('#find').evaluate((form) => {
    form.addEventListener('submit', (event) => event.preventDefault(), { once: true })
  })
  await page.getByLabel('Where?').fill('M33 2')
  await page.getByRole('combobox', { name: 'What are you looking for?' }).pressSequentially('lonel')
  await page.getByRole('option').first().click()
  await expect(page.locator('#find input[name=need]')).toHaveCount(1)
  await keptWhole(page)
  await page.getByRole('combobox', { name: 'What are you looking for?' }).fill('walking')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/what=walking&where=M33\+2$/)
})
