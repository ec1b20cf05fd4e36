/** Letters on one's own machine and the page that stops them, with and without JavaScript. */
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { stopPath } from '../../src/mail/stop-token.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'

async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(join(process.env.BROWSER_TEST_DATA ?? '', 'fingerpost.db'))
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** A code for a made-up address, posted as the sign-in page would. */
async function posted(lang: 'en' | 'cy'): Promise<string> {
  const to = `letters-${crypto.randomUUID().slice(0, 8)}@example.org`
  const now = Date.now()
  const id = crypto.randomUUID()
  const letter = { id, key: id, to, lang, kind: 'sign-in', about: { code: '204060', path: '/sign-in/code' } }
  await inStore((store) =>
    store.act((act) =>
      act.post({
        ...letter,
        postedAt: new Date(now).toISOString(),
        expiresAt: new Date(now + 600_000).toISOString(),
      }),
    ),
  )
  return to
}

async function sound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(beyond, 'pixels beyond the side').toBeLessThanOrEqual(0)
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 320, height: 720 } })

    for (const [lang, root, list] of [
      ['en', '', 'Letters'],
      ['cy', '/cy', 'Llythyrau'],
    ] as const)
      test(`a letter is read, in ${lang}`, async ({ page }) => {
        const to = await posted(lang)
        await expect(async () => {
          await page.goto(`${root}/dev/mail`)
          await expect(page.getByText(to)).toBeVisible({ timeout: 100 })
        }).toPass()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(list)
        if (javaScriptEnabled) await sound(page)
        await page.getByRole('listitem').filter({ hasText: to }).getByRole('link').click()
        await expect(page.locator('[data-letter]')).toContainText('204060')
        await page.locator('summary').click()
        await expect(page.locator('.source')).toContainText('<!doctype html>')
        if (javaScriptEnabled) await sound(page)
        await page.locator('[data-letter] a').first().click()
        await expect(page).toHaveURL(/\/sign-in/)
      })

    test('letters are stopped with one press, and come again with another', async ({ page }) => {
      await posted('en')
      let secret: string | null = null
      await expect(async () => {
        secret = await inStore((store) => store.fact('stop-secret'))
        expect(secret).not.toBeNull()
      }).toPass()
      const to = `stop-${crypto.randomUUID()}@example.org`
      await page.goto(stopPath({ to, kind: 'searches-changed' }, secret ?? ''))
      if (javaScriptEnabled) await sound(page)
      await page.getByRole('button', { name: 'Stop these letters' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have stopped these letters')
      if (javaScriptEnabled) await sound(page)
      await page.reload()
      await page.getByRole('button', { name: 'Send them again' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('These letters will come again')
    })
  })
