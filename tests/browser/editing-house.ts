/** What the browser tests of editing share: a listing of their own, somebody who keeps it, and what they press. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Browser, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { signInOn, type Holding } from '../signed-in.ts'
import { settled, statement } from '../store/made.ts'

export const dataDir = process.env.BROWSER_TEST_DATA ?? ''
export const PHONE = { width: 375, height: 800 }

export async function onStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(join(dataDir, 'fingerpost.db'))
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** The kind of the letter with this key, waiting or sent. */
export function letterOf(key: string): unknown {
  const db = new DatabaseSync(join(dataDir, 'fingerpost.db'), { readOnly: true })
  try {
    return db.prepare('select kind from outbox where key = ?').get(key)?.['kind']
  } finally {
    db.close()
  }
}

/** A listing of this test alone, of a group of its own. */
export async function aListing(): Promise<{ id: string; slug: string; group: string; name: string }> {
  const id = randomUUID()
  const [slug, group, name] = [`kettle-${id}`, `g-${id}`, `Kettle ${id.slice(0, 8)}`]
  const said = {
    name,
    summary: 'Tea for all',
    phone: { number: '0161 496 0123', visible: true },
    places: [{ name: 'St Anne’s Hall', town: 'Sale', postcode: 'M33 2AB' }],
    sessions: [
      { rule: { every: 'week' as const, on: ['tu' as const] }, start: '10:00', end: '12:00', pauses: [] },
    ],
  }
  const at = new Date().toISOString()
  await onStore((store) =>
    store.add([
      {
        id,
        slug,
        group: { id: group, name: `Friends of ${name}`, org_ids: [] },
        statement: statement(id, said, { at }),
        settled: settled(said),
        author: 'group',
        at,
      },
    ]),
  )
  return { id, slug, group, name }
}

export async function signedIn(
  browser: Browser,
  baseURL: string | undefined,
  holds: Holding[],
  email: string,
  javaScriptEnabled: boolean,
): Promise<Page> {
  const who = await signInOn({ dataDir }, { email, holds })
  const context = await browser.newContext({
    viewport: PHONE,
    javaScriptEnabled,
    ...(baseURL ? { baseURL } : {}),
  })
  await context.addCookies([{ name: who.name, value: who.value, url: baseURL ?? '' }])
  return context.newPage()
}

export const field = (page: Page, name: string) => page.locator(`[id="${name}"]`)
export const save = (page: Page) =>
  page.getByRole('button', { name: 'Save and go on', exact: true }).last().click()
export const sendAll = async (page: Page) => {
  await page.getByRole('link', { name: 'Check and send' }).click()
  await page.getByRole('button', { name: 'Send it' }).click()
}

export async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`)),
  ).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
}
