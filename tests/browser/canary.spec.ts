/** What somebody types goes to our own server and nowhere else, and nothing of it stays in cookies or on the device. */
import { expect, test } from '@playwright/test'
import { HOME, NEEDLES, STORY } from '../hostile/canary-pages.ts'

for (const lang of ['', '/cy']) {
  test(`typed by hand, looked at on the map, and left again${lang}`, async ({ page, context, baseURL }) => {
    const elsewhere: string[] = []
    const told: string[] = []
    const asked: string[] = []
    context.on('request', (request) => {
      const own = request.url().startsWith(`${baseURL}/`)
      if (own) asked.push(request.url())
      else elsewhere.push(request.url())
      if (!own && NEEDLES.some((it) => JSON.stringify(request.headers()).includes(it)))
        told.push(request.url())
    })
    await page.route(
      (url) => !url.href.startsWith(`${baseURL}/`),
      // An answer without anything in it: the page stays where it is, and nothing is under way when the next one is opened.
      (route) => route.fulfill({ status: 204 }),
    )
    await page.goto(`${lang}/`)
    // As people type: suggestions are asked for letter by letter.
    await page.locator('#what').pressSequentially(STORY, { delay: 5 })
    await expect.poll(() => asked.some((url) => url.includes('/api/suggest'))).toBe(true)
    await page.locator('#where').fill(HOME)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?/)
    await page.waitForLoadState('networkidle')
    expect(new URL(page.url()).searchParams.get('what')).toBe(STORY)
    await page.goto(`${lang}/search?what=${encodeURIComponent(`choir ${STORY}`)}&where=Sale`)
    await page.goto(`${lang}/search?what=choir&where=Sale`)
    await page.locator('.results h2 a').first().click()
    await page.goBack()
    await page.goto(`${lang}/search?what=${encodeURIComponent(STORY)}&where=M33&need=zqcanary`)
    await page.waitForLoadState('networkidle')
    // On to a site of somebody else: it hears nothing of where we came from.
    await page.goto(`${lang}/search?what=${encodeURIComponent(STORY)}`)
    const before = elsewhere.length
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://group.example.org/'
      document.body.append(link)
      link.click()
    })
    await expect.poll(() => elsewhere.length).toBeGreaterThan(before)
    expect(elsewhere.slice(0, before)).toEqual([])
    expect(told).toEqual([])
    expect(await context.cookies()).toEqual([])
    await page.goto(`${lang}/about`)
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
    expect(NEEDLES.filter((it) => kept.includes(it))).toEqual([])
  })
}
