/** With the keyboard alone: order, pins and cards, suggestions, and focus that is always seen. */
import { expect, test, type Page } from '@playwright/test'

const SEARCH = '/search?what=lonely&where=M33+2'

async function ready(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(SEARCH)
  await expect(page.locator('.frame[data-ready]')).toBeVisible()
}

/** Where the Tab key goes, as names of parts of the page in the order they are come to. */
async function partsByTab(page: Page, presses: number): Promise<string[]> {
  const parts: string[] = []
  for (let i = 0; i < presses; i++) {
    await page.keyboard.press('Tab')
    const part = await page.evaluate(() => {
      const parts = ['.skip', '.head', '.ask', '.filters', '.list', '.map', '.foot']
      return parts.find((selector) => document.activeElement?.closest(selector)) ?? 'elsewhere'
    })
    if (parts.at(-1) !== part) parts.push(part)
    if (part === '.foot') break
  }
  return parts
}

test('the order is head, question, filters, list, map, foot', async ({ page }) => {
  // Every link and box of the page is come to.
  test.slow()
  await ready(page)
  expect(await partsByTab(page, 400)).toEqual([
    '.skip',
    '.head',
    '.ask',
    '.filters',
    '.list',
    '.skip',
    '.map',
    '.foot',
  ])
})

test('links past the head and past the map lead there', async ({ page }) => {
  await ready(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  await page.getByRole('link', { name: 'Skip past the map' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#foot')).toBeFocused()
})

test('a pin leads to its card, Escape leads back', async ({ page }) => {
  await ready(page)
  const pin = page.locator('.pin[data-numbers]:not([data-numbers=""])').first()
  const number = (await pin.getAttribute('data-numbers'))?.split(' ')[0]
  await pin.focus()
  await expect(pin).toHaveAttribute('role', 'button')
  expect(await pin.getAttribute('aria-label')).toMatch(new RegExp(`^${number}[:,] `))
  // A pin of several numbers may first take a closer look.
  for (let i = 0; i < 6 && !(await page.locator('.result:focus').count()); i++) {
    await page.locator(`.pin[data-numbers~="${number}"]`).first().focus()
    await page.keyboard.press('Enter')
    await page.waitForTimeout(400)
  }
  await expect(page.locator(`#r${number}`)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator(`.pin[data-numbers~="${number}"]`).first()).toBeFocused()
})

test('the pin that somebody stands on lies under no other', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('/search?where=Sale&page=3')
  await expect(page.locator('.frame[data-ready]')).toBeVisible()
  const under = await page.locator('.pin[tabindex="0"]').evaluateAll((pins) =>
    pins.flatMap((pin) => {
      const focused = pin as HTMLElement
      // Not by a key, so that the map stays where it is: what it looks like is the same.
      focused.focus({ preventScroll: true, focusVisible: true } as FocusOptions)
      const { left, top, width, height } = focused.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + height / 2]
      const seen = document.elementFromPoint(x, y)
      const off = seen === null || seen.closest('.frame') === null
      return off || focused.contains(seen) ? [] : [focused.getAttribute('aria-label')]
    }),
  )
  expect(under).toEqual([])
})

test('no pin of the list lies over the number of a pin that stands for many', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('/search?where=Sale&page=3')
  await expect(page.locator('.frame[data-ready]')).toBeVisible()
  const pins = page.locator('.pin.cluster b')
  expect(await pins.count()).toBeGreaterThan(2)
  const under = await pins.evaluateAll((faces) =>
    faces.flatMap((face) => {
      const { left, top, width, height } = face.getBoundingClientRect()
      const seen = document.elementFromPoint(left + width / 2, top + height / 2)
      const off = seen === null || seen.closest('.frame') === null
      return off || seen === face ? [] : [face.textContent]
    }),
  )
  expect(under).toEqual([])
})

test('at most 50 pins can be reached by key', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('/search')
  await expect(page.locator('.frame[data-ready]')).toBeVisible()
  const pins = await page.locator('.pin[tabindex="0"]').count()
  expect(pins).toBeGreaterThan(3)
  expect(pins).toBeLessThanOrEqual(50)
})

test('moving the map offers a search there and changes nothing else', async ({ page }) => {
  await ready(page)
  const before = await page.locator('.results').innerHTML()
  const offer = page.getByRole('link', { name: 'Search this area' })
  await expect(offer).toBeHidden()
  await page.locator('.frame').focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowUp')
  await expect(offer).toBeVisible()
  expect(await page.locator('.results').innerHTML()).toBe(before)
  await expect(page).toHaveURL(new RegExp(SEARCH.replace(/[?+]/g, '\\$&')))
  await offer.click()
  await expect(page).toHaveURL(/bbox=/)
  await expect(page.getByRole('link', { name: 'Take away: In this part of the map' })).toBeVisible()
})

test('suggestions are a combobox', async ({ page }) => {
  await page.goto('/')
  const box = page.getByRole('combobox', { name: 'What are you looking for?' })
  await box.pressSequentially('lonel')
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  const option = page.getByRole('option', { selected: true })
  await expect(box).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(box).toHaveValue('lonel')
  await page.getByLabel('Where?').fill('M33 2')
  await box.fill('')
  await box.pressSequentially('lonel')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/where=M33\+2.*need=|need=.*where=M33\+2/)
})

test('suggestions that Escape closed open again with the arrow; an answer that fails leaves no old ones', async ({
  page,
}) => {
  await page.goto('/')
  const box = page.getByRole('combobox', { name: 'What are you looking for?' })
  await box.pressSequentially('lonel')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toBeHidden()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.route('**/api/suggest*', (route) => route.fulfill({ status: 503, body: '' }))
  await box.pressSequentially('y')
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(box).toHaveAttribute('aria-expanded', 'false')
})

test('suggestions that come late do not lie over the button somebody is about to press', async ({ page }) => {
  const asked = page.waitForRequest(/api\/suggest/)
  await page.route('**/api/suggest*', async (route) => {
    await new Promise((done) => setTimeout(done, 500))
    await route.continue().catch(() => undefined)
  })
  await page.goto('/')
  await page.getByRole('combobox', { name: 'What are you looking for?' }).pressSequentially('lonel')
  await asked
  await page.getByLabel('Where?').fill('M33 2')
  await page.waitForTimeout(1000)
  await expect(page.getByRole('listbox')).toBeHidden()
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page).toHaveURL(/where=M33\+2/)
})

test('"Near me" asks only after a press, and rounds', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['geolocation'], { origin: baseURL ?? '' })
  await context.setGeolocation({ latitude: 53.4241234, longitude: -2.3221234 })
  await page.goto('/')
  await page.getByRole('button', { name: 'Near me' }).click()
  await expect(page.getByLabel('Where?')).toHaveValue('where you are')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/lat=53\.424&lng=-2\.322/)
  await expect(page.locator('.result .arm').first()).toContainText(/ miles?$/)
})
