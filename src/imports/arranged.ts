/** One source as it is arranged: what lies at an address is fetched first, then it is read like any other. */
import { readdirSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, isAbsolute, join } from 'node:path'
import type { Arranged, Source } from '../store/store.ts'
import { importFiles } from './apply.ts'
import { fetchToFile } from './fetching/fetch.ts'
import { shownAddress, type Fetching } from './fetching/outcome.ts'
import { loadProfile } from './load-profile.ts'
import { Refused } from './refused.ts'
import type { Report } from './report.ts'
import { begin } from './run.ts'
import { runSource } from './runs.ts'
import { SOURCE_KINDS } from './source-kinds.ts'
import type { Manner, Workshop } from './workshop.ts'

/** Where relative paths begin, and where the profiles that come with the program are. */
export type Folders = { root: string; profiles: string }

/** Never throws for what is wrong with the source: the report's `state` is then "refused", and `why` says it. */
export function readArranged(
  source: Source & { arranged: Arranged },
  manner: Manner,
  workshop: Workshop,
  { root, profiles }: Folders,
): Promise<Report> {
  return begin(source, manner, workshop, async (begun) => {
    const kind = SOURCE_KINDS.find((it) => it === source.kind)
    if (kind === undefined)
      throw new Refused(`Nobody knows how to read a source of the kind "${source.kind}".`)
    const held = { ...manner, held: begun.run }
    const { arranged } = source
    if (kind === 'open-referral')
      return runSource({ ...held, kind, at: placed(arranged.at, root), source }, workshop)
    const folder = await mkdtemp(join(tmpdir(), 'fingerpost-fetched-'))
    try {
      const at = await brought(placed(arranged.at, root), folder, workshop.fetching)
      if (kind !== 'spreadsheet' && kind !== 'geojson')
        return await runSource({ ...held, kind, at, source }, workshop)
      const profile = loadProfile(profileAt(arranged.profile ?? '', root), profiles)
      return await importFiles({ ...held, files: at, profile, source: source.id }, workshop)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

export const isAddress = (at: string): boolean => /^https?:\/\//i.test(at)

const placed = (at: readonly string[], root: string): string[] =>
  at.map((one) => (isAddress(one) || isAbsolute(one) ? one : join(root, one)))

/** A name stays one: those that come with the program have no path. */
const profileAt = (profile: string, root: string): string =>
  /^[a-z0-9-]*$/.test(profile) ? profile : (placed([profile], root)[0] ?? '')

/** Files only: addresses are fetched, a folder is the files in it by name. Throws Refused with one sentence. */
async function brought(
  at: readonly string[],
  folder: string,
  fetching: Fetching | undefined,
): Promise<string[]> {
  const files: string[] = []
  for (const [number, one] of at.entries()) {
    if (isAddress(one)) files.push(await fetched(one, join(folder, String(number)), fetching))
    else files.push(...filesOf(one))
  }
  return files
}

function filesOf(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) throw new Refused(`There is no file or folder ${path}.`)
  if (!found.isDirectory()) return [path]
  const names = readdirSync(path, { withFileTypes: true })
    .filter((it) => it.isFile() && !it.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
  if (names.length === 0) throw new Refused(`The folder ${path} is empty.`)
  return names.map((name) => join(path, name))
}

const ENDINGS = new Map([
  ['text/csv', '.csv'],
  ['application/json', '.json'],
  ['application/geo+json', '.geojson'],
  ['application/zip', '.zip'],
  ['application/x-zip-compressed', '.zip'],
])

async function fetched(address: string, folder: string, fetching: Fetching | undefined): Promise<string> {
  if (fetching === undefined) throw new Refused('Only files can be read here, not addresses.')
  await mkdir(folder)
  const path = join(folder, nameOf(address))
  const got = await fetchToFile(address, path, fetching)
  if (got.is === 'failed') throw new Refused(got.why)
  if (got.is === 'unchanged')
    throw new Refused(`${shownAddress(address)} says that nothing is new, though nothing was asked.`)
  const ending = extname(path) === '' ? (ENDINGS.get(got.type) ?? '') : ''
  if (ending !== '') await rename(path, path + ending)
  return path + ending
}

/** The end of its path, as a file may be called on every system. */
function nameOf(address: string): string {
  const last = URL.canParse(address) ? (new URL(address).pathname.split('/').at(-1) ?? '') : ''
  return (
    last
      .replace(/[^\w.-]/g, '_')
      .replace(/^\.+/, '')
      .slice(-80) || 'file'
  )
}
