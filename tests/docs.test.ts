/** What README and docs name is there: files, headings, measurements, dependencies, data. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { inRoot } from '../src/app/root.ts'

const read = (file: string) => readFileSync(inRoot(file), 'utf8')
const FOLDERS = ['docs', 'data/taxonomy', 'data/outline', 'tests/relevance/demo', 'tests/relevance/trafford']
const PAGES = [
  'README.md',
  ...FOLDERS.flatMap((folder) =>
    readdirSync(inRoot(folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ),
]
const README = read('README.md')

/** As code hosts name a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\- ]/gu, '')
    .replaceAll(' ', '-')
const anchorsOf = (page: string) =>
  new Set([...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading)))

const linksOf = (page: string) =>
  [...read(page).matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)]
    .map(([, link, picture]) => link ?? picture ?? '')
    .filter((link) => !/^(https?|mailto):/.test(link))

it.each(PAGES)('every link of %s leads somewhere', (page) => {
  const broken = linksOf(page).filter((link) => {
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? page : join(dirname(page), path)
    if (!existsSync(inRoot(target))) return true
    return anchor !== undefined && !anchorsOf(target).has(anchor)
  })
  expect(broken).toEqual([])
})

/** `app/find/poor.ts` is in src; a bare `short-id.ts` is told beside its folder and may be anywhere. */
it('every file that the README names is there', () => {
  const named = [...README.matchAll(/`((?:[\w-]+\/)+[\w.-]+\.(?:ts|astro|json|md))`/g)].map(
    ([, file = '']) => file,
  )
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((file) => !existsSync(inRoot(file)) && !existsSync(inRoot('src', file)))).toEqual([])
})

it('every command of the README is one', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: { [name: string]: string } }
  const run = [...README.matchAll(/npm run ([a-z]+)/g)].map(([, name = '']) => name)
  expect(run.filter((name) => !(name in scripts))).toEqual([])
  const benches = [...README.matchAll(/npm run bench -- ([a-z |-]+)/g)].flatMap(([, all = '']) =>
    all.split('|').map((name) => name.trim()),
  )
  expect(benches.filter((name) => !existsSync(inRoot('bench', `${name}.ts`)))).toEqual([])
})

it('every dependency has its reason', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as {
    [of: string]: { [name: string]: string }
  }
  const reasons = README.slice(README.indexOf('### Dependencies'), README.indexOf('## Search\n'))
  const all = [...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})]
  expect(all.filter((name) => !name.startsWith('@types/') && !reasons.includes(name))).toEqual([])
})

/** Told in the first line in plain words. */
const IN_PLAIN_WORDS = ['contact', 'map', 'colours']

it('all that can be changed without a programmer is told', () => {
  const told = README.slice(README.indexOf('### What to change'), README.indexOf('### PORT'))
  const files = readdirSync(inRoot('data')).filter((name) => name.endsWith('.json'))
  const settings = Object.entries(JSON.parse(read('data/site.json')) as { [name: string]: unknown })
  const parts = settings.filter(([, it]) => typeof it === 'object' && it !== null && !Array.isArray(it))
  expect(files.filter((name) => !told.includes(`data/${name}`))).toEqual([])
  expect(
    parts
      .map(([name]) => name)
      .filter((name) => !IN_PLAIN_WORDS.includes(name) && !told.includes(`\`${name}`)),
  ).toEqual([])
})
