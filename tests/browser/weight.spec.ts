/** How heavy the results page is (interface.md, rule 2). Sizes are those of gzip, whatever the server sends. */
import { gzipSync } from 'node:zlib'
import { expect, test, type Page } from '@playwright/test'

const KB = 1024
const MOST = { html: 35 * KB, css: 20 * KB, script: 25 * KB, font: 35 * KB, map: 60 * KB, requests: 12 }

type Got = { url: string; type: string; bytes: number }

async function everythingOf(page: Page, path: string): Promise<Got[]> {
  const got: Promise<Got>[] = []
  page.on('response', (response) => {
    const type = response.request().resourceType()
    const size = (body: Buffer) => (type === 'font' ? body.length : gzipSync(body).length)
    got.push(response.body().then((body) => ({ url: response.url(), type, bytes: size(body) })))
  })
  await page.goto(path)
  await expect(page.locator('.frame[data-ready]')).toBeVisible()
  await page.waitForLoadState('networkidle')
  return Promise.all(got)
}

test('the results page and its map', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  const all = await everythingOf(page, '/search?where=Sale&within=10')
  await expect(page.locator('.result')).toHaveCount(20)
  const isMap = ({ url }: Got) => /\/(map|api)\/|\/draw\./.test(url)
  const sum = (of: Got[]) => of.reduce((bytes, one) => bytes + one.bytes, 0)
  const of = (type: string) => all.filter((one) => one.type === type && !isMap(one))
  const weights = {
    html: sum(of('document')),
    css: sum(of('stylesheet')),
    script: sum(of('script')),
    font: sum(of('font')),
    map: sum(all.filter(isMap)),
    requests: all.length,
  }
  console.log(JSON.stringify(weights))
  for (const [what, most] of Object.entries(MOST)) {
    expect(weights[what as keyof typeof MOST], what).toBeLessThanOrEqual(most)
    expect(weights[what as keyof typeof MOST], what).toBeGreaterThan(0)
  }
  expect(of('font')).toHaveLength(1)
})

test('the start page asks for no map', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/', { waitUntil: 'networkidle' })
  expect(asked.filter((path) => /map|draw/.test(path))).toEqual([])
  expect(asked.length).toBeLessThanOrEqual(7)
})
