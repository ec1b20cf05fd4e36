/** Signing in through a letter, as a person with a telephone does it: with and without JavaScript; axe finds nothing. */
import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { codeFor } from '../people/letters-of.ts'
import { signInOn } from '../signed-in.ts'

test.describe.configure({ timeout: 90_000 })
const dataDir = process.env.BROWSER_TEST_DATA ?? ''
const address = () => `${randomUUID().slice(0, 8)}@example.org`
// The demonstration counts letters by network, and all browsers of these tests are on this machine: few ask for one.

async function clean(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  }
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(beyond, 'pixels beyond the side').toBeLessThanOrEqual(0)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 375, height: 760 } })

    test('a code from a letter leads to where one wanted to go, and works once', async ({
      page,
      context,
    }) => {
      const email = address()
      await page.goto('/account')
      await expect(page).toHaveURL(/\/sign-in\?then=%2Faccount$/)
      expect(await context.cookies()).toEqual([])
      await page.getByLabel('Your e-mail address').fill(email)
      await page.getByRole('button', { name: 'Send me a code' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Type the code')
      const field = page.getByLabel('Code of six digits')
      await expect(field).toHaveAttribute('autocomplete', 'one-time-code')
      await expect(field).toHaveAttribute('inputmode', 'numeric')
      const { code, path } = codeFor(dataDir, email)
      await field.fill(code === '111111' ? '222222' : '111111')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page).toHaveTitle(/^Error: /)
      await expect(page.getByRole('alert')).toContainText('You can try 4 times more')
      if (javaScriptEnabled) await clean(page)
      await page.goto(path)
      await expect(field).toHaveValue(code)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your sign-in')
      await expect(page.getByText(email)).toBeVisible()
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This code has been used')
      await page.getByRole('button', { name: 'Sign out' }).first().click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed out')
      expect(await context.cookies()).toEqual([])
    })
  })
}

test('every page of signing in is clean at 320 pixels, in both languages', async ({
  page,
  context,
  baseURL,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of ['/sign-in', '/cy/sign-in', '/sign-in/code', '/sign-out']) {
    await page.goto(path)
    await clean(page)
  }
  const { name, value } = await signInOn(
    { dataDir },
    { holds: [{ role: 'administrator' }, { role: 'link-worker', scope: 'M33' }] },
  )
  await context.addCookies([{ name, value, url: baseURL ?? '' }])
  for (const path of ['/account', '/cy/account', '/sign-in/again?then=/account', '/sign-in/second']) {
    await page.goto(path)
    await clean(page)
  }
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByText('Your key')).toBeVisible()
  await clean(page)
})
