/** Where the system's colours take the place of ours (high contrast), what is chosen is still seen. */
import { expect, test, type Locator } from '@playwright/test'

test.use({ viewport: { width: 1280, height: 900 } })
test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active' }))

const looks = (place: Locator) =>
  place.evaluate((element) => {
    const { backgroundColor, borderTopWidth, outlineStyle } = getComputedStyle(element)
    return { backgroundColor, borderTopWidth, outlineStyle }
  })

test('the suggestion that Enter would take', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('combobox', { name: 'What are you looking for?' }).pressSequentially('sing')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  const chosen = await looks(page.getByRole('option', { selected: true }))
  const others = await looks(page.getByRole('listbox'))
  expect(chosen.backgroundColor).not.toBe(others.backgroundColor)
})

test('the page of the list, and the card of a pin', async ({ page }) => {
  await page.goto('/search?where=Sale&page=2')
  expect((await looks(page.locator('.pages [aria-current]'))).borderTopWidth).toBe('2px')
  expect((await looks(page.locator('.pages a[aria-label]').first())).borderTopWidth).toBe('0px')
  await expect(page.locator('.frame[data-ready]')).toBeVisible()
  const card = page.locator('.result').nth(1)
  const before = await looks(card)
  expect(before.outlineStyle).toBe('none')
  await card.evaluate((element) => element.classList.add('chosen'))
  expect((await looks(card)).outlineStyle).toBe('solid')
})
