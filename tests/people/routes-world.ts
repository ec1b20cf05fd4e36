/** A small directory with everybody in it who can come to a page, on the running site. */
import { DatabaseSync } from 'node:sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JOBS } from '../../src/app/job-list.ts'
import { newToken } from '../../src/store/once.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { makeAnswerLink } from '../../src/upkeep/answer-link.ts'
import { signInOn, type Holding } from '../signed-in.ts'
import { startSite, type Running } from '../site.ts'
import { aNew } from '../store/made.ts'
import { aBrowser, type Answered } from './browser.ts'

/** Group g1 runs listing "own" in M33. Body u1 it has accepted; body u2 has only asked. */
export const PEOPLE = {
  nobody: null,
  plain: { holds: [] },
  keeper: { holds: [{ role: 'group', scope: 'g1' }] },
  other: { holds: [{ role: 'group', scope: 'g2' }] },
  worker: { holds: [{ role: 'link-worker', scope: 'M33' }] },
  'w-out': { holds: [{ role: 'link-worker', scope: 'M41' }] },
  body: { holds: [{ role: 'umbrella', scope: 'u1' }] },
  'b-not': { holds: [{ role: 'umbrella', scope: 'u2' }] },
  desk: { holds: [{ role: 'desk', scope: 'M33' }], second: true },
  'd-out': { holds: [{ role: 'desk', scope: 'M41' }], second: true },
  'd-1': { holds: [{ role: 'desk', scope: 'M33' }] },
  admin: { holds: [{ role: 'administrator' }], second: true },
  'a-1': { holds: [{ role: 'administrator' }] },
} as const satisfies { [name: string]: { holds: readonly Holding[]; second?: boolean } | null }
export type Name = keyof typeof PEOPLE
export const NAMES = Object.keys(PEOPLE) as Name[]

export type World = {
  site: Running
  store: Store
  /** Words that stand in braces in the table. */
  things: { [name: string]: string }
  cookies: { [N in Name]: string }
  people: { [N in Name]: string }
  /** Asks as somebody, from a network of their own: limits are another test's affair. */
  ask: (who: Name, path: string, form?: Record<string, string>) => Promise<Answered>
  stop: () => Promise<void>
}

const AT = '2026-11-01T09:00:00.000Z'
const M33 = [{ postcode: 'M33 2AB', town: 'Sale' }]
const org = (id: string) => ({ id, name: `Group ${id}`, org_ids: [] })

async function furnish(store: Store): Promise<void> {
  const email = { address: 'kettle@example.org', visible: true }
  await store.add([
    aNew('own', { places: M33, email, status: 'published' }, { group: org('g1') }),
    aNew('theirs', { places: M33, status: 'published' }, { group: org('g2') }),
    aNew('far', { places: [{ postcode: 'M41 5AA' }], status: 'published' }, { group: org('g3') }),
  ])
  await store.act(async (act) => {
    for (const id of ['u1', 'u2'])
      await act.umbrellas.put({ id, name: `Body ${id}`, website: null, madeAt: AT })
    const dates = { invitedAt: AT, invitedBy: null, acceptedBy: null, endedAt: null, endedBy: null }
    await act.umbrellas.tie({ umbrella: 'u1', group: 'g1', state: 'accepted', acceptedAt: AT, ...dates })
    await act.umbrellas.tie({ umbrella: 'u2', group: 'g1', state: 'invited', acceptedAt: null, ...dates })
    await act.matters.open({
      id: 'matter1',
      kind: 'keeper',
      listing: 'own',
      group: 'g1',
      person: 'p-asks',
      openedAt: AT,
      targetOn: '2026-11-04',
      about: { words: 'I run it.', website: null, email: 'asks@example.org' },
    })
  })
}

/** What the program does by itself counts as done today: what changes here, somebody has changed. */
async function restJobs({ turns }: Store): Promise<void> {
  const now = new Date()
  for (const { name } of JOBS) {
    const turn = { name: `job ${name}`, holder: 'test' }
    await turns.take({ ...turn, now, ms: 1000 })
    await turns.leave({ ...turn, doneAt: now.toISOString() })
  }
}

async function links(store: Store, keeper: string): Promise<{ [name: string]: string }> {
  const token = newToken()
  const madeAt = new Date().toISOString()
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
  const invitation = {
    id: 'inv1',
    group: 'g1',
    email: 'new@example.org',
    handOver: false,
    madeAt,
    madeBy: keeper,
    expiresAt,
  }
  const [answer, otherAnswer] = await store.act(async (act) => {
    await act.keepers.invite(invitation)
    await act.once.make(token, { kind: 'invitation', about: { invitation: 'inv1' }, madeAt, expiresAt })
    return Promise.all(
      ['own', 'theirs'].map((id) =>
        makeAnswerLink(act, { person: null, listings: [{ id, revision: 1 }] }, new Date(), newToken),
      ),
    )
  })
  return { token, answer: answer?.split('/').at(-1) ?? '', otherAnswer: otherAnswer?.split('/').at(-1) ?? '' }
}

export async function openWorld(): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fingerpost-routes-'))
  const store = await openStore(join(dataDir, 'fingerpost.db'))
  await furnish(store)
  await restJobs(store)
  const cookies: { [name: string]: string } = {}
  const people: { [name: string]: string } = {}
  for (const name of NAMES) {
    const who = PEOPLE[name]
    if (who === null) continue
    const there = await signInOn({ dataDir }, { email: `${name}@example.org`, ...who })
    cookies[name] = there.cookie
    people[name] = there.person
  }
  const site = await startSite({ DEMO: '0', TRUST_PROXY: '1', LOG_LEVEL: 'error' }, dataDir)
  let network = 0
  const ask: World['ask'] = (who, path, form) => {
    network += 1
    const headers = { 'x-forwarded-for': `10.${network >> 8}.${network & 255}.1` }
    return aBrowser(site.url, cookies[who] ?? '').ask(path, {
      headers,
      ...(form === undefined ? {} : { form }),
    })
  }
  const [grant] = await store.grants.of(people['keeper'] ?? '')
  const begun = await ask('keeper', '/groups/add', { group: 'g1', name: '' })
  const draft = String(begun.headers.location).split('/').at(-1) ?? ''
  return {
    site,
    store,
    ask,
    things: {
      grant: grant?.id ?? '',
      draft,
      soon: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
      ...(await links(store, people['keeper'] ?? '')),
    },
    cookies: cookies as World['cookies'],
    people: people as World['people'],
    async stop() {
      await site.stop()
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Tables that a page may write for whoever only looks: when they were seen, what is worked out, jobs, letters sent. */
const ASIDE = [
  'sign_in',
  'asking',
  'tally',
  'job_turn',
  'fact',
  'pressed',
  'outbox',
  'audit',
  'link_check',
  'counter',
]

/** All that anybody could have changed, by table. Of the record what was done, but not what was read. */
export function everything({ site }: World): { [table: string]: string } {
  const db = new DatabaseSync(join(site.dataDir, 'fingerpost.db'), { readOnly: true })
  try {
    const all = (words: string) => JSON.stringify(db.prepare(words).all())
    const names = db.prepare("select name from sqlite_master where type = 'table' order by name").all()
    const kept = names
      .map(({ name }) => String(name))
      .filter((name) => !/^(sqlite_|kysely_)/.test(name) && !ASIDE.includes(name))
    return {
      ...Object.fromEntries(kept.map((name) => [name, all(`select * from "${name}"`)])),
      outbox: all('select kind, to_address from outbox order by rowid'),
      audit: all("select did, role from audit where did not like 'read-%' order by rowid"),
    }
  } finally {
    db.close()
  }
}

/** What became otherwise, a line a table. */
export const otherwise = (world: World, before: { [table: string]: string }): string[] =>
  Object.entries(everything(world)).flatMap(([table, now]) =>
    now === before[table] ? [] : [`${table}: ${JSON.stringify(added(before[table] ?? '[]', now))}`],
  )

/** Rows that were not there before, or are not there any more. */
function added(before: string, now: string): unknown[] {
  const rows = (text: string): string[] => (JSON.parse(text) as unknown[]).map((row) => JSON.stringify(row))
  const [old, fresh] = [rows(before), rows(now)]
  return [
    ...fresh.slice(old.length),
    ...fresh.filter((row) => !old.includes(row)),
    ...old.filter((row) => !fresh.includes(row)),
  ]
}
