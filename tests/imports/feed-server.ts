/** An Open Referral feed on this machine, with faults switched on as a test wants them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { serve, type Page, type Web } from './web-server.ts'

export type Service = { [key: string]: unknown; id?: unknown; name?: unknown }

export type FeedOptions = {
  /** Services on a page, whatever is asked for. */
  size?: number
  dialect?: 'hsds' | 'older'
  /** Pages are counted from 0. */
  fromNought?: boolean
  /** The list tells all; there are no details. */
  full?: boolean
  /** Lists of other services than what is there: by page. */
  pages?: (number: number, honest: Service[]) => Service[]
  /** What the head of a page says beside the truth. */
  head?: (number: number, honest: object) => object
  /** In place of an answer, so often (for ever); `page` or `id` says where. */
  faults?: Fault[]
  /** Parameters that are answered with 400. */
  refuses?: string[]
}
export type Fault = { page?: number; id?: string; times?: number; answer: Page }

export async function serveFeed(services: readonly Service[], options: FeedOptions = {}): Promise<Web> {
  const faults = (options.faults ?? []).map((fault) => ({ ...fault, left: fault.times ?? Infinity }))
  return serve((request, response) => {
    const url = new URL(request.url ?? '/', 'http://feed')
    const [, list, id] = /^(?:\/api)?\/(services)(?:\/([^/]+))?$/.exec(url.pathname) ?? []
    const json = (value: unknown, status = 200): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (list === undefined) return json({ title: 'There is no such page.' }, 404)
    const wrong = options.refuses?.find((name) => url.searchParams.has(name))
    if (wrong !== undefined) return json({ title: `"${wrong}" is not a parameter.` }, 400)
    const page = Number(url.searchParams.get('page') ?? 1)
    const name = id === undefined ? undefined : decodeURIComponent(id)
    const fault = faults.find(
      (it) => it.left > 0 && (name === undefined ? it.page === page && it.id === undefined : it.id === name),
    )
    if (fault) {
      fault.left--
      return fault.answer(request, response)
    }
    if (name === undefined) return json(pageOf(services, page, options))
    const found = services.find((one) => String(one.id) === name)
    return found ? json(found) : json({ title: 'There is no such service.' }, 404)
  })
}

function pageOf(services: readonly Service[], page: number, options: FeedOptions): object {
  const { size = 25, fromNought = false, full = false } = options
  const index = fromNought ? page : page - 1
  const pages = Math.ceil(services.length / size)
  const honest = services.slice(index * size, (index + 1) * size)
  const items = options.pages?.(page, honest) ?? honest
  const shown = full ? items : items.map(compact)
  const [first, last] = [index <= 0, index >= pages - 1]
  const count = {
    total: services.length,
    pages,
    number: page,
    size: honest.length,
    empty: honest.length === 0,
  }
  const head =
    options.dialect === 'older'
      ? {
          totalElements: count.total,
          totalPages: pages,
          number: page,
          size: count.size,
          first,
          last,
          empty: count.empty,
        }
      : {
          total_items: count.total,
          total_pages: pages,
          page_number: page,
          size: count.size,
          first_page: first,
          last_page: last,
          empty: count.empty,
        }
  return {
    ...(options.head?.(page, head) ?? head),
    [options.dialect === 'older' ? 'content' : 'contents']: shown,
  }
}

/** What a list tells of a service. */
const compact = ({ id, name, description, status, url, organization, assured_date }: Service): Service => ({
  id,
  name,
  description,
  status,
  url,
  organization,
  assured_date,
})

/** Broken off, though the head says how long it is. */
export const cutOff: Page = (_, response) => {
  response.writeHead(200, { 'content-length': '100000' })
  response.write('{"contents":[{"id":"1","na', () => response.destroy())
}
/** Broken off, and nothing says so. */
export const half: Page = (_, response) => response.writeHead(200).end('{"contents":[{"id":"1","na')
export const html: Page = (_, response) =>
  response
    .writeHead(200, { 'content-type': 'text/html' })
    .end('<!DOCTYPE html><html><body>Sorry</body></html>')
export const drip: Page = (_, response) => {
  response.writeHead(200)
  const timer = setInterval(() => response.write(' '), 30)
  response.on('close', () => clearInterval(timer))
}
const BOMB = gzipSync(Buffer.alloc(60_000_000, ' '))
export const bomb: Page = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB)

/** `folder`: a feed kept as files, with one file for each service in services/. In the order of its pages. */
export function servicesIn(folder: string): Service[] {
  const read = (name: string): { [key: string]: unknown } =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')) as { [key: string]: unknown }
  return readdirSync(folder)
    .filter((name) => /^services_page_\d+\.json$/.test(name))
    .sort()
    .flatMap((name) => read(name).contents as Service[])
    .map(({ id }) => read(`services/${String(id)}.json`))
}
