/** Every way another site could make somebody's browser send something, against the running site. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSignIns, type SignIns } from '../../src/people/sign-ins.ts'
import { keepSecret } from '../../src/app/secret.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { startSite, type Running } from '../site.ts'
import { aBrowser } from './browser.ts'

let site: Running
let store: Store
let signIns: SignIns
beforeAll(async () => {
  site = await startSite({ DEMO: '0' })
  store = await openStore(join(site.dataDir, 'fingerpost.db'))
  const { secret } = keepSecret({ authSecret: null, dataDir: site.dataDir })
  signIns = openSignIns(store, { secret, base: site.url, secure: false, now: () => new Date() })
}, 240_000)
afterAll(async () => {
  await store?.close()
  await site?.stop()
})

const METHODS = ['GET', 'POST', 'PUT', 'DELETE'] as const
const TYPES = [
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
  'application/json',
  '',
] as const
const ORIGINS = ['ours', 'https://evil.example', 'null', ''] as const
const SITES = ['same-origin', 'same-site', 'cross-site', 'none', ''] as const
const COOKIES = [true, false] as const

type Case = {
  method: (typeof METHODS)[number]
  type: (typeof TYPES)[number]
  origin: (typeof ORIGINS)[number]
  site: (typeof SITES)[number]
  cookie: boolean
}
const all: Case[] = METHODS.flatMap((method) =>
  TYPES.flatMap((type) =>
    ORIGINS.flatMap((origin) =>
      SITES.flatMap((from) => COOKIES.map((cookie) => ({ method, type, origin, site: from, cookie }))),
    ),
  ),
)

const BOUNDARY = 'here-it-ends'
const bodyOf = (type: Case['type']): string => {
  if (type === 'multipart/form-data')
    return `--${BOUNDARY}\r\ncontent-disposition: form-data; name="do"\r\n\r\nend-others\r\n--${BOUNDARY}--\r\n`
  if (type === 'application/json') return '{"do":"end-others"}'
  return type === '' ? '' : 'do=end-others'
}

/** The rule in the words of this file: what must be refused, and what may change something. */
const fromElsewhere = ({ origin, site: from, cookie }: Case): boolean => {
  if (from !== '') return from === 'same-site' || from === 'cross-site'
  if (origin !== '') return origin !== 'ours'
  return cookie
}
const changes = (it: Case): boolean =>
  it.method === 'POST' &&
  it.cookie &&
  !fromElsewhere(it) &&
  (it.type === 'application/x-www-form-urlencoded' || it.type === 'multipart/form-data')

test(
  `${all.length} cases: only a form of ours, of somebody signed in, changes anything`,
  { timeout: 120_000 },
  async () => {
    const person = await store.act(({ people }) =>
      people.for({ email: 'ann@example.org', id: randomUUID(), at: new Date().toISOString() }),
    )
    const begin = () =>
      signIns.begin({ person: person.id, second: false, checkedAt: new Date(), userAgent: null })
    const here = (await begin()).cookies[0]?.split(';')[0] ?? ''
    await begin()
    const wrong: string[] = []
    let refused = 0
    let changed = 0
    for (const it of all) {
      const headers: Record<string, string> = {}
      if (it.type !== '')
        headers['content-type'] = it.type.startsWith('multi') ? `${it.type}; boundary=${BOUNDARY}` : it.type
      if (it.origin !== '') headers.origin = it.origin === 'ours' ? site.url : it.origin
      if (it.site !== '') headers['sec-fetch-site'] = it.site
      if (it.cookie) headers.cookie = here
      const sending = it.method === 'GET' ? {} : { body: bodyOf(it.type) }
      const path = it.method === 'GET' ? '/account?do=end-others' : '/account'
      const { status } = await aBrowser(site.url).ask(path, { method: it.method, headers, ...sending })
      const ended = (await store.people.signIns(person.id)).length < 2
      if (ended) {
        changed++
        await begin()
      }
      if (status === 403) refused++
      const unknown = it.method === 'PUT' || it.method === 'DELETE'
      const expected = unknown ? 405 : it.method === 'POST' && fromElsewhere(it) ? 403 : null
      if (ended !== changes(it) || (expected !== null && status !== expected))
        wrong.push(`${JSON.stringify(it)}: ${status}, ${ended ? 'changed' : 'unchanged'}`)
    }
    expect(wrong).toEqual([])
    // The grid reached both sides of the fence.
    expect(refused).toBeGreaterThan(60)
    expect(changed).toBeGreaterThan(5)
  },
)
