/** A feed at an address: list and details, fetched to a shelf before anything is made of them. */
import { readAddress } from '../fetching/address.ts'
import { forOneFeed } from '../fetching/fetch.ts'
import type { Fetching } from '../fetching/outcome.ts'
import { Refused } from '../refused.ts'
import { fetchDetails } from './details.ts'
import { fetchJson } from './fetch-json.ts'
import type { Body, Gathered } from './gathered.ts'
import { readJson } from './json.ts'
import { walkList, type AskPage } from './list.ts'
import { isFull, readPage, type ListPage } from './page.ts'
import type { Kept, Shelf } from './shelf.ts'
import { idAt } from './words.ts'

/** Services asked for on one page; servers give what they like. */
const PER_PAGE = 100
export type Reading = {
  fetching: Fetching
  shelf: Shelf
  /** Day, or null for everything. */
  since: string | null
  progress?: ((done: number, of: number) => void) | undefined
}

/** Throws Refused where the feed cannot be read. */
export async function readFeed(address: string, reading: Reading): Promise<Gathered> {
  const fetching = forOneFeed(reading.fetching)
  const list = await findList(address, { ...reading, fetching })
  let first: One | null = list.first
  const pages: Kept[] = []
  const ids = new Map<string, boolean>()
  let full = false
  const ask: AskPage = async (number) => {
    // The first page came when the list was looked for.
    const got = number === 1 && first !== null ? first : await readOne(list.page(number), fetching)
    first = null
    if (got.is === 'none') return got
    const kept = await reading.shelf.keep(got.bytes)
    pages.push(kept)
    const known = got.page.items.map((item) => [idAt(item), isFull(item)] as const)
    for (const [id, whole] of known) if (id !== null && !ids.has(id)) ids.set(id, whole)
    full ||= known.some(([, whole]) => whole)
    reading.progress?.(ids.size, (got.page.total ?? ids.size) * 2)
    return { is: 'page', page: got.page, drop: () => void pages.pop() }
  }
  const listed = await walkList(ask)
  const wanted = full ? [] : [...ids.keys()]
  const { details, broken } = await fetchDetails(wanted, { ...reading, fetching, addressOf: list.detail })
  const body =
    (kept: Kept): Body =>
    async () =>
      jsonOf(await reading.shelf.read(kept))
  return {
    lists: pages.map(body),
    details: new Map([...details].map(([id, kept]) => [id, body(kept)])),
    broken,
    loose: [],
    problems: listed.problems,
    whole: reading.since === null && listed.whole,
  }
}

const jsonOf = (bytes: Buffer): unknown => {
  const read = readJson(bytes)
  return read.is === 'json' ? read.value : null
}

type List = { page: (number: number) => string; detail: (id: string) => string }
type FoundList = List & { first: One }

/**
 * "https://…/services" of the address of an API, or the address itself. Servers that refuse what they do not know
 * ("full", "per_page") are asked without it.
 */
async function findList(
  address: string,
  { fetching, since }: Reading & { fetching: Fetching },
): Promise<FoundList> {
  const given = readAddress(address)
  if (!(given instanceof URL)) throw new Refused(given.why)
  const path = given.pathname.replace(/\/+$/, '')
  const paths = path.endsWith('/services') ? [path] : [`${path}/services`, path === '' ? '/' : path]
  const extras: { [name: string]: string }[] = [
    { full: 'true', per_page: String(PER_PAGE) },
    { per_page: String(PER_PAGE) },
    {},
  ]
  let why = ''
  for (const tried of paths)
    for (const extra of extras) {
      const list = listAt(given, tried, {
        ...extra,
        ...(since === null ? {} : { modified_after: `${since}T00:00:00Z` }),
      })
      const got = await readOne(list.page(1), fetching)
      if (got.is === 'page') return { ...list, first: got }
      why ||= got.why
      if (got.status !== 400 && got.status !== 422) {
        if (got.status !== 404) throw new Refused(`Page 1 could not be read: ${got.why}`)
        break
      }
    }
  throw new Refused(`There is no list of services: ${why}`)
}

function listAt(given: URL, path: string, parameters: { [name: string]: string }): List {
  return {
    page(number) {
      const url = new URL(given)
      url.pathname = path
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
      url.searchParams.set('page', String(number))
      return url.href
    },
    detail(id) {
      const url = new URL(given)
      url.pathname = `${path.replace(/\/$/, '')}/${encodeURIComponent(id)}`
      return url.href
    },
  }
}

type One = { is: 'page'; page: ListPage; bytes: Buffer } | { is: 'none'; why: string; status: number | null }

async function readOne(address: string, fetching: Fetching): Promise<One> {
  const got = await fetchJson(address, fetching, (value) => readPage(value) ?? 'is no list of services')
  return got.is === 'none' ? got : { is: 'page', page: got.value, bytes: got.bytes }
}
