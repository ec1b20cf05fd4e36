/** From "Something wrong?" to the desk's decision, and the switch for a crisis. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { join } from 'node:path'
import { readDemo } from '../../src/app/demo/load.ts'
import { idOf } from '../../src/app/demo/ids.ts'
import { report } from '../../src/desk/report.ts'
import { targetDay } from '../../src/desk/target.ts'
import { openStore } from '../../src/store/open.ts'
import type { NewMatter } from '../../src/store/matters/matter.ts'
import type { Store } from '../../src/store/store.ts'
import { signInOn, type Holding } from '../signed-in.ts'
import { workshopOn } from '../workers/house.ts'
import { inLetterTo } from './mailbox.ts'

/** Reports of one network are counted over an hour, and a listing is one thing in all of these: one after the other. */
test.describe.configure({ mode: 'serial', timeout: 120_000 })

const dataDir = () => process.env['BROWSER_TEST_DATA'] ?? ''
const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)
/** Published, unconfirmed, with a place: nobody's confirmation stands against a doubt. From the end. */
const OURS = readDemo().flatMap((group) =>
  group.listings
    .filter(
      (it) =>
        it.status === 'published' && it.confirmed === undefined && !it.needs.includes('domestic-abuse'),
    )
    .filter((it) => it.places.some(({ postcode, masked }) => postcode !== undefined && !masked))
    .map(({ slug, name }) => ({ slug, name, id: idOf(slug) })),
)
const ours = (at: number) => {
  const found = OURS.at(-1 - at)
  if (found === undefined) throw new Error('The demonstration has too few listings without a confirmation.')
  return found
}

async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(join(dataDir(), 'fingerpost.db'))
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
const waits = (matter: Pick<NewMatter, 'id' | 'kind' | 'listing' | 'about'> & Partial<NewMatter>, days = 1) =>
  inStore((store) =>
    store.act((act) =>
      act.matters.open({
        group: null,
        person: null,
        openedAt: daysAgo(days).toISOString(),
        targetOn: targetDay('review', daysAgo(days)),
        ...matter,
      }),
    ),
  )
const review = (id: string, listing: string, days: number) =>
  waits({ id, kind: 'review', listing, about: { asked: 3, since: daysAgo(50).toISOString() } }, days)

async function signIn(
  context: BrowserContext,
  baseURL: string | undefined,
  holds: Holding[],
  email?: string,
) {
  const who = { holds, second: true, ...(email === undefined ? {} : { email }) }
  const signed = await signInOn({ dataDir: dataDir() }, who)
  await context.addCookies([{ name: signed.name, value: signed.value, url: baseURL ?? '' }])
  return signed
}
async function violations(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of [320, 768, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const result = await new AxeBuilder({ page }).analyze()
      found.push(
        ...result.violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html }) => `${width} ${colorScheme} ${id}: ${html}`),
        ),
      )
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (wide > 0) found.push(`${width}: ${wide} px too wide`)
    }
  return found
}
const READ_MS = 3100

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'a reader with JavaScript' : 'a reader without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 375, height: 800 } })

    test('says that something is wrong', async ({ page, context }) => {
      await page.goto(`/listing/${ours(0).slug}`)
      await page.getByRole('link', { name: 'Tell us what is wrong' }).click()
      await page.getByRole('button', { name: 'Send' }).click()
      await expect(page).toHaveTitle(/^Error: /)
      await expect(page.getByRole('link', { name: 'Choose what is wrong' })).toBeVisible()
      await page.getByLabel('It is full').check()
      await page.getByLabel('What do you know?').fill('They <b>told</b> me so.')
      await page.getByLabel(/^Your e-mail/).fill('reader')
      await page.getByRole('button', { name: 'Send' }).click()
      await expect(page.getByRole('link', { name: /name@example\.org/ })).toBeVisible()
      await expect(page.getByLabel('What do you know?')).toHaveValue('They <b>told</b> me so.')
      await expect(page.getByLabel('It is full')).toBeChecked()
      await page.getByLabel(/^Your e-mail/).fill(`reader-${javaScriptEnabled}@example.org`)
      await page.waitForTimeout(READ_MS)
      await page.getByRole('button', { name: 'Send' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you')
      expect(await context.cookies()).toEqual([])
    })
  })

test('a form that nobody can have read is asked for again; a program that fills everything in changes nothing', async ({
  page,
}) => {
  await page.goto(`/report/${ours(1).slug}`)
  await page.getByLabel('It has closed').check()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('link', { name: /very quick/ })).toBeVisible()
  await expect(page.getByLabel('It has closed')).toBeChecked()
  await page.locator('#fax').evaluate((field: HTMLInputElement) => (field.value = '0161'))
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you')
  expect(await inStore((store) => store.matters.list({ kind: 'report', listing: ours(1).id }))).toEqual([])
})

test('the desk sees both reports as one, as they were written, and whoever left an address hears', async ({
  page,
  context,
  baseURL,
}) => {
  const dialogs: string[] = []
  page.on('dialog', (dialog) => void (dialogs.push(dialog.message()), dialog.dismiss()))
  await signIn(context, baseURL, [{ role: 'desk' }])
  await page.goto('/desk/report')
  await page.getByRole('link', { name: ours(0).name }).click()
  await expect(page.getByText('It is full (said 2 times)').first()).toBeVisible()
  await expect(page.getByText('They <b>told</b> me so.').first()).toBeVisible()
  await expect(page.getByText('2 people want to hear the outcome.')).toBeVisible()
  expect(await page.content()).not.toContain('reader-true@')
  await page.getByRole('button', { name: 'Take it' }).click()
  await expect(page.getByText('You have it')).toBeVisible()
  await page.getByRole('button', { name: 'I have put it right' }).click()
  await expect(page.getByRole('link', { name: 'Say how you know' })).toBeVisible()
  await page.getByLabel('I rang them').check()
  await page.getByRole('button', { name: 'I have put it right' }).click()
  await expect(page.getByText('Said to be put right.')).toBeVisible()
  expect(await inLetterTo('reader-true@example.org', /put it right/)).not.toBe('')
  expect(await inLetterTo('reader-false@example.org', /put it right/)).not.toBe('')
  const left = await inStore((store) => store.matters.list({ kind: 'report', listing: ours(0).id }))
  expect(JSON.stringify(left)).not.toContain('reader-')
  expect(dialogs).toEqual([])
})

test('too many from one network are told when to come again', async ({ page }) => {
  for (let sent = 0; sent < 5; sent++) {
    await page.goto(`/report/${ours(1).slug}`)
    await page.getByLabel('It has moved').check()
    await page.waitForTimeout(READ_MS)
    const answer = page.waitForResponse((it) => it.request().method() === 'POST')
    await page.getByRole('button', { name: 'Send' }).click()
    const response = await answer
    if (response.status() !== 429) continue
    expect(Number(response.headers()['retry-after'])).toBeGreaterThan(0)
    await expect(page.getByRole('link', { name: /^Many reports came from where you are/ })).toBeVisible()
    await expect(page.getByLabel('It has moved')).toBeChecked()
    return
  }
  throw new Error('Five reports more, and nobody was told to wait.')
})

test('two who say it has closed lower its standing after a while, until the desk has looked', async ({
  page,
  context,
  baseURL,
}) => {
  const { slug, id, name } = ours(2)
  await inStore(async (store) => {
    const then = workshopOn(store, () => daysAgo(15))
    const given = { listing: id, what: 'closed', words: '', tell: null, lang: 'en' } as const
    await report({ ...given, from: 'one' }, then, { alike: 2 })
    await report({ ...given, from: 'two' }, then, { alike: 2 })
  })
  await page.goto(`/listing/${slug}`)
  await expect(page.getByRole('heading', { name: 'This may have closed' })).toBeVisible()
  await expect(page.getByText('Somebody told us it has closed')).toBeVisible()
  await signIn(context, baseURL, [{ role: 'desk' }])
  await page.goto('/desk/report')
  await expect(page.getByText('Late by 12 days')).toBeVisible()
  await page.getByRole('link', { name }).click()
  await page.getByLabel('I was there').check()
  await page.getByRole('button', { name: 'It is right as it stands' }).click()
  await expect(page.getByText('Said to be right.')).toBeVisible()
  await page.goto(`/listing/${slug}`)
  await expect(page.getByRole('heading', { name: 'This may have closed' })).toHaveCount(0)
  await expect(page.getByText('Confirmed by the directory team').first()).toBeVisible()
})

test('matters are decided one after the other with the keyboard alone', async ({
  page,
  context,
  baseURL,
}) => {
  await review('first', ours(3).id, 9)
  await review('second', ours(4).id, 8)
  await signIn(context, baseURL, [{ role: 'desk' }])
  await page.goto('/desk/matter/first')
  const tabTo = async (what: (name: string) => boolean) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      const name = await page.evaluate(() => {
        const it = document.activeElement
        const label =
          it instanceof HTMLInputElement ? (it.labels?.[0]?.textContent ?? '') : (it?.textContent ?? '')
        return label.trim()
      })
      if (what(name)) return
    }
    throw new Error('The Tab key does not lead there.')
  }
  await tabTo((name) => name === 'Skip to the decision')
  await page.keyboard.press('Enter')
  await tabTo((name) => name.startsWith('I rang them'))
  await page.keyboard.press('Space')
  await tabTo((name) => name === 'It is right as it stands')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/desk\/matter\/second\?done=right#matter$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('status')).toHaveText('Said to be right. This is the next one.')
  await tabTo((name) => name.startsWith('I rang them'))
  // What is chosen by its arrow keys is the one way in which a keyboard moves between answers.
  await page.keyboard.press('ArrowDown')
  await tabTo((name) => name === 'I have put it right')
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/\/desk\/review\?done=put-right/)
})

test('an edit is refused with a reason, which its sender reads', async ({ page, context, baseURL }) => {
  const sender = await signInOn({ dataDir: dataDir() }, { email: 'sender@example.org' })
  const { id, name } = ours(5)
  const to = { number: '0161 496 0777', visible: true }
  const difference = { field: 'phone', from: null, to }
  await waits({
    id: 'edit',
    kind: 'change',
    listing: id,
    person: sender.person,
    about: { how: 'held', by: 'group', revision: 1, lang: 'en', differences: [difference] },
  })
  await signIn(context, baseURL, [{ role: 'desk' }])
  await page.goto('/desk/change')
  await page.getByRole('link', { name }).click()
  await expect(page.locator('.difference')).toContainText('0161 496 0777')
  await page.getByRole('button', { name: 'Refuse' }).click()
  await expect(page.getByRole('link', { name: 'Write why you refuse it' })).toBeVisible()
  await page.getByLabel('Your reason').fill('That is the number of the hall, not yours.')
  await page.getByRole('button', { name: 'Refuse' }).click()
  await expect(page.getByText('Refused, with your reason.')).toBeVisible()
  expect(await inLetterTo('sender@example.org', /That is the number of the hall, not yours\./)).not.toBe('')
  const [known] = await inStore((store) => store.listings([id]))
  expect(known?.listing.phone).not.toEqual(to)
})

test('a crisis notice shows at once, says how much it touches, and stops', async ({
  page,
  context,
  baseURL,
  browser,
}) => {
  const { slug, name, id } = ours(6)
  await signIn(context, baseURL, [{ role: 'desk' }])
  await page.goto('/desk/notices')
  await page.getByLabel('Everything is paused').check()
  await page.getByLabel('Only one group?').fill(`${baseURL}/listing/${slug}`)
  await page.getByLabel('One sentence').fill('The hall is flooded.')
  await page.getByRole('button', { name: 'See what it touches' }).click()
  await expect(page.getByText(/^This touches \d+ listings?\.$/)).toBeVisible()
  await page.getByRole('button', { name: 'Switch it on' }).click()
  await expect(page.getByText('It is on. People see it now.')).toBeVisible()
  const anybody = await (await browser.newContext()).newPage()
  const seen = async () => {
    await anybody.goto(`${baseURL}/listing/${slug}`)
    return anybody.getByRole('heading', { name: 'Paused for now' }).count()
  }
  await expect.poll(seen, { timeout: 5000 }).toBe(1)
  await expect(anybody.getByText('The hall is flooded.')).toBeVisible()
  await anybody.goto(`${baseURL}/search?what=${encodeURIComponent(name)}`)
  await expect(anybody.locator('.result', { hasText: name }).first()).toContainText('Paused until')
  const api = await (await anybody.request.get(`${baseURL}/api/listing/${id}`)).json()
  expect(api).toMatchObject({ notices: [{ what: 'paused' }], capacity: { state: 'paused' } })
  await page.getByRole('button', { name: 'End it now' }).click()
  await expect(page.getByText('It is off.')).toBeVisible()
  await expect.poll(seen, { timeout: 5000 }).toBe(0)
  await inStore((store) =>
    store.act((act) =>
      act.notices.add({
        id: 'lapsed',
        what: 'telephone',
        areas: [],
        kinds: [],
        groups: [],
        words: 'Over.',
        until: daysAgo(1).toISOString().slice(0, 10),
        saidAt: daysAgo(9).toISOString(),
        saidBy: 'p',
        endedAt: null,
        endedBy: null,
      }),
    ),
  )
  await anybody.waitForTimeout(2500)
  await anybody.goto(`${baseURL}/listing/${slug}`)
  await expect(anybody.getByText('By telephone only')).toHaveCount(0)
  await anybody.context().close()
})

test('a role is given and ended by whoever has just shown who they are', async ({
  page,
  context,
  baseURL,
}) => {
  await signIn(context, baseURL, [{ role: 'administrator' }])
  await page.goto('/desk/people')
  await page.getByLabel('Their e-mail').fill('worker@example.org')
  await page.getByLabel(/^Link worker/).check()
  await page.getByLabel('For', { exact: true }).fill('m33')
  await page.getByRole('button', { name: 'Give a role' }).click()
  await expect(page.getByText('They have the role now.')).toBeVisible()
  await page.getByRole('button', { name: /^End worker@example\.org/ }).click()
  await expect(page.getByText('The role has ended')).toBeVisible()
  await page.goto('/desk/record')
  await expect(page.getByText('Ended a role').first()).toBeVisible()
  await context.clearCookies()
  await signIn(context, baseURL, [{ role: 'desk' }])
  expect((await page.goto('/desk/people'))?.status()).toBe(403)
  await context.clearCookies()
  await signIn(context, baseURL, [{ role: 'link-worker' }])
  for (const path of [
    '/desk',
    '/desk/report',
    '/desk/record',
    '/desk/notices',
    '/desk/people',
    '/desk/matter/first',
  ])
    expect([path, (await page.goto(path))?.status()]).toEqual([path, 403])
})

test('axe finds nothing, and nothing is too wide', async ({ page, context, baseURL }) => {
  test.setTimeout(300_000)
  await review('looked-at', ours(7).id, 1)
  await signIn(context, baseURL, [{ role: 'desk' }, { role: 'administrator' }])
  const found: Record<string, string[]> = {}
  const paths = ['/desk', '/desk/review', '/desk/matter/looked-at', '/desk/matter/edit', '/desk/notices']
  for (const path of [
    ...paths,
    '/desk/people',
    '/desk/record',
    '/desk/quality',
    `/report/${ours(7).slug}`,
    '/cy/desk',
  ]) {
    await page.goto(path)
    found[path] = await violations(page)
  }
  await page.goto('/desk/matter/looked-at')
  await page.getByRole('button', { name: 'It has ended' }).click()
  found['an error'] = await violations(page)
  expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([])
})
