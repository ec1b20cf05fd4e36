/** A link worker rings, points, notes, saves and counts; the public sees a role, and nothing of what is private. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { idOf } from '../../src/app/demo/ids.ts'
import { readDemo } from '../../src/app/demo/load.ts'
import { signInOn, type Who } from '../signed-in.ts'
import { inLetterTo, lettersTo } from './mailbox.ts'

/** From the middle: other tests take listings from both ends. */
const FROM = 60

const LISTINGS = readDemo()
  .flatMap((group) => group.listings.map((listing) => ({ ...listing, group: idOf(`group ${group.id}`) })))
  .filter((it) => it.status === 'published' && it.phone?.visible === true && it.places.length > 0)
  .slice(FROM)
const listing = (at: number) => {
  const found = LISTINGS[at]
  if (found === undefined) throw new Error('The demonstration has too few listings with a number.')
  return found
}

async function signIn(context: BrowserContext, baseURL: string | undefined, who: Who): Promise<void> {
  const { name, value } = await signInOn({ dataDir: process.env['BROWSER_TEST_DATA'] ?? '' }, who)
  await context.addCookies([{ name, value, url: baseURL ?? '' }])
}
const asWorker = (context: BrowserContext, baseURL: string | undefined, email = 'worker@example.org') =>
  signIn(context, baseURL, { email, holds: [{ role: 'link-worker' }] })

async function toPrivate(page: Page, slug: string): Promise<void> {
  await page.goto(`/listing/${slug}`)
  await page.getByRole('link', { name: 'See what link workers see' }).click()
  await expect(page.getByText('What did you hear?')).toBeVisible()
}

async function violations(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const result = await new AxeBuilder({ page }).analyze()
    found.push(
      ...result.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${colorScheme} ${id}: ${html}`),
      ),
    )
  }
  return found
}

const WAYS = [
  { how: 'with JavaScript', javaScriptEnabled: true, nth: 0 },
  { how: 'without JavaScript', javaScriptEnabled: false, nth: 1 },
]

for (const { how, javaScriptEnabled, nth } of WAYS)
  test.describe(how, () => {
    test.use({ javaScriptEnabled, viewport: { width: 375, height: 800 } })

    // Two touches in the ten seconds that a link worker has: what they take here is printed, as machines differ.
    test('rang today: running, in two touches', async ({ page, context, baseURL, browser }) => {
      const { slug, name, group } = listing(nth)
      const keeper = `rung-${nth}@example.org`
      await signInOn(
        { dataDir: process.env['BROWSER_TEST_DATA'] ?? '' },
        { email: keeper, holds: [{ role: 'group', scope: group }] },
      )
      await asWorker(context, baseURL)
      await toPrivate(page, slug)
      const began = Date.now()
      await page.getByRole('radio', { name: /^It is running/ }).check()
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByRole('status').first()).toContainText('a link worker confirmed it today')
      console.log(`rang today: ${Date.now() - began} ms`)

      const stranger = await browser.newPage()
      await expect(async () => {
        await stranger.goto(`${baseURL}/listing/${slug}`)
        await expect(stranger.locator('.states')).toContainText('Confirmed by a link worker today')
      }).toPass()
      await expect(stranger.getByText('worker@example.org')).toHaveCount(0)
      await stranger.close()

      expect(await inLetterTo(keeper, /A link worker rang on \d+ \w+ \d{4}/)).not.toBe('')
      // Said again in the same week, the group has one letter all the same.
      await page.getByRole('radio', { name: /^It is full/ }).check()
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.locator('.states')).toContainText('Full')
      const about = lettersTo(keeper).filter((letter) => letter.includes('Is this right?'))
      expect(about).toHaveLength(1)
      expect(about[0]).toContain(name)
    })

    test('one press counts, another takes it back', async ({ page, context, baseURL }) => {
      await asWorker(context, baseURL)
      await toPrivate(page, listing(2 + nth).slug)
      const panel = page.getByRole('region', { name: 'Pointed somebody here?' })
      await expect(panel).toContainText('Nobody was pointed here this week')
      await panel.getByRole('button', { name: 'I pointed somebody here' }).click()
      await expect(panel).toContainText('1 person pointed here this week')
      await panel.getByRole('button', { name: 'Take it back' }).click()
      await expect(panel).toContainText('Nobody was pointed here this week')
    })

    test('a note has an end and a role, and no name', async ({ page, context, baseURL, browser }) => {
      const { slug } = listing(4 + nth)
      const words = `Ask for the side door ${nth}`
      await asWorker(context, baseURL)
      await toPrivate(page, slug)
      await page.getByText('Leave a note').click()
      await page.getByLabel('Your note').fill(words)
      await page.getByRole('button', { name: 'Save the note' }).click()
      await expect(page.locator('.colleagues')).toContainText(words)
      await expect(page.locator('.colleagues')).toContainText(/A colleague, .+ Shown until/)
      const theirs = await browser.newContext()
      await asWorker(theirs, baseURL, 'colleague@example.org')
      const colleague = await theirs.newPage()
      await colleague.goto(page.url().split('?', 1)[0] ?? '')
      await expect(colleague.locator('.colleagues')).toContainText(words)
      await expect(colleague.getByText('worker@example.org')).toHaveCount(0)
      await expect(colleague.getByRole('button', { name: 'End this note' })).toHaveCount(0)
      await theirs.close()
      const stranger = await browser.newPage()
      for (const path of [`/listing/${slug}`, `/search?what=${slug.split('-').join('+')}`]) {
        const response = await stranger.goto(`${baseURL}${path}`)
        const html = (await response?.text()) ?? ''
        expect(html).not.toContain(words)
        expect(html).not.toContain('/link-workers/listing/')
        expect(html).not.toContain('pointed here')
      }
      await stranger.close()
      await page.getByRole('button', { name: 'End this note' }).click()
      await expect(page.getByText('No colleague has left a note.')).toBeVisible()
    })

    test('a search is saved from the results, and forgotten', async ({ page, context, baseURL }) => {
      await asWorker(context, baseURL, `saver-${nth}@example.org`)
      await page.goto('/search?what=lonely&where=M33')
      const names = await page.locator('.result h2').allTextContents()
      for (const name of names) {
        const more = page.getByRole('link', {
          name: `See what link workers see: ${name.trim()}`,
          exact: true,
        })
        expect((await more.boundingBox())?.height).toBeGreaterThanOrEqual(24)
      }
      await page.getByRole('link', { name: 'Save this search' }).click()
      await page.getByRole('button', { name: 'Save this search' }).click()
      await expect(page).toHaveTitle(/^Error: /)
      await page.getByLabel('A name for it').fill('Company near Sale')
      await page.getByRole('button', { name: 'Save this search' }).click()
      await page.getByRole('link', { name: 'Company near Sale' }).click()
      await expect(page).toHaveURL(/\/search\?what=lonely&where=M33$/)
      await page.goto('/link-workers/searches')
      await page.getByRole('button', { name: 'Forget it Company near Sale' }).click()
      await expect(page.getByText('You have no saved search yet')).toBeVisible()
    })
  })

test('whom to ring: taken by one, seen by the other, said in place', async ({
  page,
  context,
  baseURL,
  browser,
}) => {
  await page.setViewportSize({ width: 375, height: 800 })
  await asWorker(context, baseURL, 'ringer@example.org')
  await page.goto('/link-workers/ring')
  const call = page.locator('.calls > li').nth(4)
  const id = (await call.getAttribute('id')) ?? ''
  await call.getByRole('button', { name: 'I will ring this one' }).click()
  await expect(page.locator(`#${id}`)).toContainText(/Yours until/)
  const theirs = await browser.newContext()
  await asWorker(theirs, baseURL, 'colleague@example.org')
  const colleague = await theirs.newPage()
  await colleague.goto(`${baseURL}/link-workers/ring`)
  await expect(colleague.locator(`#${id}`)).toContainText('A colleague is ringing this one')
  await expect(colleague.locator(`#${id} form`)).toHaveCount(0)
  await theirs.close()
  await page.locator(`#${id}`).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await page.getByRole('alert').getByRole('link').first().click()
  await expect(page.locator(`#${id} input[type=radio]`).first()).toBeFocused()
  await page.locator(`#${id}`).getByRole('radio', { name: 'Nobody answered' }).check()
  await page.locator(`#${id}`).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status').first()).toContainText('nobody answered')
  await expect(page.locator(`#${id}`)).toHaveCount(0)
})

test('what was needed and not found is a need and a district', async ({ page, context, baseURL }) => {
  await asWorker(context, baseURL)
  await page.goto('/search?what=zzzzqqqq&where=M33+2AB')
  await page.getByRole('link', { name: 'Say what is needed' }).click()
  await expect(page.getByLabel('Where?')).toHaveValue('M33')
  await page.getByRole('button', { name: 'Count it' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await page.getByLabel('What was needed?').selectOption({ index: 3 })
  await page.getByRole('button', { name: 'Count it' }).click()
  await expect(page.getByRole('status')).toContainText('in M33, this week.')
})

test('a group tells link workers what they should know', async ({ page, context, baseURL, browser }) => {
  const { slug, group } = listing(6)
  await signIn(context, baseURL, { email: 'teller@example.org', holds: [{ role: 'group', scope: group }] })
  const theirs = await browser.newContext()
  await asWorker(theirs, baseURL)
  const worker = await theirs.newPage()
  await worker.goto(`${baseURL}/listing/${slug}`)
  await worker.getByRole('link', { name: 'See what link workers see' }).click()
  await expect(worker.getByText('What did you hear?')).toBeVisible()
  const id = worker.url().split('/').at(-1) ?? ''
  await page.goto(`/groups/listing/${id}/link-workers`)
  await page.getByLabel('Your words').fill('Ring before 11.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toHaveText('Link workers see this now.')
  await worker.reload()
  await expect(worker.getByText('Ring before 11.')).toBeVisible()
  await theirs.close()
  const refused = await page.goto(`/link-workers/listing/${id}`)
  expect(refused?.status(), 'notes are for link workers').toBe(403)
})

test('nobody else gets in', async ({ page, context, baseURL }) => {
  for (const path of [
    '/link-workers/ring',
    '/link-workers/searches',
    '/link-workers/listing/x',
    '/link-workers/unmet',
  ]) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/sign-in\?then=/)
  }
  await signIn(context, baseURL, { email: 'nobody@example.org' })
  for (const path of ['/link-workers/ring', '/link-workers/searches', '/link-workers/unmet'])
    expect((await page.goto(path))?.status()).toBe(403)
  expect((await page.goto('/link-workers/listing/x'))?.status()).toBe(404)
  await page.goto('/link-workers')
  await expect(page.getByText('not as a link worker')).toBeVisible()
})

test('axe finds nothing, and nothing is wider than a small phone', async ({ page, context, baseURL }) => {
  test.setTimeout(120_000)
  await page.setViewportSize({ width: 320, height: 800 })
  expect((await page.goto('/link-workers'))?.status()).toBe(200)
  expect(await violations(page)).toEqual([])
  await asWorker(context, baseURL, 'axe@example.org')
  await page.goto(`/listing/${listing(7).slug}`)
  const to = (await page.getByRole('link', { name: 'See what link workers see' }).getAttribute('href')) ?? ''
  const paths = [
    to,
    `/cy${to}`,
    '/link-workers',
    '/cy/link-workers/ring',
    '/link-workers/searches?save=what%3Dlonely',
    '/link-workers/unmet',
    '/search?what=food',
  ]
  for (const path of paths) {
    expect((await page.goto(path))?.status(), path).toBe(200)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
    expect(await violations(page), path).toEqual([])
  }
  await page.goto(to)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  expect(await violations(page), 'with something wrong').toEqual([])
})
