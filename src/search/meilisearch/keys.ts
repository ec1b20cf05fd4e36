/**
 * The two keys of a site, each with no more rights than it needs: one asks questions, one writes. Meilisearch makes a key
 * from its number and the master key, so the same ones come back on every server that has the same master key, whenever
 * they are asked for.
 */
import { createHash } from 'node:crypto'
import { besideOf } from './beside.ts'
import { MeiliError, type MeiliClient, type Method } from './client.ts'
import { INDEX } from './settings.ts'
import { again, CALL_MS } from './tasks.ts'

export type Keys = { search: string; write: string }

type Wanted = { uid: string; name: string; description: string; actions: string[]; indexes: string[] }

/** The numbers of ours, the same for ever: of the usual index; those of another one are made from its name. */
const UIDS = {
  search: '5f1a7c30-2b7e-4c1d-9a55-f1e6e2b05701',
  write: '5f1a7c30-2b7e-4c1d-9a55-f1e6e2b05702',
}

/** A UUID in its fourth form, which is all that Meilisearch takes. */
function uidOf(which: keyof Keys, index: string): string {
  if (index === INDEX) return UIDS[which]
  const hex = createHash('sha256').update(`${UIDS[which]} ${index}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-9${hex.slice(15, 18)}-${hex.slice(18, 30)}`
}

const wantedOf = (index: string): { search: Wanted; write: Wanted } => ({
  search: {
    uid: uidOf('search', index),
    name: 'Fingerpost search',
    description: 'Asks questions of one index and can do nothing else',
    actions: ['search'],
    indexes: [index],
  },
  write: {
    uid: uidOf('write', index),
    name: 'Fingerpost sync',
    description: 'Writes one index and those built beside it; can make no keys',
    actions: ['documents.*', 'indexes.*', 'settings.*', 'tasks.get', 'stats.get'],
    indexes: [index, `${besideOf(index)}*`],
  },
})

/** `master`: a client with the master key. Safe to run again. Throws a MeiliError. */
export async function makeKeys(master: MeiliClient, index: string): Promise<Keys> {
  const wanted = wantedOf(index)
  return { search: await makeKey(master, wanted.search), write: await makeKey(master, wanted.write) }
}

type Key = { key: string; actions: string[]; indexes: string[]; expiresAt: string | null }

async function makeKey(master: MeiliClient, wanted: Wanted): Promise<string> {
  const ask = <T>(method: Method, path: string, body?: unknown) =>
    again(() => master.ask<T>(method, path, { ms: CALL_MS, ...(body === undefined ? {} : { body }) }))
  const there = await ask<Key>('get', `keys/${wanted.uid}`).catch((error: unknown) => {
    if (error instanceof MeiliError && error.status === 404 && error.code !== null) return null
    throw error
  })
  if (there !== null) {
    if (alike(there.actions, wanted.actions) && alike(there.indexes, wanted.indexes)) return there.key
    // What a key may do cannot be changed, but the one made anew with the same number is the same text.
    await ask('delete', `keys/${wanted.uid}`)
  }
  return (await ask<Key>('post', 'keys', { ...wanted, expiresAt: null })).key
}

const alike = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join(' ') === [...b].sort().join(' ')

/** What neither may do, and what only the other one may; nothing of it would change anything if it were allowed. */
const FORBIDDEN: readonly [Method, string, unknown?][] = [
  ['get', 'keys'],
  ['post', 'keys', {}],
  ['get', 'indexes/somebody-elses'],
  ['post', 'indexes/somebody-elses/search', { q: '', limit: 0 }],
  ['get', 'experimental-features'],
  ['get', 'webhooks'],
]
const notSearch = (index: string): typeof FORBIDDEN => [
  ['get', `indexes/${index}/documents?limit=0`],
  ['get', `indexes/${index}/settings`],
  ['get', `indexes/${index}/stats`],
  ['get', 'indexes'],
  ['get', 'tasks'],
  ['get', 'stats'],
]
const notWrite = (index: string): typeof FORBIDDEN => [
  ['post', `indexes/${index}/search`, { q: '', limit: 0 }],
]

/** What a key of ours may do although it should not: "get keys"; []: all is well. */
export async function tooMuch(client: MeiliClient, which: keyof Keys, index: string): Promise<string[]> {
  const found: string[] = []
  for (const [method, path, body] of [
    ...FORBIDDEN,
    ...(which === 'search' ? notSearch(index) : notWrite(index)),
  ]) {
    const may = await again(() =>
      client.ask(method, path, { ms: CALL_MS, ...(body === undefined ? {} : { body }) }),
    ).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof MeiliError) || error.status === null) throw error
        return error.kind !== 'key'
      },
    )
    if (may) found.push(`${method} ${path}`)
  }
  return found
}

/** What a search key is refused. Where something would be written, what to write is missing: nothing changes. */
const beyondSearch = (index: string): readonly [Method, string][] => [
  ['get', 'keys'],
  ['get', `indexes/${index}/settings`],
  ['get', `indexes/${index}/documents?limit=0`],
  ['get', 'tasks?limit=1'],
  ['post', `indexes/${index}/documents`],
  ['post', `indexes/${index}/documents/delete-batch`],
  ['patch', `indexes/${index}/settings`],
]

/** The longest the site waits for one of these, in the background. Milliseconds. */
const LOOK_MS = 5000

/** Whether the key the site searches with may do nothing else. Throws an EngineFailure where the server could not say it. */
export async function maySearchOnly(client: MeiliClient, index: string): Promise<boolean> {
  for (const [method, path] of beyondSearch(index)) {
    const isLetIn = await client.ask(method, path, { ms: LOOK_MS }).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof MeiliError) || error.status === null || error.status >= 429) throw error
        // A refusal without a word of Meilisearch's own is that of a proxy, which lets nobody do it.
        return error.kind !== 'key' && error.code !== null
      },
    )
    if (isLetIn) return false
  }
  return true
}
