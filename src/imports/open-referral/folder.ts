/** A feed as files: one of them, or a folder of list pages and services, as publishers and mock servers keep them. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LIMITS } from '../fetching/limits.ts'
import { Refused } from '../refused.ts'
import type { Problem } from '../report.ts'
import { feedProblem, type Body, type Gathered } from './gathered.ts'
import { readJson } from './json.ts'
import { isFull, isService, readPage } from './page.ts'
import { idAt } from './words.ts'

/** "services_page_1.json", "service_full.json", "test-service_list.json"; not "service_at_location_list.json", "schema-service.json". */
const ABOUT_SERVICES = /(^|[-_.])services?([-_.]|$)/i
const ABOUT_OTHERS = /service[-_]?at[-_]?location|schema|openapi|taxonom|organi[sz]ation/i
const MOST_FILES = 500_000

/** Throws Refused where there is nothing to read. */
export async function readFolder(path: string, whole: boolean): Promise<Gathered> {
  const files = await filesOf(path)
  const found = {
    lists: [] as Body[],
    loose: [] as Body[],
    details: new Map<string, Body>(),
    problems: [] as Problem[],
  }
  const listed = { ids: new Set<string>(), full: false, services: 0, total: null as number | null }
  const alone: [id: string | null, body: Body][] = []
  for (const file of files) {
    const body: Body = async () => (await jsonOf(file)).value
    const { value, why } = await jsonOf(file)
    const page = why === null ? readPage(value) : null
    if (page !== null) {
      found.lists.push(body)
      for (const item of page.items) listed.ids.add(idAt(item) ?? '')
      listed.full ||= page.items.some(isFull)
      listed.services += page.items.length
      listed.total = Math.max(listed.total ?? 0, page.total ?? 0)
    } else if (isService(value)) alone.push([idAt(value), body])
    else
      found.problems.push(
        feedProblem('file', basename(file), why ?? 'is neither a list of services nor a service', 'left out'),
      )
  }
  for (const [id, body] of alone)
    if (id !== null && listed.ids.has(id)) found.details.set(id, body)
    else found.loose.push(body)
  if (found.lists.length + alone.length === 0) throw new Refused(`There are no services in ${path}.`)
  const short = listed.total !== null && listed.services < listed.total && found.lists.length > 0
  if (listed.total !== null && listed.services !== listed.total && found.lists.length > 0)
    found.problems.push(
      feedProblem(
        'list',
        String(listed.total),
        `the lists say so many services, and ${listed.services} are in them`,
        short ? 'read these; nothing is taken to be missing' : 'read all of them',
      ),
    )
  const unreadable = found.problems.some(({ field }) => field === 'file')
  const broken = missingDetails(listed, found.details)
  return { ...found, broken, whole: whole && !short && !unreadable }
}

/** Where some services of a compact list have files of their own, the others should have them too. */
function missingDetails(
  listed: { ids: ReadonlySet<string>; full: boolean },
  details: ReadonlyMap<string, Body>,
): Map<string, string> {
  if (listed.full || details.size === 0) return new Map()
  const without = [...listed.ids].filter((id) => id !== '' && !details.has(id))
  return new Map(without.map((id) => [id, 'There is no file of it.']))
}

async function filesOf(path: string): Promise<string[]> {
  const about = await stat(path).catch(() => null)
  if (about === null) throw new Refused(`There is no folder or file ${path}.`)
  if (about.isFile()) return [path]
  const top = await readdir(path, { withFileTypes: true })
  const own = top.filter((it) => it.isFile() && isAboutServices(it.name)).map(({ name }) => join(path, name))
  const folder = top.find((it) => it.isDirectory() && /^services?$/i.test(it.name))
  const each = folder ? (await readdir(join(path, folder.name))).filter((name) => /\.json$/i.test(name)) : []
  const files = [...own.sort(byNumber), ...each.sort().map((name) => join(path, folder?.name ?? '', name))]
  if (files.length > MOST_FILES)
    throw new Refused(`There are more than ${MOST_FILES.toLocaleString('en-GB')} files in ${path}.`)
  return files
}

const isAboutServices = (name: string): boolean =>
  /\.json$/i.test(name) && ABOUT_SERVICES.test(name) && !ABOUT_OTHERS.test(name)
/** Page 2 before page 10. */
const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

async function jsonOf(file: string): Promise<{ value: unknown; why: string | null }> {
  const { size } = await stat(file)
  if (size > LIMITS.pageBytes) return { value: null, why: 'has more than 50 MB' }
  const read = readJson(await readFile(file))
  return read.is === 'json' ? { value: read.value, why: null } : { value: null, why: read.why }
}
