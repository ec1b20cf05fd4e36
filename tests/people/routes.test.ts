/** Every page behind a sign-in × everybody, looking and sending, on the running site; and who tries it the crooked way. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../src/app/root.ts'
import { aBrowser } from './browser.ts'
import { LOOKING, PUBLIC, SENDING } from './routes-table.ts'
import { everything, NAMES, openWorld, otherwise, type Name, type World } from './routes-world.ts'

type Cell = { path: string; form: string; who: Name; expected: string }

/** One cell a person and line. */
function cells(table: string): Cell[] {
  const [head = '', ...lines] = table.trim().split('\n')
  const names = head.trim().split(/\s+/) as Name[]
  expect(names).toEqual(NAMES)
  return lines.flatMap((line) => {
    const [path = '', ...rest] = line.trim().split(/\s+/)
    expect(rest.length, line).toBeGreaterThanOrEqual(names.length)
    return names.map((who, at) => ({ path, who, expected: rest[at] ?? '', form: rest[names.length] ?? '' }))
  })
}
const looking = cells(LOOKING)
const sending = cells(SENDING)

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 240_000)
afterAll(() => world?.stop())

const filled = (words: string) =>
  words.replaceAll(/\{(\w+)\}/g, (_, name: string) => world.things[name] ?? name)

/** "in", "go", or the status. */
async function answerTo({ path, who, form }: Pick<Cell, 'path' | 'who' | 'form'>): Promise<string> {
  const sent = form === '' ? undefined : Object.fromEntries(new URLSearchParams(filled(form)))
  const { status, headers } = await world.ask(who, filled(path), sent)
  if (status !== 303) return String(status)
  return /^\/sign-in(\?|$)/.test(String(headers.location)) ? 'in' : 'go'
}

/** What differs from the table, a line each. */
async function differing(rows: readonly Cell[]): Promise<string[]> {
  const wrong: string[] = []
  for (const row of rows) {
    const is = await answerTo(row)
    const wanted = row.expected === 'none' ? 'go' : row.expected
    if (is !== wanted) wrong.push(`${row.who} ${row.path} ${row.form}: ${is}, not ${row.expected}`)
  }
  return wrong
}

test('the tables have rows enough', () => {
  expect(looking.length + sending.length).toBeGreaterThan(1000)
})

describe('every page that there is', () => {
  const pages = join(ROOT, 'src', 'pages')
  const files = readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(astro|ts)$/.test(file) && !/(^|\/)_/.test(file))
  const address = (file: string) => `/${file.replace(/\.(astro|ts)$/, '').replace(/(^|\/)index$/, '')}`
  const has = (rows: readonly Cell[], route: string) => {
    const like = new RegExp(`^${route.replaceAll(/\[\w+\]/g, '[^/?]+')}(\\?|$)`)
    return rows.some(({ path }) => like.test(path))
  }

  test.for(files)('%s stands in the table, or is everybody’s', (file) => {
    const route = address(file)
    expect(has(looking, route) !== PUBLIC.includes(route), route).toBe(true)
  })

  const forms = files.filter((file) => {
    const code = readFileSync(join(pages, file), 'utf8')
    return /\bsent\(|taskForm\(|workersForm\(/.test(code) && !PUBLIC.includes(address(file))
  })
  // Their own tests send them: what they do is sign somebody in.
  const SIGNING_IN = ['/sign-in', '/sign-in/code']
  test.for(forms.filter((file) => !SIGNING_IN.includes(address(file))))('%s is sent by everybody', (file) => {
    expect(has(sending, address(file))).toBe(true)
  })
})

describe('looking', () => {
  test.for([...new Set(looking.map(({ path }) => path))])('%s', async (path) => {
    expect(await differing(looking.filter((it) => it.path === path))).toEqual([])
  })
  test('changes nothing', async () => {
    const before = everything(world)
    await differing(looking)
    expect(otherwise(world, before)).toEqual([])
  })
})

describe('sending', () => {
  const done = (expected: string) => expected === 'go' || expected === '200'

  test('what is refused changes nothing', async () => {
    const before = everything(world)
    expect(await differing(sending.filter(({ expected }) => !done(expected)))).toEqual([])
    expect(otherwise(world, before)).toEqual([])
  })

  const lines = [...new Set(sending.map(({ path, form }) => `${path} ${form}`))]
  test.for(lines)('%s', async (line) => {
    const row = sending.filter(({ path, form, expected }) => `${path} ${form}` === line && done(expected))
    expect(await differing(row)).toEqual([])
  })
})

describe('the crooked way', () => {
  const known = async (id: string) => {
    const found = await world.store.byId(id)
    if (found.is !== 'listing') throw new Error(`no listing ${id}`)
    return found.known
  }

  test('the link of another group’s letter says nothing of one’s own listing, whatever its form names', async () => {
    const own = await known('own')
    for (const path of ['/answer/{otherAnswer}', '/answer/{otherAnswer}?listing=own'])
      await answerTo({ who: 'keeper', path, form: 'listing=own&right=yes&revision=1' })
    expect(await known('own')).toEqual(own)
  })

  test('a stale revision changes nothing', async () => {
    const before = everything(world)
    const revision = String((await known('own')).listing.revision - 1)
    const answers = [
      await answerTo({ who: 'keeper', path: '/groups/listing/own', form: `right=yes&revision=${revision}` }),
      await answerTo({
        who: 'worker',
        path: '/link-workers/listing/own',
        form: `do=rang&heard=running&revision=${revision}`,
      }),
      await answerTo({
        who: 'body',
        path: '/umbrella',
        form: `listing=own&heard-own=running&revision-own=${revision}`,
      }),
    ]
    expect(answers).toEqual(['409', '200', '422'])
    // That a group answered to something older stands in the record; nothing else is there.
    expect(otherwise(world, before)).toEqual([`audit: ["{\\"did\\":\\"answered\\",\\"role\\":\\"group\\"}"]`])
  })

  const MORE =
    'id=theirs&group=g2&group_id=g2&name=Mine&name.name=Mine&status=ended&by=desk&author=desk&role=administrator&second=1'
  test('fields that a form does not have are as though they had not been sent', async () => {
    const [own, theirs] = [await known('own'), await known('theirs')]
    const { revision } = own.listing
    const to = { who: 'keeper', path: '/groups/listing/own' } as const
    expect(await answerTo({ ...to, form: `right=yes&revision=${revision}&listing=theirs&${MORE}` })).toBe(
      'go',
    )
    const path = '/groups/listing/own/edit/contact'
    expect(await answerTo({ who: 'keeper', path, form: `phone.number=0161+496+0001&${MORE}` })).toBe('go')
    expect(
      await answerTo({ who: 'keeper', path: '/groups/listing/own/preview', form: `send=1&${MORE}` }),
    ).toBe('go')
    const after = await known('own')
    expect([after.listing.name, after.listing.status, after.listing.group?.id]).toEqual([
      own.listing.name,
      own.listing.status,
      'g1',
    ])
    expect(after.confirmation?.by).toBe('group')
    expect(await known('theirs')).toEqual(theirs)
    expect(
      (await world.store.grants.of(world.people.keeper)).map(({ role, scope }) => `${role} ${scope}`),
    ).toEqual(['group g1'])
  })

  test('an invitation goes out for the group of the page, whatever else the form names', async () => {
    await answerTo({
      who: 'keeper',
      path: '/groups/people/g1',
      form: `do=invite&email=more@example.org&${MORE}`,
    })
    const waiting = async (group: string) =>
      (await world.store.keepers.waiting(group, new Date())).map(({ email }) => email)
    expect(await waiting('g1')).toContain('more@example.org')
    expect(await waiting('g2')).toEqual([])
  })

  test('one round of calls confirms what may be, and nothing else', async () => {
    const [before, far] = [await known('own'), await known('far')]
    const form = `listing=own&heard-own=running&revision-own=${before.listing.revision}&heard-far=running&revision-far=1`
    expect(await answerTo({ who: 'body', path: '/umbrella', form })).toBe('go')
    expect((await known('own')).confirmation).toMatchObject({ by: 'umbrella', how: 'phone' })
    expect(await known('far')).toEqual(far)
  })

  test('a role that was ended ends at once', async () => {
    const path = '/groups/people/g2'
    expect(await answerTo({ who: 'other', path, form: '' })).toBe('200')
    const [grant] = await world.store.grants.of(world.people.other)
    await world.store.act((act) => act.grants.end(grant?.id ?? '', new Date().toISOString()))
    expect(await answerTo({ who: 'other', path, form: '' })).toBe('403')
  })

  test('a cookie from before the sign-out opens nothing', async () => {
    const cookie = world.cookies.desk
    const there = aBrowser(world.site.url, cookie)
    expect((await there.ask('/desk')).status).toBe(200)
    await there.ask('/sign-out', { form: {} })
    const kept = aBrowser(world.site.url, cookie)
    for (const path of ['/desk', '/account', '/groups/listing/own']) {
      const { status, headers } = await kept.ask(path)
      expect([status, /^\/sign-in/.test(String(headers.location))], path).toEqual([303, true])
    }
  })
})
