/** When something is wrong it is said at the top, by the field, and in the title; nothing typed is lost. */
import { expect, test } from '@playwright/test'
import { CLOSED, HIDDEN, LISTING } from './pages.ts'

const WRONG = [
  {
    path: '/search?what=food&where=Sale&age=old',
    field: 'age',
    typed: { what: 'food', where: 'Sale', age: 'old' },
  },
  { path: '/search?what=food&within=far', field: 'within', typed: { what: 'food' } },
  { path: '/search?what=food&need=no-such-need', field: 'what', typed: { what: 'food' } },
  { path: `/search?what=${'x'.repeat(201)}&where=Sale`, field: 'what', typed: { where: 'Sale' } },
  { path: '/search?what=food&colour=red', field: 'what', typed: { what: 'food' } },
]

for (const { path, field, typed } of WRONG) {
  test(`${path.slice(0, 50)} leads to ${field}`, async ({ page }) => {
    const response = await page.goto(path)
    expect(response?.status()).toBe(400)
    await expect(page).toHaveTitle(/^Error: /)
    const summary = page.getByRole('alert')
    await expect(summary).toBeFocused()
    await summary.getByRole('link').click()
    await expect(page.locator(`#${field}`)).toBeFocused()
    for (const [name, value] of Object.entries(typed))
      await expect(page.locator(`#${name}`)).toHaveValue(value)
  })
}

test('on a phone the link to a field shows its label and the message too', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 })
  await page.goto('/search?what=food&age=old')
  await page.getByRole('alert').getByRole('link').click()
  await expect(page.locator('#age')).toBeFocused()
  await expect(page.locator('label[for=age]')).toBeInViewport({ ratio: 1 })
  await expect(page.locator('#age-wrong')).toBeInViewport({ ratio: 1 })
})

for (const [lang, path, said] of [
  ['English', '/search', 'We could not find this place.'],
  ['Welsh', '/cy/search', 'Ni allem ddod o hyd i’r lle hwn.'],
] as const)
  test(`a place nobody knows is said, and beside its box, in ${lang}`, async ({ page }) => {
    const response = await page.goto(`${path}?what=food&where=Nowhereatall`)
    expect(response?.status()).toBe(200)
    await expect(page.locator('.note').first()).toContainText('Nowhereatall')
    await expect(page.locator('.result').first()).toBeVisible()
    const box = page.locator('#where')
    await expect(box).toHaveValue('Nowhereatall')
    await expect(box).toHaveAttribute('aria-invalid', 'true')
    await expect(box).toHaveAccessibleDescription(said)
    await expect(page.getByText(said, { exact: true })).toBeVisible()
    await page.goto(`${path}?what=food&where=M33`)
    await expect(box).not.toHaveAttribute('aria-invalid')
  })

test('an empty result shows ways on with counts, and a telephone', async ({ page }) => {
  await page.goto('/search?what=zzzzqqqq&where=M33+2&room=1')
  await expect(page.getByRole('heading', { name: /No places for “zzzzqqqq” near M33 2/ })).toBeVisible()
  const ways = page.locator('.onward a')
  expect(await ways.count()).toBeGreaterThan(0)
  await expect(ways.first()).toContainText(/\d+ places?/)
  await expect(page.locator('.helps a[href^="tel:"]')).toBeVisible()
})

test('words of a crisis bring three telephone numbers above the list', async ({ page }) => {
  await page.goto('/search?what=i+want+to+die')
  const numbers = page.locator('.crisis a[href^="tel:"]')
  await expect(numbers).toHaveCount(3)
  expect(await numbers.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    'tel:999',
    'tel:111',
    'tel:116123',
  ])
})

test('words of abuse at home bring helplines and a way to leave, and stand in no heading', async ({
  page,
}) => {
  await page.goto('/search?what=my+husband+hits+me&where=Sale')
  await expect(
    page.locator('.crisis').getByRole('link', { name: /Domestic Abuse Helpline/ }),
  ).toHaveAttribute('href', 'tel:+448082000247')
  await expect(page.getByRole('link', { name: 'Leave this site' })).toBeVisible()
  expect(`${await page.title()} ${await page.getByRole('heading', { level: 1 }).innerText()}`).not.toMatch(
    /hits/,
  )
})

test('a closed listing keeps its page and shows others', async ({ page }) => {
  const response = await page.goto(CLOSED)
  expect(response?.status()).toBe(200)
  await expect(page.getByRole('heading', { name: 'This has closed' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Search for something like it' })).toBeVisible()
})

test('a hidden address says why', async ({ page }) => {
  await page.goto(HIDDEN)
  await expect(page.locator('.rows')).toContainText('kept secret to keep people safe')
})

test('a listing says what it is to machines without leaving its page', async ({ page }) => {
  await page.goto(LISTING)
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '') as {
    '@type': string
    name: string
  }
  expect(data['@type']).toBe('Service')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(data.name)
})

test('pages that are not there say so', async ({ page }) => {
  for (const path of ['/nothing-here', '/listing/nothing-here', '/cy/nothing-here']) {
    expect((await page.goto(path))?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})
