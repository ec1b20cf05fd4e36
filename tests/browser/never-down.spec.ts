/** A person searches while the search server hangs: they find what they look for and notice nothing. */
import { expect, test } from '@playwright/test'
import { startFaulty } from '../search/faulty-server.ts'
import { startSite } from '../site.ts'

test('the search server hangs, and a person finds a choir', async ({ page }) => {
  const faulty = await startFaulty({ answer: () => ({}) })
  await faulty.does('hangs')
  const site = await startSite({ MEILI_URL: faulty.url, MEILI_KEY: 'only-for-tests', LOG_LEVEL: 'warn' })
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  try {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${site.url}/search?what=choir&where=Sale&within=10`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('choir')
    await expect(page.locator('.frame[data-ready]')).toBeVisible()
    await expect(page.getByRole('main')).toContainText(/choir/i)
    await expect(page.getByRole('main')).not.toContainText(/search server|Meilisearch|try again/i)
    expect(complaints).toEqual([])
  } finally {
    await site.stop()
    await faulty.close()
  }
})
