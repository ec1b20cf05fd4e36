/** An umbrella body invites a group, the group accepts, and a round of calls is saved on one screen; with script and without. */
import { expect, test, type BrowserContext } from '@playwright/test'
import { readDemo } from '../../src/app/demo/load.ts'
import { idOf } from '../../src/app/demo/ids.ts'
import { openStore } from '../../src/store/open.ts'
import { signInOn, type Who } from '../signed-in.ts'
import { inLetterTo } from './mailbox.ts'

const DATA = process.env['BROWSER_TEST_DATA'] ?? ''
/** Groups of several public listings, from the end, where other specs do not look. */
const GROUPS = readDemo()
  .filter(({ listings }) => listings.filter(({ status }) => status === 'published').length > 1)
  .map(({ id, name, listings }) => ({
    id: idOf(`group ${id}`),
    name,
    listings: listings.filter(({ status }) => status === 'published'),
  }))

async function signIn(context: BrowserContext, baseURL: string | undefined, who: Who): Promise<void> {
  const { name, value } = await signInOn({ dataDir: DATA }, who)
  await context.addCookies([{ name, value, url: baseURL ?? '' }])
}

for (const { how, javaScriptEnabled, nth } of [
  { how: 'with JavaScript', javaScriptEnabled: true, nth: 1 },
  { how: 'without JavaScript', javaScriptEnabled: false, nth: 2 },
])
  test.describe(how, () => {
    test.use({ javaScriptEnabled, viewport: { width: 375, height: 800 } })

    test('invited, accepted, rung round, saved at once', async ({ page, context, browser, baseURL }) => {
      const group = GROUPS.at(-nth)
      const [first, second] = group?.listings ?? []
      if (group === undefined || first === undefined || second === undefined) throw new Error('no such group')
      const body = `body-${nth}`
      const store = await openStore(`${DATA}/fingerpost.db`)
      await store.act((act) =>
        act.umbrellas.put({
          id: body,
          name: `Voluntary Action ${nth}`,
          website: null,
          madeAt: new Date().toISOString(),
        }),
      )
      await store.close()
      await signIn(context, baseURL, {
        email: `${body}@example.org`,
        holds: [{ role: 'umbrella', scope: body }],
      })

      await page.goto('/umbrella')
      await expect(page.getByText('No group has accepted your help yet.')).toBeVisible()
      await page.getByRole('link', { name: 'Invite groups' }).click()
      await page.getByLabel('Name, or what it does').fill(group.name)
      await page.getByRole('button', { name: 'Search' }).last().click()
      await page.getByRole('button', { name: `Invite ${group.name}`, exact: true }).click()
      await expect(page.getByRole('status').first()).toHaveText(
        'The group is invited. Those who keep it get a letter.',
      )

      const keeper = `kept-by-${nth}@example.org`
      const there = await browser.newContext({ javaScriptEnabled, baseURL: baseURL ?? '' })
      await signIn(there, baseURL, { email: keeper, holds: [{ role: 'group', scope: group.id }] })
      const theirs = await there.newPage()
      await theirs.goto(`/groups/people/${group.id}`)
      await theirs.getByRole('button', { name: `Accept Voluntary Action ${nth}` }).click()
      await expect(theirs.getByRole('status')).toHaveText(
        'They can help you now. You can end it here at any time.',
      )
      await there.close()
      await inLetterTo(`${body}@example.org`, /has accepted Voluntary Action/)

      await page.goto('/umbrella')
      const row = (name: string) => page.getByRole('group', { name: `What did you hear about ${name}?` })
      await row(first.name).getByLabel('Still right').check()
      await row(second.name).getByLabel('Full', { exact: true }).check()
      await row(second.name).getByText('Add words or a date').click()
      await row(second.name).getByLabel('Full until').fill('2020-01-01')
      await page.getByRole('button', { name: 'Save all' }).click()
      await expect(page).toHaveTitle(/^Error: /)
      await expect(page.getByRole('alert')).toContainText(`${second.name}: Give a day that is still to come`)
      await expect(row(first.name).getByText('Saved')).toBeVisible()
      await expect(row(second.name).getByLabel('Full', { exact: true })).toBeChecked()
      await row(second.name).getByLabel('Full until').fill('')
      await page.getByRole('button', { name: 'Save all' }).click()
      await expect(page.getByRole('status').first()).toContainText('1 answer saved.')
      await inLetterTo(keeper, /Voluntary|support body|umbrella/i)
      await page.goto(`/listing/${first.slug}`)
      await expect(page.getByText('Confirmed by a local support body').first()).toBeVisible()
      expect(await page.textContent('body'), 'by role, never by name').not.toContain(
        `Voluntary Action ${nth}`,
      )
    })
  })
