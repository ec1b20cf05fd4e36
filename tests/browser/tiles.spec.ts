/** Tiles under the map: from an archive of our own, or from the one origin a deployment names; never from anywhere else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { smallArchive } from '../pmtiles.ts'
import { startSite } from '../site.ts'

/** One pixel, so that a tile is a picture. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

async function watched(page: Page, url: string) {
  const asked: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${url}/search?where=Sale&within=5`)
  await expect(page.locator('.frame[data-ready]')).toBeVisible()
  await page.waitForLoadState('networkidle')
  return { asked, complaints }
}

test('an archive of our own is drawn, and nobody else is asked for anything', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-tiles-'))
  const archive = join(folder, 'town.pmtiles')
  writeFileSync(archive, smallArchive(12))
  const site = await startSite({ PMTILES: archive, LOG_LEVEL: 'error' })
  try {
    const { asked, complaints } = await watched(page, site.url)
    expect(complaints).toEqual([])
    expect(asked.filter((url) => !url.startsWith(site.url))).toEqual([])
    expect(asked.filter((url) => url.endsWith('/tiles/map.pmtiles')).length).toBeGreaterThan(0)
    // Land on the left of a tile and water on its right: more than one colour was drawn.
    const colours = await page.evaluate(() => {
      const seen = new Set<string>()
      for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.leaflet-tile-pane canvas')) {
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
          data: [],
        }
        for (let i = 0; i < data.length; i += 4001 * 4) seen.add(`${data[i]},${data[i + 1]},${data[i + 2]}`)
      }
      return seen.size
    })
    expect(colours).toBeGreaterThan(1)
    await expect(page.locator('.leaflet-control-attribution')).toContainText('OpenStreetMap')
  } finally {
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a named tile server is asked, and the policy opens for that origin alone', async ({ page }) => {
  const tiles = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' })
    response.end(PIXEL)
  })
  await new Promise<void>((resolve) => tiles.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(tiles.address() as AddressInfo).port}`
  const site = await startSite({ TILES_URL: `${origin}/{z}/{x}/{y}.png`, LOG_LEVEL: 'error' })
  try {
    const policy = (await fetch(`${site.url}/search`)).headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`img-src 'self' ${origin}`)
    expect(policy.match(/http/g)).toHaveLength(1)
    const { asked, complaints } = await watched(page, site.url)
    expect(complaints).toEqual([])
    const elsewhere = asked.filter((url) => !url.startsWith(site.url))
    expect(elsewhere.length).toBeGreaterThan(0)
    expect(elsewhere.filter((url) => !url.startsWith(`${origin}/`))).toEqual([])
  } finally {
    await site.stop()
    tiles.close()
  }
})
