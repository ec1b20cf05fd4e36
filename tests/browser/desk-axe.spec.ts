/** axe finds nothing on the pages of the desk and on the form for reports, and none of them is too wide. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { join } from 'node:path'
import { idOf } from '../../src/app/demo/ids.ts'
import { targetDay } from '../../src/desk/target.ts'
import { openStore } from '../../src/store/open.ts'
import { signInOn } from '../signed-in.ts'
import { LISTING } from './pages.ts'

/** axe reads every element six times; on a slow machine that takes a while. */
test.describe.configure({ timeout: 180_000 })

const dataDir = process.env['BROWSER_TEST_DATA'] ?? ''
const SLUG = LISTING.replace('/listing/', '')
const AGO = new Date(Date.now() - 20 * 86_400_000)
const MATTERS = {
  'axe-review': ['review', { asked: 3, since: AGO.toISOString() }],
  'axe-report': [
    'report',
    { what: 'other', said: [{ at: AGO.toISOString(), words: 'Shut', from: 'a' }], tell: [] },
  ],
  'axe-keeper': [
    'keeper',
    { words: 'I run it', website: 'https://example.org', email: 'me@example.org', lang: 'en' },
  ],
  'axe-change': [
    'change',
    {
      how: 'held',
      by: 'group',
      revision: 1,
      lang: 'en',
      differences: [
        { field: 'name', from: 'Before', to: 'After' },
        { field: 'website', from: 'https://example.org', to: null },
      ],
    },
  ],
} as const

/** Opened again by the same id a matter stays as it is: each worker may say so. */
async function furnish(): Promise<void> {
  const store = await openStore(join(dataDir, 'fingerpost.db'))
  await store.act(async ({ matters }) => {
    for (const [id, [kind, about]] of Object.entries(MATTERS))
      await matters.open({
        id,
        kind,
        listing: idOf(SLUG),
        group: null,
        person: null,
        // Due long ago, but the last to come: no other test meets it as the next one.
        openedAt: new Date().toISOString(),
        targetOn: targetDay(kind, AGO),
        about,
      })
  })
  await store.close()
}

async function violations(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of [320, 768, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const result = await new AxeBuilder({ page }).analyze()
      for (const { id, nodes } of result.violations)
        found.push(...nodes.map(({ html }) => `${width} ${colorScheme} ${id}: ${html}`))
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (wide > 0) found.push(`${width}: ${wide} px too wide`)
    }
  return found
}

const PATHS = [
  '/desk',
  '/desk/review',
  ...Object.keys(MATTERS).map((id) => `/desk/matter/${id}`),
  '/desk/notices',
  '/desk/people',
  '/desk/record',
  '/desk/quality',
  `/report/${SLUG}`,
  `/report/${SLUG}?sent=1`,
  '/cy/desk/matter/axe-change',
]
for (const path of PATHS)
  test(path, async ({ page, context, baseURL }) => {
    await furnish()
    const holds = [{ role: 'desk' as const }, { role: 'administrator' as const }]
    const { name, value } = await signInOn({ dataDir }, { holds, second: true })
    await context.addCookies([{ name, value, url: baseURL ?? '' }])
    expect((await page.goto(path))?.status()).toBe(200)
    expect(await violations(page)).toEqual([])
  })

for (const [path, button, status] of [
  ['/desk/matter/axe-review', 'It has ended', 422],
  ['/desk/notices', 'See what it touches', 422],
  ['/desk/people', 'Give a role', 422],
  [`/report/${SLUG}`, 'Send', 422],
] as const)
  test(`${path} with something wrong`, async ({ page, context, baseURL }) => {
    await furnish()
    const { name, value } = await signInOn({ dataDir }, { holds: [{ role: 'administrator' }], second: true })
    await context.addCookies([{ name, value, url: baseURL ?? '' }])
    await page.goto(path)
    const answer = page.waitForResponse((it) => it.request().method() === 'POST')
    await page.getByRole('button', { name: button }).click()
    expect((await answer).status()).toBe(status)
    await expect(page).toHaveTitle(/^Error: /)
    expect(await violations(page)).toEqual([])
  })
