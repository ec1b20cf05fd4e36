/** The floors of the house (README, "Rooms"): who may import whom, no circles, no file over 300 lines. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../src/app/root.ts'

const FLOOR: Record<string, number> = {
  text: 0,
  listings: 0,
  places: 0,
  freshness: 1,
  capacity: 1,
  funding: 1,
  store: 2,
  search: 2,
  mail: 2,
  network: 2,
  imports: 3,
  people: 3,
  desk: 3,
  upkeep: 3,
  reviews: 3,
  workers: 3,
  insight: 3,
  'open-referral': 3,
  app: 4,
  pages: 5,
  layouts: 5,
  actions: 5,
  scripts: 5,
  components: 5,
  client: 5,
}
/** Rooms of the top floor that must not see all of the house. */
const LOWEST: Record<string, number> = { components: 1, client: 0 }
/** Rooms whose insides are rules and words only: no database, no file, no network. */
const PURE = ['text', 'listings', 'freshness', 'capacity', 'funding']
const CODE = /\.(ts|astro|mjs)$/

function* files(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) yield* files(path)
    else if (/\.(ts|astro|mjs|css)$/.test(name)) yield path
  }
}

const all = ['src', 'scripts', 'tests', 'bench'].flatMap((folder) => [...files(join(ROOT, folder))])
const roomOf = (file: string): string => {
  const parts = relative(ROOT, file).split(sep)
  return parts[0] === 'src' ? (parts.length === 2 ? 'pages' : (parts[1] ?? '')) : (parts[0] ?? '')
}
const importsOf = (file: string): { from: string; type: boolean }[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^\s*(?:import|export)\s(type\s)?[^'"]*?from\s*['"]([^'"]+)['"]|^\s*import\s*\(?['"]([^'"]+)['"]/gm,
    ),
  ].map((it) => ({ from: it[2] ?? it[3] ?? '', type: it[1] !== undefined }))
const code = all.filter((file) => CODE.test(file) && !['tests', 'bench'].includes(roomOf(file)))
const edges = code.flatMap((file) =>
  importsOf(file)
    .filter((it) => it.from.startsWith('.'))
    .map((it) => ({ file, to: resolve(dirname(file), it.from), type: it.type })),
)
const name = (file: string) => relative(ROOT, file)

it('nobody imports from a floor above', () => {
  const wrong = edges.filter(({ file, to, type }) => {
    const [from, into] = [roomOf(file), roomOf(to)]
    if (from === into || into === '' || FLOOR[into] === undefined || /\.(css|json)$/.test(to)) return false
    // A type is a shape, not a call: components may name the shapes of the pages that hold them.
    if (type && from in LOWEST) return false
    return (FLOOR[into] ?? 9) > (LOWEST[from] ?? FLOOR[from] ?? 9)
  })
  expect(wrong.map((it) => `${name(it.file)} imports ${name(it.to)}`)).toEqual([])
})

it('the rules have no database, file, network or clock of their own', () => {
  const wrong = code
    .filter((file) => PURE.includes(roomOf(file)))
    .filter(
      (file) =>
        importsOf(file).some((it) => /^node:|^(kysely|pg)$/.test(it.from)) ||
        /Date\.now\(|new Date\(\)|Math\.random|randomUUID/.test(readFileSync(file, 'utf8')),
    )
  expect(wrong.map(name)).toEqual([])
})

it('the client of Meilisearch is used where Meilisearch is, and nowhere else', () => {
  const users = all.filter((file) => importsOf(file).some((it) => it.from === 'meilisearch')).map(name)
  expect(users.length).toBeGreaterThan(0)
  expect(users.filter((file) => !/^src.search.meilisearch/.test(file))).toEqual([])
})

it('there are no circles', () => {
  const next = Map.groupBy(
    edges.filter((it) => !it.type),
    (it) => it.file,
  )
  const circles: string[] = []
  const done = new Set<string>()
  const walk = (file: string, path: string[]): void => {
    if (path.includes(file))
      return void circles.push([...path.slice(path.indexOf(file)), file].map(name).join(' > '))
    if (done.has(file)) return
    for (const { to } of next.get(file) ?? []) walk(to, [...path, file])
    done.add(file)
  }
  for (const file of code) walk(file, [])
  expect(circles).toEqual([])
})

it('no file has more than 300 lines, and half of them fewer than 90', () => {
  const lines = all.map((file) => ({
    file: name(file),
    lines: readFileSync(file, 'utf8').split('\n').length - 1,
  }))
  expect(lines.filter((it) => it.lines > 300)).toEqual([])
  const counts = lines
    .filter((it) => it.file.startsWith('src'))
    .map((it) => it.lines)
    .sort((a, b) => a - b)
  expect(counts[Math.floor(counts.length / 2)]).toBeLessThan(90)
})
