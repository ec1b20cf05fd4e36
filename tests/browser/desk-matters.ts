/** Matters, and listings of the demonstration that nobody has confirmed, for browser tests of the desk. */
import type { BrowserContext } from '@playwright/test'
import { join } from 'node:path'
import { readDemo } from '../../src/app/demo/load.ts'
import { idOf } from '../../src/app/demo/ids.ts'
import { targetDay } from '../../src/desk/target.ts'
import type { NewMatter } from '../../src/store/matters/matter.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { signInOn, type Holding } from '../signed-in.ts'

export const dataDir = () => process.env['BROWSER_TEST_DATA'] ?? ''
const DAY_MS = 86_400_000
export const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)
/** Published, unconfirmed, with a place: nobody's confirmation stands against a doubt. From the end. */
const OURS = readDemo().flatMap((group) =>
  group.listings
    .filter(
      (it) => it.status === 'published' && it.confirmed === undefined && !it.needs.includes('domestic-abuse'),
    )
    .filter((it) => it.places.some(({ postcode, masked }) => postcode !== undefined && !masked))
    .map(({ slug, name }) => ({ slug, name, id: idOf(slug) })),
)
export const ours = (at: number) => {
  const found = OURS.at(-1 - at)
  if (found === undefined) throw new Error('The demonstration has too few listings without a confirmation.')
  return found
}

export async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(join(dataDir(), 'fingerpost.db'))
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
export const waits = (
  matter: Pick<NewMatter, 'id' | 'kind' | 'listing' | 'about'> & Partial<NewMatter>,
  days = 1,
) =>
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
export const review = (id: string, listing: string, days: number) =>
  waits({ id, kind: 'review', listing, about: { asked: 3, since: daysAgo(50).toISOString() } }, days)

export async function signIn(
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
