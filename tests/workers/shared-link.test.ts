/** A shared link that is followed, day after day: who stands first then, what the card says, and that it stays so all day. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { inRoot } from '../../src/app/root.ts'
import { openStore } from '../../src/store/open.ts'
import { en } from '../../src/text/en.ts'
import { cy } from '../../src/text/cy.ts'
import { startSite } from '../site.ts'
import { aNew } from '../store/made.ts'

const DAY_MS = 86_400_000
const CLOCK = `--import=${pathToFileURL(inRoot('tests', 'later.ts')).href}`
const CHOIRS = ['alder', 'birch']
const PERSON = { 'user-agent': 'Mozilla/5.0', cookie: 'so-that=no-page-of-a-moment-ago-answers' }
const PREVIEW = { ...PERSON, 'user-agent': 'WhatsApp/2.23' }

/** Two choirs of which nothing but the name is different. Both have room. */
async function directory(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-shared-link-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const store = await openStore(join(folder, 'here', 'fingerpost.db'))
  const saidAt = new Date().toISOString()
  await store.add(
    CHOIRS.map((id) => aNew(id, { name: `Choir ${id}` }, { group: null, slug: `choir-${id}`, at: saidAt })),
  )
  const room = {
    session: null,
    state: 'open' as const,
    weeks: null,
    until: null,
    saidAt,
    by: 'group' as const,
  }
  await store.sayCapacity(CHOIRS.map((listing) => ({ ...room, id: `room-${listing}`, listing })))
  await store.close()
  cpSync(join(folder, 'here'), join(folder, 'elsewhere'), { recursive: true })
  return folder
}

/** The whole site on that day, until `doing` is done. What is only counted is written when it ends. */
async function onDay<T>(day: number, dataDir: string, doing: (url: string) => Promise<T>): Promise<T> {
  const NODE_OPTIONS = `${process.env['NODE_OPTIONS'] ?? ''} ${CLOCK}`
  const site = await startSite({ DEMO: '0', NODE_OPTIONS, LATER_MS: String(day * DAY_MS) }, dataDir)
  try {
    return await doing(site.url)
  } finally {
    await site.stop()
  }
}

async function read(url: string, headers: Record<string, string> = PERSON): Promise<string> {
  const answer = await fetch(url, { headers })
  expect(answer.status, url).toBe(200)
  return answer.text()
}

/** Who stands where in a page of results, and what the cards say of the order. */
function cards(page: string, said: string) {
  const parts = page.split('data-slug="').slice(1)
  const order = parts.map((part) => part.slice('choir-'.length, part.indexOf('"')))
  return { order, higher: order.filter((_, i) => parts[i]?.includes(said)) }
}
const results = async (url: string) => cards(await read(`${url}/search?what=choir`), en.finding.fair)

it('a link followed on three days lets an equal by on the fourth, and the card says why', async () => {
  const folder = await directory()
  const [here, elsewhere] = [join(folder, 'here'), join(folder, 'elsewhere')]
  // The same day in a place where nobody shared anything.
  const undisturbed = await onDay(3, elsewhere, results)
  expect(undisturbed.order.toSorted()).toEqual(CHOIRS)
  expect(undisturbed.higher).toEqual([])
  const [first = '', second = ''] = undisturbed.order

  for (const day of [0, 1, 2])
    await onDay(day, here, async (url) => {
      const before = await results(url)
      for (let i = 0; i < 2; i++) await read(`${url}/listing/choir-${first}?shared`)
      // Messengers look at a link for their picture of it: nobody was sent.
      for (let i = 0; i < 5; i++) await read(`${url}/listing/choir-${second}?shared`, PREVIEW)
      expect(await results(url)).toEqual(before)
    })

  await onDay(3, here, async (url) => {
    const after = await results(url)
    expect(after).toEqual({ order: [second, first], higher: [second] })
    await read(`${url}/listing/choir-${second}?shared`)
    expect(await results(url)).toEqual(after)
    const welsh = cards(await read(`${url}/cy/search?what=choir`), cy.finding.fair)
    expect(welsh).toEqual(after)
  })
  // Started again on the same day, with what was counted since written down.
  expect((await onDay(3, here, results)).order).toEqual([second, first])
})
