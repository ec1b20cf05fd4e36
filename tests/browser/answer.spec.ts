/** A group answers from a letter, and from its own page: with and without script, on a phone (issue "the people who keep it true"). */
import { expect, test, type Page } from '@playwright/test'
import { signInOn } from '../signed-in.ts'
import { editedMeanwhile, letterFor, storedOf } from './letter-links.ts'

/** Taps and typings from the opened letter to "done", at most, in a person's twenty seconds: what they take here is printed. */
const STEPS = 4

/** The line of an answer, as a thumb finds it. */
const answered = (page: Page, words: string) => page.locator('label.choice').filter({ hasText: words })

/** Presses and typings are counted as a person would count them. */
function counted(page: Page) {
  let steps = 0
  return {
    tap: async (name: string) => {
      steps++
      await answered(page, name).click()
    },
    type: async (label: string, words: string) => {
      steps++
      await page.getByRole('textbox', { name: label }).fill(words)
    },
    press: async (name: string) => {
      steps++
      await page.getByRole('button', { name, exact: true }).click()
    },
    steps: () => steps,
  }
}
const nextMarch = () => (new Date().getMonth() < 2 ? new Date().getFullYear() : new Date().getFullYear() + 1)

for (const [how, javaScriptEnabled, at] of [
  ['with script', true, 0],
  ['without script', false, 1],
] as const)
  test.describe(how, () => {
    test.use({ javaScriptEnabled, viewport: { width: 375, height: 800 } })

    test('from the letter to "full until 1 March"', async ({ page }) => {
      const { path, listings } = await letterFor(at)
      const [known] = listings
      const name = known?.listing.name ?? ''
      const begun = performance.now()
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      for (const radio of await page.getByRole('radio').all()) await expect(radio).not.toBeChecked()
      const { tap, type, press, steps } = counted(page)
      await tap('Full')
      await type('Full until when?', '1 March')
      await press('Save')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Saved. Thank you')
      await expect(page.locator('.state.full')).toHaveText('Full until 1 March said by the group today')
      const took = Math.round(performance.now() - begun)
      console.log(`${how}: ${steps()} steps, ${took} ms`)
      expect(steps()).toBeLessThanOrEqual(STEPS)
      const stored = await storedOf(known?.listing.id ?? '')
      expect(stored.capacity).toMatchObject({ state: 'full', until: `${nextMarch()}-03-01`, by: 'group' })
      await page.goto(`/listing/${known?.listing.slug ?? ''}`)
      await expect(page.locator('.state.full').first()).toContainText('Full until 1 March')
    })

    test('what is wrong is said beside the box, and nothing typed is lost', async ({ page }) => {
      const { path } = await letterFor(at + 2)
      await page.goto(path)
      await answered(page, 'Yes, all of it').click()
      await answered(page, 'Full').click()
      await page.getByRole('textbox', { name: 'Full until when?' }).fill('when we are less')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page).toHaveTitle(/^Error: /)
      await expect(page.getByRole('alert')).toContainText('Type a day such as “1 March”')
      await expect(page.getByRole('textbox', { name: 'Full until when?' })).toHaveValue('when we are less')
      await expect(page.getByLabel('Yes, all of it')).toBeChecked()
      await page.getByRole('textbox', { name: 'Full until when?' }).fill('1/3')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.locator('.state.full')).toContainText('Full until 1 March')
      await expect(page.locator('.state.confirmed')).toContainText('Confirmed by the group')
    })
  })

test('a mail scanner that opens every link twenty times changes nothing', async ({ page, request }) => {
  const { path, listings } = await letterFor(4, { many: 2 })
  const [known] = listings
  const id = known?.listing.id ?? ''
  const before = await storedOf(id)
  const links = [path, `${path}?listing=${id}`, `${path}?listing=${id}&room=full&right=ended&sure=1`]
  for (let opened = 0; opened < 20; opened++)
    for (const link of links) {
      expect((await request.head(link)).status()).toBe(200)
      const got = await request.get(link, { headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch' } })
      expect(got.status()).toBe(200)
      expect(got.headers()['cache-control']).toBe('no-store')
      // To no other site; "no-referrer" would take the origin from our own forms, too.
      expect(got.headers()['referrer-policy']).toBe('same-origin')
    }
  // What follows a press is not followed by who only opens links: another site's form neither.
  const foreign = await request.post(`${path}?listing=${id}`, {
    form: { listing: id, revision: '1', right: 'yes' },
    headers: { origin: 'https://elsewhere.example.org' },
  })
  expect(foreign.status()).toBe(403)
  expect(await storedOf(id)).toEqual(before)
  await page.goto(`${path}?listing=${id}`)
  await answered(page, 'Room for new people').click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Saved. Thank you')
  expect((await storedOf(id)).capacity?.state).toBe('open')
})

test('a used link says so and when, and a second press changes nothing', async ({ page }) => {
  const { path, listings } = await letterFor(5)
  await page.goto(path)
  const again = await page.context().newPage()
  await again.goto(path)
  await answered(page, 'Yes, all of it').click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Saved. Thank you')
  await answered(again, 'Having a break').click()
  await again.getByRole('button', { name: 'Save' }).click()
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('This link has been used')
  expect((await storedOf(listings[0]?.listing.id ?? '')).capacity?.state).not.toBe('paused')
  const response = await page.goto(path)
  expect(response?.status()).toBe(410)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link has been used')
  await expect(page.getByText(/^It was answered on \d+ \w+ \d{4}/)).toBeVisible()
  await expect(page.locator('main').getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('an expired link says so and until when', async ({ page, request, baseURL }) => {
  const { path, listings } = await letterFor(6, { days: 31 })
  const response = await page.goto(path)
  expect(response?.status()).toBe(410)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link is too old')
  await expect(page.getByText(/^It worked until \d+ \w+ \d{4}\.$/)).toBeVisible()
  const id = listings[0]?.listing.id ?? ''
  const before = await storedOf(id)
  const form = { listing: id, revision: '1', room: 'full' }
  const pressed = await request.post(path, { form, headers: { origin: baseURL ?? '' } })
  expect(pressed.status()).toBe(410)
  expect(await storedOf(id)).toEqual(before)
})

test('a link that was cut off is no link', async ({ page }) => {
  const { path } = await letterFor(6)
  const response = await page.goto(path.slice(0, -4))
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link does not work')
})

test('two listings in one letter: one after the other', async ({ page }) => {
  const { path, listings } = await letterFor(7, { many: 2 })
  const [first, second] = listings.map(({ listing }) => listing.name)
  await page.goto(path)
  await page.getByRole('link', { name: first }).click()
  await answered(page, 'Room for new people').click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: `Next: ${second}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(second ?? '')
  await page.goto(path)
  await expect(page.getByText(/^Answered on /)).toHaveCount(1)
  await page.getByRole('link', { name: second }).click()
  await answered(page, 'Waiting list').click()
  await page.getByLabel('About how many weeks?').fill('6')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('.state.waiting')).toContainText('Waiting list, about 6 weeks')
  expect((await page.goto(path))?.status()).toBe(410)
})

test('what somebody else changed meanwhile is not confirmed unseen, and nothing said is lost', async ({
  page,
}) => {
  const { path, listings } = await letterFor(13)
  const [known] = listings
  if (known === undefined) throw new Error('The demonstration has too few groups.')
  const id = known.listing.id
  await page.goto(path)
  await answered(page, 'Yes, all of it').click()
  await answered(page, 'Full').click()
  await editedMeanwhile(known, 'Another line, by the desk.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('This was changed while you had it open')
  await expect(page.getByRole('alert')).toContainText('Short line')
  const between = await storedOf(id)
  expect(between.capacity?.state).toBe('full')
  expect(between.confirmation?.revision).not.toBe(2)
  await expect(page.getByRole('radio', { name: 'Full' })).toHaveCount(0)
  await answered(page, 'Yes, all of it').click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Saved. Thank you')
  expect((await storedOf(id)).confirmation).toMatchObject({ by: 'group', revision: 2 })
})

test('"it has ended" is made sure of, with its day', async ({ page }) => {
  const { path, listings } = await letterFor(8)
  const [known] = listings
  await page.goto(path)
  await answered(page, 'It has ended').click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Has ${known?.listing.name} ended?`)
  expect((await storedOf(known?.listing.id ?? '')).listing.status).toBe('published')
  await page.getByLabel('When did it end?').fill('1 November')
  await page.getByRole('button', { name: 'Yes, it has ended' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Saved. Thank you')
  expect((await storedOf(known?.listing.id ?? '')).listing).toMatchObject({ status: 'ended' })
  await page.goto(`/listing/${known?.listing.slug ?? ''}`)
  await expect(page.getByRole('heading', { name: 'This has closed' })).toBeVisible()
})

test.describe('signed in', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 375, height: 800 } })

  test('one press on my page says whether there is room, and can be taken back', async ({
    page,
    baseURL,
  }) => {
    const { listings, group } = await letterFor(9)
    const [known] = listings
    const id = known?.listing.id ?? ''
    const who = await signInOn(
      { dataDir: process.env.BROWSER_TEST_DATA ?? '' },
      { holds: [{ role: 'group', scope: group }] },
    )
    await page.context().addCookies([{ name: who.name, value: who.value, url: baseURL ?? '' }])
    await page.goto('/groups')
    const before = await storedOf(id)
    const mine = page.locator(`#l-${id}`)
    await mine.getByRole('button', { name: 'Full' }).click()
    await expect(page.getByRole('status')).toContainText(`${known?.listing.name}: people see “Full`)
    expect((await storedOf(id)).capacity?.state).toBe('full')
    await page.getByRole('button', { name: 'Take it back' }).click()
    await expect(page.getByRole('status')).toContainText('Taken back.')
    expect((await storedOf(id)).capacity?.state).toBe(before.capacity?.state ?? 'full')
    await expect(page.getByRole('button', { name: 'Take it back' })).toHaveCount(0)
  })

  test('another group’s listing is not theirs', async ({ page, baseURL }) => {
    const [own, other] = [await letterFor(10), await letterFor(11)]
    const who = await signInOn(
      { dataDir: process.env.BROWSER_TEST_DATA ?? '' },
      { holds: [{ role: 'group', scope: own.group }] },
    )
    await page.context().addCookies([{ name: who.name, value: who.value, url: baseURL ?? '' }])
    const id = other.listings[0]?.listing.id ?? ''
    expect((await page.goto(`/groups/listing/${id}`))?.status()).toBe(403)
    const before = await storedOf(id)
    const form = { listing: id, room: 'full', right: 'yes', revision: '1' }
    for (const path of ['/groups', `/groups/listing/${id}`]) {
      const pressed = await page.request.post(path, { form, headers: { origin: baseURL ?? '' } })
      expect(pressed.status()).toBe(403)
    }
    expect(await storedOf(id)).toEqual(before)
  })
})
