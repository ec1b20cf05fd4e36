/** Two languages: the same pages, each under its own address, each leading to the other. */
import { expect, test } from '@playwright/test'
import { LISTING, WELSH } from './pages.ts'

test('each page offers itself in the other language', async ({ page }) => {
  for (const path of ['/', '/search?what=lonely&where=Sale&room=1', LISTING, '/about/quality', '/privacy']) {
    await page.goto(path)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB')
    await page.getByRole('link', { name: 'Cymraeg' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'cy')
    await expect(page).toHaveURL(path === '/' ? /\/cy$/ : new RegExp(`/cy${path.replace(/[?]/g, '\\?')}$`))
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page).toHaveURL(new RegExp(`${path.replace(/[?]/g, '\\?')}$`))
  }
})

test('in Welsh every link of ours stays in Welsh', async ({ page }) => {
  for (const path of ['/cy', '/cy/search?where=Sale', `/cy${LISTING}`, '/cy/about/quality', '/cy/about']) {
    await page.goto(path)
    const strays = await page
      .locator('a[href^="/"]:not([hreflang])')
      .evaluateAll((links) =>
        links.map((link) => link.getAttribute('href') ?? '').filter((href) => !/^\/cy($|[/?])/.test(href)),
      )
    expect(strays, path).toEqual([])
    const forms = await page
      .locator('form')
      .evaluateAll((all) => all.map((form) => form.getAttribute('action')))
    expect(
      forms.filter((action) => action !== '/cy/search'),
      path,
    ).toEqual([])
  }
})

test('words that are not translated say that they are English', async ({ page }) => {
  await page.goto(`/cy${LISTING}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'en')
  await page.goto(`/cy${WELSH}`)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveAttribute('lang', 'en')
})
