/** Nothing inline, nothing refused by the policy, nothing asked of anybody else (interface.md, map; issue item 8). */
import { expect, test } from '@playwright/test'
import { PAGES } from './pages.ts'

/** What a policy without exceptions would refuse: inline styles and scripts, but not data such as JSON-LD. Words are no markup. */
function inlineIn(html: string): string[] {
  const { body, head } = new DOMParser().parseFromString(html, 'text/html')
  const isData = (it: Element) => it.getAttribute('type') === 'application/ld+json'
  return [...head.querySelectorAll('*'), ...body.querySelectorAll('*')].flatMap((it) => [
    ...(it.localName === 'style' ? ['<style>'] : []),
    ...(it.localName === 'script' && !it.hasAttribute('src') && !isData(it) ? ['<script>'] : []),
    ...it.getAttributeNames().filter((name) => name === 'style' || name.startsWith('on')),
  ])
}

for (const [name, path] of Object.entries(PAGES)) {
  test(name, async ({ page, baseURL }) => {
    const elsewhere: string[] = []
    const refused: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(`${baseURL}/`)) elsewhere.push(request.url())
    })
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) refused.push(message.text())
    })
    page.on('pageerror', (error) => refused.push(error.message))
    const response = await page.goto(path)
    expect(await page.evaluate(inlineIn, (await response?.text()) ?? '')).toEqual([])
    expect(response?.headers()['content-security-policy']).not.toContain('unsafe')
    if ((await page.locator('.finder .frame').count()) > 0) {
      await expect(page.locator('.frame[data-ready]')).toBeVisible()
    }
    await page.waitForLoadState('networkidle')
    expect({ elsewhere, refused }).toEqual({ elsewhere: [], refused: [] })
    expect(await page.context().cookies()).toEqual([])
  })
}
