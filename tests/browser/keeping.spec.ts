/** Somebody comes to keep a listing: with its own address, with a code sent there, and as a stranger whom the desk knows. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { readDemo } from '../../src/app/demo/load.ts'
import { idOf } from '../../src/app/demo/ids.ts'
import { signInOn, type Who } from '../signed-in.ts'
import { inLetterTo } from './mailbox.ts'

const KEPT = readDemo().flatMap((group) => {
  const listing = group.listings.find((it) => it.status === 'published' && it.email?.visible === true)
  const masked = group.listings.some((it) => it.places.some((place) => place.masked))
  return listing?.email === undefined || masked
    ? []
    : [
        {
          slug: listing.slug,
          name: listing.name,
          address: listing.email.address,
          group: idOf(`group ${group.id}`),
        },
      ]
})
/** Each test has a group of its own: keepers stay. From the end, where other specs do not look. */
const kept = (at: number) => {
  const found = KEPT.at(-1 - at)
  if (found === undefined) throw new Error('The demonstration has too few listings with an address.')
  return found
}

async function signIn(context: BrowserContext, baseURL: string | undefined, who: Who): Promise<void> {
  const { name, value } = await signInOn({ dataDir: process.env['BROWSER_TEST_DATA'] ?? '' }, who)
  await context.addCookies([{ name, value, url: baseURL ?? '' }])
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
const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

const WAYS = [
  { how: 'with JavaScript', javaScriptEnabled: true, nth: 0 },
  { how: 'without JavaScript', javaScriptEnabled: false, nth: 1 },
]

for (const { how, javaScriptEnabled, nth } of WAYS)
  test.describe(how, () => {
    test.use({ javaScriptEnabled, viewport: { width: 375, height: 800 } })

    test('the address the listing has is proof enough', async ({ page }) => {
      const { slug, name, address, group } = kept(nth)
      await page.goto(`/listing/${slug}`)
      await page.locator(`a[href="/groups/keep/${slug}"]`).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Look after ${name}`)
      await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
      await page.getByLabel('e-mail address').fill(address.toUpperCase())
      await page.getByRole('main').getByRole('button').first().click()
      const code = await inLetterTo(address, /\b\d{6}\b/)
      await page.getByLabel('Code of six digits').fill(code)
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('button', { name: 'Look after this listing' }).click()
      await expect(page).toHaveURL(new RegExp(`/groups/people/${group}`))
      await expect(page.getByRole('status')).toHaveText('You look after this group now.')
      await expect(page.getByText(address.toLowerCase())).toBeVisible()
      await page.goto(`/groups/keep/${slug}`)
      await expect(page.getByText('You look after this listing.')).toBeVisible()
    })

    test('a stranger is sent to the desk with what they say, and hears the answer', async ({
      page,
      context,
      browser,
      baseURL,
    }) => {
      const { slug, name } = kept(2 + nth)
      const email = `stranger-${nth}@example.org`
      await signIn(context, baseURL, { email })
      await page.goto(`/groups/keep/${slug}`)
      expect(await fits(page)).toBe(true)
      await page.getByLabel('A web page that shows it').fill('example.org/us')
      await page.getByRole('button', { name: 'Send to the directory team' }).click()
      await expect(page).toHaveTitle(/^Error: /)
      await expect(page.getByRole('alert')).toContainText('Write who you are')
      await expect(page.getByLabel('A web page that shows it')).toHaveValue('example.org/us')
      await page
        .getByLabel('Who are you, and how can we check?')
        .fill('I run it with two others. Ring 0161 496 0123.')
      await page.getByLabel('A web page that shows it').fill('https://example.org/us')
      await page.getByRole('button', { name: 'Send to the directory team' }).click()
      await expect(page.getByText('The directory team is looking at what you sent.')).toBeVisible()

      const desk = await browser.newContext({
        javaScriptEnabled,
        viewport: { width: 375, height: 800 },
        baseURL: baseURL ?? '',
      })
      await signIn(desk, baseURL, {
        email: `desk-${nth}@example.org`,
        holds: [{ role: 'desk' }],
        second: true,
      })
      const queue = await desk.newPage()
      await queue.goto('/desk/keeper')
      await queue
        .getByRole('link', { name: new RegExp(name) })
        .first()
        .click()
      await expect(queue.getByText('I run it with two others.')).toBeVisible()
      await queue.getByRole('button', { name: 'Accept' }).click()
      await expect(queue.getByText('Accepted.')).toBeVisible()
      await desk.close()

      await inLetterTo(email, /The directory team says yes/)
      await page.goto(`/groups/keep/${slug}`)
      await expect(page.getByText('You look after this listing.')).toBeVisible()
    })

    test('a code goes to the address the listing has, and works for whoever asked', async ({
      page,
      context,
      baseURL,
    }) => {
      const { slug, address } = kept(4 + nth)
      await signIn(context, baseURL, { email: `helper-${nth}@example.org` })
      await page.goto(`/groups/keep/${slug}`)
      await expect(page.getByText(`${address.slice(0, 1)}…@${address.split('@')[1]}`)).toBeVisible()
      await page.getByRole('button', { name: 'Send the code' }).click()
      await expect(page.getByRole('status')).toHaveText(
        'A letter is on its way. Ask whoever reads it for the code.',
      )
      const code = await inLetterTo(address, /\b\d{6}\b/)
      await page.getByLabel('The code').fill(code === '000000' ? '111111' : '000000')
      await page.getByRole('button', { name: 'Use the code' }).click()
      await expect(page.getByRole('alert')).toContainText('You can try 4 times more')
      await page.getByLabel('The code').fill(code)
      await page.getByRole('button', { name: 'Use the code' }).click()
      await expect(page.getByRole('status')).toHaveText('You look after this group now.')
    })
  })

test('an invitation that a mail program opened 20 times still joins whoever presses', async ({
  page,
  context,
  browser,
  baseURL,
  request,
}) => {
  const { group } = kept(6)
  await signIn(context, baseURL, { email: 'keeper-6@example.org', holds: [{ role: 'group', scope: group }] })
  await page.goto(`/groups/people/${group}`)
  await page.getByLabel('Their e-mail address').fill('invited-6@example.org')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByRole('status')).toHaveText('The invitation is on its way.')
  const path = await inLetterTo('invited-6@example.org', /\/groups\/invitation\/[\w-]+/)
  for (let opened = 0; opened < 10; opened++) {
    expect((await request.get(path)).status()).toBe(200)
    await request.head(path)
  }
  const invited = await browser.newContext({ baseURL: baseURL ?? '' })
  const there = await invited.newPage()
  await there.goto(path)
  await expect(there.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await signIn(invited, baseURL, { email: 'invited-6@example.org' })
  await there.goto(path)
  await there.getByRole('button', { name: 'Join' }).click()
  await expect(there.getByRole('status')).toHaveText('You look after this group now.')
  await there.goto(path)
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('This invitation was used already.')
  await invited.close()
})

test('axe finds nothing on these pages, and none scrolls sideways', async ({ page, context, baseURL }) => {
  test.setTimeout(120_000)
  const { slug, group } = kept(7)
  const pages = [
    '/groups/keep/' + slug,
    `/groups/people/${group}`,
    '/groups/invitation/unknown',
    '/umbrella',
    '/umbrella/groups?what=walk',
  ]
  await signIn(context, baseURL, {
    email: 'everything-7@example.org',
    holds: [{ role: 'group', scope: group }, { role: 'administrator' }],
    second: true,
  })
  const found: { [path: string]: string[] } = {}
  for (const path of pages)
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(path)
      expect(await fits(page), `${path} at ${width}`).toBe(true)
      found[`${path} at ${width}`] = await violations(page)
    }
  await page.goto(`/groups/people/${group}`)
  await page.getByRole('link', { name: 'Leave' }).click()
  await page.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('alert')).toContainText('Tick that you know what it means')
  found['leaving as the last one'] = await violations(page)
  expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([])
})
