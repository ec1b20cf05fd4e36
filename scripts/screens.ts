/** Pictures of the pages for the README, of the demonstration as it is now: `node scripts/screens.ts`. */
import { mkdirSync } from 'node:fs'
import { chromium, type Browser } from '@playwright/test'
import { inRoot } from '../src/app/root.ts'
import { findChromium, HOW_TO_HAVE_CHROMIUM } from '../tests/browser/chromium.ts'
import { startSite } from '../tests/site.ts'

const SEARCH = '/search?what=someone+to+talk+to&where=M33+2'
const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 375, height: 812 }
const SCREENS = [
  { name: 'home', path: '/', viewport: WIDE, colorScheme: 'light' },
  { name: 'search', path: SEARCH, viewport: WIDE, colorScheme: 'light' },
  { name: 'search', path: SEARCH, viewport: WIDE, colorScheme: 'dark' },
  { name: 'search', path: SEARCH, viewport: PHONE, colorScheme: 'light' },
  { name: 'search', path: SEARCH, viewport: PHONE, colorScheme: 'dark' },
  { name: 'listing', path: '/listing/kettle-on-sale-moor', viewport: WIDE, colorScheme: 'light' },
  { name: 'quality', path: '/about/quality', viewport: WIDE, colorScheme: 'light' },
] as const
/** Names of towns and pins come after the page; there is nothing to wait for on pages without a map. */
const SETTLE_MS = 800

async function take(browser: Browser, url: string): Promise<void> {
  for (const { name, path, viewport, colorScheme } of SCREENS) {
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(url + path, { waitUntil: 'networkidle' })
    await page.waitForTimeout(SETTLE_MS)
    const file = `${name}-${viewport.width}-${colorScheme}.png`
    await page.screenshot({ path: inRoot('docs', 'screens', file) })
    process.stdout.write(`docs/screens/${file}\n`)
    await context.close()
  }
}

const executablePath = findChromium()
if (executablePath === null) {
  process.stderr.write(`There is no Chromium here. ${HOW_TO_HAVE_CHROMIUM}\n`)
  process.exit(1)
}
mkdirSync(inRoot('docs', 'screens'), { recursive: true })
const site = await startSite({ LOG_LEVEL: 'warn' })
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-background-networking'],
})
try {
  await take(browser, site.url)
} finally {
  await browser.close()
  await site.stop()
}
