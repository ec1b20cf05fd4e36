/** A listing is changed and added in the browser, at the width of a phone, with JavaScript and without. */
import { expect, test } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { readData } from '../../src/app/read-data.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { ranksSchema } from '../../src/listings/settle.ts'
import { refuseChange } from '../../src/upkeep/edit/decide-change.ts'
import { aSignedIn, type Holding } from '../signed-in.ts'

import { onStore, letterOf, aListing, signedIn, field, save, sendAll, expectClean } from './editing-house.ts'

for (const javaScript of [true, false])
  test.describe(javaScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.setTimeout(90_000)

    test('times are read from words and are public at once; every page is clean', async ({
      browser,
      baseURL,
    }) => {
      const { id, slug, group, name } = await aListing()
      const page = await signedIn(
        browser,
        baseURL,
        [{ role: 'group', scope: group }],
        `times-${id}@example.org`,
        javaScript,
      )
      await page.goto(`/groups/listing/${id}/edit`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Change ${name}`)
      if (javaScript) await expectClean(page)
      await page.getByRole('link', { name: 'When', exact: true }).click()
      await field(page, 'times_words').fill('Thursdays 2pm to 4pm, not in August')
      await save(page)
      await expect(page.getByText('Thursday 2pm to 4pm, every week')).toBeVisible()
      if (javaScript) await expectClean(page)
      await page.getByRole('button', { name: 'Yes, use these times' }).click()
      await expect(page.getByRole('status')).toHaveText('Saved. Nobody else sees it yet.')
      await page.getByRole('link', { name: 'Check and send' }).click()
      await expect(page.getByRole('heading', { name: 'People see this at once' })).toBeVisible()
      if (javaScript) await expectClean(page)
      await page.getByRole('button', { name: 'Send it' }).click()
      await expect(page.getByRole('status')).toContainText('People see this now: When and When, in words.')
      await page.goto(`/listing/${slug}`)
      await expect(page.getByText('Thursday 2pm to 4pm, every week')).toBeVisible()
    })

    test('a telephone waits, the public page stays, the desk refuses with a reason', async ({
      browser,
      baseURL,
    }) => {
      const { id, slug, group } = await aListing()
      const email = `phone-${id}@example.org`
      const page = await signedIn(browser, baseURL, [{ role: 'group', scope: group }], email, javaScript)
      await page.goto(`/groups/listing/${id}/edit/contact`)
      await field(page, 'phone.number').fill('ask Ann')
      await save(page)
      await expect(page).toHaveTitle(/^Error: /)
      await expect(field(page, 'phone.number')).toHaveValue('ask Ann')
      await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', '#phone.number')
      if (javaScript) await expectClean(page)
      await field(page, 'phone.number').fill('0161 496 0999')
      await save(page)
      await sendAll(page)
      await expect(page.getByRole('status')).toContainText('This waits for the directory team: Telephone.')
      await page.goto(`/listing/${slug}`)
      await expect(page.locator('.phone').first()).toHaveText('0161 496 0123')
      const decided = await onStore(async (store) => {
        const [matter] = await store.matters.list({ listing: id, kind: 'change' })
        const workshop = {
          store,
          ranks: readData('data/source-ranks.json', ranksSchema),
          taxonomy: readTaxonomy(),
          now: () => new Date(),
          newId: randomUUID,
        }
        const admin = aSignedIn([{ role: 'administrator' }])
        expect((await refuseChange(admin, matter?.id ?? '', 'Nobody answers there.', workshop)).is).toBe(
          'decided',
        )
        return matter?.id
      })
      expect(decided).toBeDefined()
      await page.goto(`/groups/listing/${id}/edit`)
      await expect(page.getByText('This waits for the directory team:')).toHaveCount(0)
      expect(letterOf(`change-refused:${decided}`)).toBe('change-refused')
    })

    test('two editors: nothing is lost, and of one field each chooses', async ({ browser, baseURL }) => {
      const { id, slug, group } = await aListing()
      const holds: Holding[] = [{ role: 'group', scope: group }]
      const mine = await signedIn(browser, baseURL, holds, `mine-${id}@example.org`, javaScript)
      const theirs = await signedIn(browser, baseURL, holds, `theirs-${id}@example.org`, javaScript)
      for (const page of [mine, theirs]) await page.goto(`/groups/listing/${id}/edit/name`)
      await theirs.locator('[id="summary"]').fill('Their line')
      await theirs.locator('[id="description"]').fill('Their long words')
      await save(theirs)
      await sendAll(theirs)
      await mine.locator('[id="summary"]').fill('My line')
      await save(mine)
      await mine.getByRole('link', { name: 'Check and send' }).click()
      await expect(mine.getByRole('heading', { level: 1 }).first()).toHaveText(
        'Somebody else changed this too',
      )
      await expect(mine.locator('.clash')).toContainText('Their line')
      await expect(mine.locator('.clash')).toContainText('My line')
      if (javaScript) await expectClean(mine)
      await mine.getByRole('button', { name: 'Send it' }).click()
      await expect(mine).toHaveTitle(/^Error: /)
      await mine.getByLabel('Use what I typed').check()
      await mine.getByRole('button', { name: 'Send it' }).click()
      await expect(mine.getByRole('status')).toContainText('Short line')
      await mine.goto(`/listing/${slug}`)
      await expect(mine.getByText('My line')).toBeVisible()
      await expect(mine.getByText('Their long words')).toBeVisible()
    })

    test('a change is put back', async ({ browser, baseURL }) => {
      const { id, slug, group } = await aListing()
      const page = await signedIn(
        browser,
        baseURL,
        [{ role: 'group', scope: group }],
        `back-${id}@example.org`,
        javaScript,
      )
      await page.goto(`/groups/listing/${id}/edit/name`)
      await field(page, 'summary').fill('A line of mistakes')
      await save(page)
      await sendAll(page)
      await page.getByRole('link', { name: 'What changed before' }).click()
      if (javaScript) await expectClean(page)
      await page.getByRole('button', { name: 'Put back: Short line' }).click()
      await expect(page.getByRole('status')).toHaveText(/Put back: Short line\./)
      await page.goto(`/listing/${slug}`)
      await expect(page.getByText('Tea for all')).toBeVisible()
    })

    test('a new listing, from who runs it to the desk', async ({ browser, baseURL }) => {
      const email = `new-${randomUUID()}@example.org`
      const page = await signedIn(browser, baseURL, [], email, javaScript)
      await page.goto('/groups/add')
      if (javaScript) await expectClean(page)
      await page.getByRole('button', { name: 'Begin' }).click()
      await expect(page).toHaveTitle(/^Error: /)
      await field(page, 'name').fill('Tea Friends of Sale')
      await page.getByRole('button', { name: 'Begin' }).click()
      await expect(page.getByText('Give it a name first')).toBeVisible()
      await page.getByRole('link', { name: 'Name and what it is' }).click()
      await field(page, 'name').fill(`Tea ${email.slice(4, 12)}`)
      await field(page, 'summary').fill('Tea and a chat')
      await save(page)
      await page.getByRole('link', { name: 'Where', exact: true }).click()
      await field(page, 'places.0.name').fill('St Anne’s Hall')
      await field(page, 'places.0.postcode').fill('m33 9zz')
      await save(page)
      // A postcode that is not known exactly is kept, and said.
      await expect(page.locator('.made-of')).toBeVisible()
      if (javaScript) await expectClean(page)
      await page.getByRole('link', { name: 'Back to all tasks' }).click()
      await page.getByRole('link', { name: 'Check your answers' }).click()
      await expect(page.getByText('St Anne’s Hall, M33 9ZZ').first()).toBeVisible()
      if (javaScript) await expectClean(page)
      await page.getByRole('button', { name: 'Send it to the directory team' }).click()
      await expect(page.getByRole('status')).toContainText('It is with the directory team.')
      await expect(page).toHaveURL(/\/groups\/listing\/.*\/edit\?added=1$/)
    })
  })

test('markup stays words on every page that shows it', async ({ browser, baseURL }) => {
  const { id, slug, group } = await aListing()
  const page = await signedIn(
    browser,
    baseURL,
    [{ role: 'group', scope: group }],
    `xss-${id}@example.org`,
    true,
  )
  const heard: string[] = []
  page.on('dialog', (dialog) => void (heard.push(dialog.message()), dialog.dismiss()))
  const EVIL = '</textarea></script><script>alert(1)</script>"><img src=x onerror=alert(2)>'
  await page.goto(`/groups/listing/${id}/edit/name`)
  for (const name of ['name', 'summary', 'description']) await field(page, name).fill(EVIL)
  await save(page)
  const own = `/groups/listing/${id}`
  for (const path of [`${own}/edit`, `${own}/edit/name`, `${own}/preview`]) {
    await page.goto(path)
    expect(await page.locator('img[src="x"]').count(), path).toBe(0)
  }
  await expect(page.locator('.differences').first()).toContainText(EVIL)
  await page.getByRole('button', { name: 'Send it' }).click()
  for (const path of [`${own}/edit`, `${own}/history`, `/listing/${slug}`]) {
    await page.goto(path)
    expect(await page.locator('img[src="x"]').count(), path).toBe(0)
  }
  expect(heard).toEqual([])
})

test('what is not theirs is not shown, and what is not there is said', async ({ browser, baseURL }) => {
  const { id } = await aListing()
  const stranger = await signedIn(
    browser,
    baseURL,
    [{ role: 'group', scope: 'other' }],
    `no-${id}@example.org`,
    false,
  )
  for (const page of ['edit', 'edit/name', 'preview', 'history'])
    expect((await stranger.goto(`/groups/listing/${id}/${page}`))?.status(), page).toBe(403)
  for (const path of [
    '/groups/listing/none/edit',
    `/groups/listing/${id}/edit/none`,
    '/groups/add/none',
    '/groups/add/none/check',
  ])
    expect([403, 404], path).toContain((await stranger.goto(path))?.status())
  const nobody = await browser.newPage({ ...(baseURL ? { baseURL } : {}) })
  await nobody.goto(`/groups/listing/${id}/edit`)
  await expect(nobody).toHaveURL(/\/sign-in\?then=/)
})
