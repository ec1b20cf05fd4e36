/** The desk: matters decided with the keyboard, an edit refused, a crisis switched on, roles given. */
import { expect, test } from '@playwright/test'
import { signInOn } from '../signed-in.ts'
import { dataDir, daysAgo, inStore, ours, review, signIn, waits } from './desk-matters.ts'
import { inLetterTo } from './mailbox.ts'

/** The next matter of a queue is the oldest one that waits, whichever test brought it: ours are older than any. */
test.describe.configure({ mode: 'serial', timeout: 120_000 })

test('matters are decided one after the other with the keyboard alone', async ({
  page,
  context,
  baseURL,
}) => {
  await review('first', ours(3).id, 400)
  await review('second', ours(4).id, 399)
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
  await expect(page).toHaveURL(/\?done=put-right/)
  await expect(page).not.toHaveURL(/second/)
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
  await expect(page.getByText(/^This touches \d+ listings?\. Refuges/)).toBeVisible()
  await page.getByRole('button', { name: 'Switch it on' }).click()
  await expect(page.getByText('It is on. People see it now.')).toBeVisible()
  const anybody = await (await browser.newContext()).newPage()
  const seen = async () => {
    await anybody.goto(`${baseURL}/listing/${slug}`)
    return anybody.getByRole('heading', { name: 'Paused for now' }).count()
  }
  await expect.poll(seen).toBe(1)
  await expect(anybody.getByText('The hall is flooded.')).toBeVisible()
  await anybody.goto(`${baseURL}/search?what=${encodeURIComponent(name)}`)
  await expect(anybody.locator('.result', { hasText: name }).first()).toContainText('Paused until')
  const api = await (await anybody.request.get(`${baseURL}/api/listing/${id}`)).json()
  expect(api).toMatchObject({ notices: [{ what: 'paused' }], capacity: { state: 'paused' } })
  await page.getByRole('button', { name: 'End it now' }).click()
  await expect(page.getByText('It is off.')).toBeVisible()
  await expect.poll(seen).toBe(0)
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
