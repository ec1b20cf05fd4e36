/** Everything works with JavaScript off, as plain forms and links. */
import { expect, test } from '@playwright/test'
import { LISTING, URGENT } from './pages.ts'

test.use({ javaScriptEnabled: false })

/** How many in all: a page has twenty of them. */
const FOUND = /^\d+ places? for “lonely” near/

test('two submits lead from the start page to a useful list', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('What are you looking for?').fill('lonely')
  await page.getByLabel('Where?').fill('m33 2')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/\/search\?what=lonely&where=m33\+2$/)
  await expect(page).toHaveTitle(FOUND)
  const before = Number.parseInt(await page.title(), 10)
  expect(before).toBeGreaterThan(1)
  await page.getByRole('checkbox', { name: /^Has room/ }).check()
  await page.getByRole('button', { name: 'Apply filters' }).click()
  await expect(page).toHaveURL(/what=lonely.*room=1/)
  await expect(page).toHaveTitle(FOUND)
  expect(Number.parseInt(await page.title(), 10)).toBeLessThan(before)
  await page.getByRole('link', { name: 'Take away: Has room' }).click()
  await expect(page).toHaveTitle(new RegExp(`^${before} places`))
})

test('sorting and paging are a button and links', async ({ page }) => {
  await page.goto('/search?where=Sale&within=10')
  await page.getByLabel('Sort by').selectOption('near')
  await page.getByRole('button', { name: 'Sort', exact: true }).click()
  const miles = (await page.locator('.result .arm').allTextContents())
    .map((words) => Number.parseFloat(words))
    .filter((distance) => !Number.isNaN(distance))
  expect(miles.length).toBeGreaterThan(5)
  // Within the tenth of a mile that is shown, what is confirmed stands first.
  const back = miles.map((distance, i) => Math.max(0, ...miles.slice(0, i)) - distance)
  expect(Math.max(...back)).toBeLessThan(0.15)
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page).toHaveURL(/page=2/)
  await expect(page).toHaveTitle(/page 2 of \d+/)
  await expect(page.locator('.result').first()).toHaveAttribute('id', 'r21')
  await expect(page.getByRole('link', { name: 'Page 2', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  )
})

test('nothing is there that could do nothing', async ({ page }) => {
  await page.goto('/search?where=Sale')
  await expect(page.getByRole('region', { name: 'Map of results' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Show map' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Near me' })).toHaveCount(0)
  await page.goto(LISTING)
  await expect(page.getByRole('button', { name: 'Print this page' })).toBeHidden()
  await expect(page.locator('.little-map')).toBeHidden()
})

test('a phone has its filters behind a button', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 })
  await page.goto('/search?where=Sale')
  await expect(page.getByRole('checkbox', { name: /^Has room/ })).toBeHidden()
  await page.locator('.filters > summary').click()
  await page.getByRole('checkbox', { name: /^Has room/ }).check()
  await page.getByRole('button', { name: 'Apply filters' }).click()
  await expect(page.locator('.filters > summary')).toHaveText('Filters (1)')
})

test('leaving is a link', async ({ page }) => {
  await page.goto(URGENT)
  await expect(page.getByRole('link', { name: 'Leave this site' })).toHaveAttribute('href', /^https:/)
})

test('a chosen heading opens on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 })
  await page.goto('/')
  const heading = page.locator('.heading').first()
  await expect(heading.getByRole('link').first()).toBeHidden()
  await heading.locator('summary').first().click()
  await heading.getByRole('link').first().click()
  await expect(page).toHaveURL(/\/search\?need=/)
  await expect(page.locator('.result').first()).toBeVisible()
})
