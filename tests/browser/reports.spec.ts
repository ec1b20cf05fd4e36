/** "Something wrong?": from anybody's report to the desk's answer. */
import { expect, test } from '@playwright/test'
import { report } from '../../src/desk/report.ts'
import { workshopOn } from '../workers/house.ts'
import { daysAgo, inStore, ours, signIn } from './desk-matters.ts'
import { inLetterTo } from './mailbox.ts'

/** Reports of one network are counted over an hour, and a listing is one thing in all of these: one after the other. */
test.describe.configure({ mode: 'serial', timeout: 120_000 })

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
