/** The desk answers a conflict field by field; axe finds nothing on its page, which is nowhere too wide. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Conflict } from '../../src/imports/conflicts.ts'
import { daysAgo, inStore, ours, signIn, waits } from './desk-matters.ts'

test.describe.configure({ timeout: 180_000 })

/** A source said two fields otherwise three days ago, after the group had spoken: as an import leaves it. */
async function furnish(id: string, at: number): Promise<{ id: string; path: string; name: string }> {
  const listing = ours(at)
  const said = daysAgo(60).toISOString()
  const since = daysAgo(3).toISOString()
  const fields: Conflict[] = [
    {
      field: 'first_time',
      shown: 'Ask for Jo.',
      by: 'group',
      said_at: said,
      offered: 'Ring the bell.',
      offered_at: since,
    },
    {
      field: 'eligibility',
      shown: 'Adults',
      by: 'group',
      said_at: said,
      offered: 'Everybody',
      offered_at: since,
    },
  ]
  await inStore(async (store) => {
    const found = await store.byId(listing.id)
    if (found.is !== 'listing') throw new Error('no listing')
    const { known } = found
    const statements = await store.statements(listing.id)
    for (const [source, by, how, when] of [
      ['group', 'group', 'form', said],
      ['told-list', 'source', 'file', since],
    ] as const) {
      const value = (field: Conflict) => (by === 'group' ? field.shown : field.offered) as string
      const before = statements.find((it) => it.source === source)?.fields
      const claims = fields.map((it) => [it.field, { value: value(it), at: when, by, how }])
      const { revision } = (await store.listings([listing.id]))[0]?.listing ?? known.listing
      await store.edit({
        listing: listing.id,
        revision,
        statement: { listing: listing.id, source, fields: { ...before, ...Object.fromEntries(claims) } },
        settled: { ...known.listing, first_time: 'Ask for Jo.', eligibility: 'Adults' },
        author: by,
        at: when,
      })
    }
  })
  // In the order of a form, as the rules give them.
  const inOrder = [fields[1], fields[0]]
  await waits({
    id,
    kind: 'conflict',
    listing: listing.id,
    about: { source: 'told-list', name: 'A list', fields: inOrder },
  })
  return { id: listing.id, path: `/desk/matter/${id}`, name: listing.name }
}

test('kept, taken: each field has its own answer', async ({ page, context, baseURL }) => {
  const { id, path, name } = await furnish('conflict:told-list:one', 3)
  await signIn(context, baseURL, [{ role: 'desk' }])
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  const first = page
    .getByRole('group', { name: 'Your first time' })
    .or(page.locator('fieldset.conflict').nth(1))
  await expect(first.first()).toContainText('Ring the bell.')
  await page.locator('input[name="ruling.first_time"][value="take"]').check()
  await page.getByRole('button', { name: 'Save the answers' }).click()
  await expect(page.getByText('The answers are saved.')).toBeVisible()
  const now = await inStore((store) => store.listings([id]))
  expect(now[0]?.listing).toMatchObject({ first_time: 'Ring the bell.', eligibility: 'Adults' })
})

for (const width of [320, 768, 1280])
  test(`axe finds nothing on a conflict at ${width} px`, async ({ page, context, baseURL }) => {
    const { path } = await furnish('conflict:told-list:axe', 4)
    await signIn(context, baseURL, [{ role: 'desk' }])
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(path)
      await expect(page.locator('fieldset.conflict').first()).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
