/** Signing in on the running site: every way it goes, and every way it does not. */
import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSite, type Running } from '../site.ts'
import { signInOn } from '../signed-in.ts'
import { aBrowser } from './browser.ts'
import { codeFor } from './letters-of.ts'

let site: Running
let secure: Running
/** The one that believes to be reached by https says that address at its start: its port must be known before. */
let securePort = ''
/** Each network may ask for some letters an hour: every test comes from another one. */
let network = 0
const from = () => ({ 'x-forwarded-for': `10.1.${++network}.1` })

async function freePort(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return String(port)
}

beforeAll(async () => {
  securePort = await freePort()
  const env = { TRUST_PROXY: '1', DEMO: '0', LOG_LEVEL: 'info' }
  site = await startSite(env)
  secure = await startSite({
    ...env,
    SITE_URL: 'https://directory.example.org',
    HOST: '127.0.0.1',
    PORT: securePort,
  })
}, 240_000)
afterAll(() => Promise.all([site?.stop(), secure?.stop()]))

async function asked(email: string, then = '/account', headers = from()) {
  const browser = aBrowser(site.url)
  const answer = await browser.ask(`/sign-in?then=${encodeURIComponent(then)}`, { form: { email }, headers })
  expect(answer.status).toBe(303)
  return { browser, answer, headers, page: String(answer.headers.location), ...codeFor(site.dataDir, email) }
}

describe('a code', () => {
  test('signs somebody in, once, and leads to where they wanted to go', async () => {
    const { browser, page, code, headers } = await asked('ann@example.org')
    const came = await browser.ask(page, { form: { code: ` ${code.slice(0, 3)} ${code.slice(3)}` }, headers })
    expect([came.status, came.headers.location]).toEqual([303, '/account'])
    expect((await browser.ask('/account')).body).toContain('ann@example.org')
    const again = await browser.ask(page, { form: { code }, headers })
    expect([again.status, /has been used/.test(again.body)]).toEqual([422, true])
  })

  test('is only filled in by its link, however often the link is opened', async () => {
    const { browser, path, code, page, headers } = await asked('ben@example.org')
    for (let opened = 0; opened < 20; opened++) {
      const shown = await browser.ask(path)
      expect(shown.status).toBe(200)
      expect(shown.body).toContain(`value="${code}"`)
      expect(shown.cookies).toEqual([])
      // A program that reads mail, elsewhere.
      const scanner = await aBrowser(site.url).ask(path, { method: opened % 2 === 0 ? 'GET' : 'HEAD' })
      expect([scanner.status, scanner.cookies.length]).toEqual([200, 0])
    }
    expect((await browser.ask(page, { form: { code }, headers })).status).toBe(303)
  })

  test('works in no other browser, and says so', async () => {
    const { path, page, code, browser, headers } = await asked('cat@example.org')
    const other = aBrowser(site.url)
    expect((await other.ask(path)).body).toContain('This browser did not ask for a code')
    const tried = await other.ask(page, { form: { code }, headers })
    expect([tried.status, tried.cookies]).toEqual([422, []])
    // Nor in a browser that asked for a code of its own; and neither takes a try from whoever asked.
    const mine = await asked('dan@example.org')
    for (let n = 0; n < 5; n++)
      await mine.browser.ask(page, { form: { code: n === 0 ? code : '000000' }, headers })
    expect((await browser.ask(page, { form: { code }, headers })).status).toBe(303)
  })

  test('is dead after five wrong ones, and another can be had at once', async () => {
    const { browser, page, code, headers } = await asked('eve@example.org')
    const wrong = code === '111111' ? '222222' : '111111'
    const left: string[] = []
    for (let n = 0; n < 5; n++) {
      const { body, status } = await browser.ask(page, { form: { code: wrong }, headers })
      expect(status).toBe(422)
      left.push(
        /You can try (\d times more|once more)/.exec(body)?.[1] ?? (/five times/.test(body) ? 'none' : '?'),
      )
    }
    expect(left).toEqual(['4 times more', '3 times more', '2 times more', 'once more', 'none'])
    const late = await browser.ask(page, { form: { code }, headers })
    expect([late.status, late.cookies]).toEqual([422, []])
    await browser.ask('/sign-in', { form: { email: 'eve@example.org' }, headers })
    const next = codeFor(site.dataDir, 'eve@example.org').code
    expect((await browser.ask('/sign-in/code', { form: { code: next }, headers })).status).toBe(303)
  })

  test('that is no code takes no try', async () => {
    const { browser, page, code, headers } = await asked('fay@example.org')
    for (let n = 0; n < 7; n++) {
      const { body } = await browser.ask(page, { form: { code: '12345' }, headers })
      expect(body).toContain('Type the six digits')
    }
    expect((await browser.ask(page, { form: { code }, headers })).status).toBe(303)
  })

  test.for(['//evil.example', '/\\evil.example', 'https://evil.example', '/sign-out'])(
    'never leads to %s',
    async (then) => {
      const { browser, page, code, headers } = await asked(`g${network}@example.org`, then)
      expect(page).toBe('/sign-in/code')
      const came = await browser.ask(`${page}?then=${encodeURIComponent(then)}`, { form: { code }, headers })
      expect(came.headers.location).toBe('/groups')
    },
  )
})

describe('a sign-in', () => {
  test('ends with signing out: the old cookie is refused, and what the browser kept goes', async () => {
    const { cookie } = await signInOn(site, { email: 'hal@example.org' })
    const browser = aBrowser(site.url, cookie)
    expect((await browser.ask('/account')).status).toBe(200)
    const out = await browser.ask('/sign-out', { form: {} })
    expect(out.status).toBe(303)
    expect(out.headers['clear-site-data']).toBe('"cache", "storage"')
    expect(out.cookies.every((line) => /=; Max-Age=0;/.test(line))).toBe(true)
    const old = await aBrowser(site.url, cookie).ask('/account')
    expect([old.status, old.headers.location]).toEqual([303, '/sign-in?then=%2Faccount'])
  })

  test('is another one after each code, and the one before is over', async () => {
    const before = await signInOn(site, { email: 'ida@example.org' })
    const browser = aBrowser(site.url, before.cookie)
    const headers = from()
    const sent = await browser.ask('/sign-in/again?then=/account', { form: {}, headers })
    expect(sent.headers.location).toBe('/sign-in/code?then=%2Faccount')
    const { code } = codeFor(site.dataDir, 'ida@example.org')
    expect(
      (await browser.ask('/sign-in/code?then=/account', { form: { code }, headers })).headers.location,
    ).toBe('/account')
    expect((await browser.ask('/account')).status).toBe(200)
    expect((await aBrowser(site.url, before.cookie).ask('/account')).status).toBe(303)
  })

  test('of one browser is ended from another, and nobody else’s', async () => {
    const [one, two] = [
      await signInOn(site, { email: 'jan@example.org' }),
      await signInOn(site, { email: 'jan@example.org' }),
    ]
    const stranger = await signInOn(site, { email: 'kim@example.org' })
    const id =
      /name="id" value="([^"]+)"/.exec((await aBrowser(site.url, one.cookie).ask('/account')).body)?.[1] ?? ''
    const notTheirs = await aBrowser(site.url, stranger.cookie).ask('/account', { form: { do: 'end', id } })
    expect(notTheirs.headers.location).toBe('/account?ended=0')
    expect((await aBrowser(site.url, two.cookie).ask('/account')).status).toBe(200)
    expect(
      (await aBrowser(site.url, one.cookie).ask('/account', { form: { do: 'end', id } })).headers.location,
    ).toBe('/account?ended=1')
    expect((await aBrowser(site.url, two.cookie).ask('/account')).status).toBe(303)
  })

  test('makes no page for others: nothing of it is kept', async () => {
    const { cookie } = await signInOn(site, { email: 'lea@example.org' })
    for (const path of ['/', '/search', '/account'])
      expect((await aBrowser(site.url, cookie).ask(path)).headers['cache-control'], path).toBe('no-store')
    expect((await aBrowser(site.url).ask('/')).headers['cache-control']).toBeUndefined()
  })

  test('nobody has a cookie before they press', async () => {
    for (const path of ['/', '/sign-in', '/sign-in/code', '/sign-out', '/account', '/search'])
      expect((await aBrowser(site.url).ask(path)).cookies, path).toEqual([])
  })
})

describe('cookies', () => {
  test.for([
    ['http', 'fingerpost'],
    ['https', '__Host-fingerpost'],
  ] as const)('over %s have every flag they can have', async ([scheme, name]) => {
    const at = scheme === 'https' ? secure : site
    const url = scheme === 'https' ? `http://127.0.0.1:${securePort}` : site.url
    const browser = aBrowser(url)
    const headers = { ...from(), ...(scheme === 'https' ? { origin: 'https://directory.example.org' } : {}) }
    const sent = await browser.ask('/sign-in', { form: { email: 'max@example.org' }, headers })
    const { code } = codeFor(at.dataDir, 'max@example.org')
    const came = await browser.ask('/sign-in/code', { form: { code }, headers })
    const flags = (line = '') =>
      line
        .split('; ')
        .slice(1)
        .map((it) => it.toLowerCase().split('=')[0])
        .sort()
    const all = ['httponly', 'max-age', 'path', 'samesite', ...(scheme === 'https' ? ['secure'] : [])]
    expect(sent.cookies.map((line) => line.split('=')[0])).toEqual([`${name}-asking`])
    expect(came.cookies.map((line) => line.split('=')[0])).toEqual([name])
    expect(flags(sent.cookies[0])).toEqual(all)
    expect(flags(came.cookies[0])).toEqual(all)
    for (const line of [...sent.cookies, ...came.cookies]) expect(line).toMatch(/SameSite=Lax/)
  })
})

test('the log says nothing of who signed in, nor with what', async () => {
  const { browser, page, code, headers } = await asked('canary@example.org')
  await browser.ask(page, { form: { code }, headers })
  await browser.ask(`/sign-in/code?code=${code}`)
  await expect.poll(() => site.output()).toContain('"/sign-in/code"')
  for (const word of ['canary', code, '10.1.', browser.cookie().slice(20, 40)])
    expect(site.output()).not.toContain(word)
})

test('too many letters: 429, when to come back, and whom to ring', async () => {
  const headers = from()
  const statuses: number[] = []
  for (let n = 0; n < 4; n++) {
    const {
      status,
      body,
      headers: said,
    } = await aBrowser(site.url).ask('/sign-in', { form: { email: 'sam@example.org' }, headers })
    statuses.push(status)
    if (status !== 429) continue
    expect(Number(said['retry-after'])).toBeGreaterThan(600)
    expect(body).toContain('nobody is locked out')
    expect(body).toContain('0161 496')
    expect(body).toContain('value="sam@example.org"')
  }
  expect(statuses).toEqual([303, 303, 303, 429])
})

test('a forged address of origin changes nothing where no proxy is trusted', async () => {
  const alone = await startSite({ DEMO: '0' })
  try {
    const statuses = new Map<number, number>()
    for (let n = 0; n < 15; n++) {
      const headers = {
        'x-forwarded-for': `203.0.${n}.7`,
        'x-real-ip': `203.0.${n}.7`,
        forwarded: `for=203.0.${n}.7`,
      }
      const { status } = await aBrowser(alone.url).ask('/sign-in', {
        form: { email: `t${n}@example.org` },
        headers,
      })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect([...statuses]).toEqual([
      [303, 10],
      [429, 5],
    ])
  } finally {
    await alone.stop()
  }
})
