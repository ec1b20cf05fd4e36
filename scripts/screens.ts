/** Pictures of the pages for the README, of the demonstration as it is now: `node scripts/screens.ts`. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { inRoot } from '../src/app/root.ts'
import { idOf } from '../src/app/demo/ids.ts'
import { targetDay } from '../src/desk/target.ts'
import { openStore } from '../src/store/open.ts'
import { findChromium, HOW_TO_HAVE_CHROMIUM } from '../tests/browser/chromium.ts'
import { signInOn, type Who } from '../tests/signed-in.ts'
import { startSite, type Running } from '../tests/site.ts'
import { readInventedList } from './screens-list.ts'

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
const KEPT = { group: idOf('group rainbow-larder'), listing: idOf('rainbow-kitchen-table-chorlton') }
/** Stands for a run in an address: it is read while the pictures are made. */
const RUN = ':run'
/** Pages behind a sign-in, each with who looks at it. */
const PRIVATE = [
  {
    name: 'three-questions',
    path: `/groups/listing/${KEPT.listing}`,
    viewport: { width: 375, height: 1320 },
    colorScheme: 'light',
    who: { holds: [{ role: 'group', scope: KEPT.group }] },
  },
  {
    name: 'desk',
    path: '/desk',
    viewport: WIDE,
    colorScheme: 'light',
    who: { holds: [{ role: 'desk' }], second: true },
  },
  {
    name: 'sources',
    path: '/desk/sources',
    viewport: WIDE,
    colorScheme: 'light',
    who: { holds: [{ role: 'desk' }], second: true },
  },
  {
    name: 'difference',
    path: `/desk/runs/${RUN}?kind=changed`,
    viewport: { width: 1280, height: 1100 },
    colorScheme: 'light',
    who: { holds: [{ role: 'desk' }], second: true },
  },
  {
    name: 'funding',
    path: '/desk/funding?days=180',
    viewport: { width: 1280, height: 1100 },
    colorScheme: 'light',
    who: { holds: [{ role: 'desk' }], second: true },
  },
] as const satisfies readonly (Shot & { who: Who })[]
/** What waits for the desk in its picture: a listing, what was said of it, and how many days ago. */
const REPORTS = [
  ['rainbow-over-sixty', 'closed', 6],
  ['amble-together-davyhulme', 'moved', 4],
  ['ripple-quiet-swim', 'full', 3],
  ['buggy-joggers', 'number', 1],
] as const
const DAY_MS = 86_400_000

type Shot = {
  name: string
  path: string
  viewport: { width: number; height: number }
  colorScheme: 'light' | 'dark'
  who?: Who
}
/** Names of towns and pins come after the page; there is nothing to wait for on pages without a map. */
const SETTLE_MS = 800

async function furnish({ dataDir }: Running): Promise<void> {
  const store = await openStore(join(dataDir, 'fingerpost.db'))
  const ago = (days: number) => new Date(Date.now() - days * DAY_MS)
  const until = ago(-90).toISOString().slice(0, 10)
  await store.act(async (act) => {
    const funding = {
      id: 'screens',
      listing: KEPT.listing,
      says: 'ends',
      until,
      by: 'group',
      source: null,
    } as const
    await act.sayFunding([{ ...funding, saidAt: ago(30).toISOString() }])
    for (const [slug, what, days] of REPORTS)
      await act.matters.open({
        id: `screens-${slug}`,
        kind: 'report',
        listing: idOf(slug),
        group: null,
        person: null,
        openedAt: ago(days).toISOString(),
        targetOn: targetDay('report', ago(days)),
        about: { what, said: [{ at: ago(days).toISOString(), words: '', from: 'a' }], tell: [] },
      })
  })
  await store.close()
}

/** `changed`: the run whose difference is shown. */
async function take(
  browser: Browser,
  { url, dataDir }: Running,
  shots: readonly Shot[],
  changed = '',
): Promise<void> {
  for (const { name, path, viewport, colorScheme, who } of shots) {
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
    if (who !== undefined) {
      const signed = await signInOn({ dataDir }, who)
      await context.addCookies([{ name: signed.name, value: signed.value, url }])
    }
    const page = await context.newPage()
    await page.goto(url + path.replace(RUN, changed), { waitUntil: 'networkidle' })
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
  await furnish(site)
  await take(browser, site, SCREENS)
  await take(browser, site, PRIVATE, await readInventedList(site.dataDir))
} finally {
  await browser.close()
  await site.stop()
}
