/** Letters of the whole program: sent by itself, read on one's own machine, stopped with one press, reported as come back. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inRoot } from '../../src/app/root.ts'
import { stopPath } from '../../src/mail/stop-token.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { startSite, type Running } from '../site.ts'
import { aNew, only } from '../store/made.ts'
import { aReport } from './reports.ts'
import { startSmtp, type SmtpServer } from './smtp-server.ts'

const SECRET = 'a secret of some length'
const START_MS = 200_000

async function eventually<T>(look: () => Promise<T | null> | T | null): Promise<T> {
  for (let times = 0; times < 300; times++) {
    const found = await look()
    if (found !== null) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it did not happen')
}
const postCode = (store: Store, id: string, postedAt = new Date()) =>
  store.act((act) =>
    act.post({
      id,
      key: id,
      to: 'kettle@example.org',
      lang: 'en',
      kind: 'sign-in',
      about: { code: '204060', path: '/sign-in/code' },
      postedAt: postedAt.toISOString(),
      expiresAt: new Date(postedAt.getTime() + 3_600_000).toISOString(),
    }),
  )
const storeOf = ({ dataDir }: Running) => openStore(join(dataDir, 'fingerpost.db'))

describe('on one’s own machine', () => {
  let site: Running
  let store: Store
  beforeAll(async () => {
    site = await startSite({ BOUNCE_SECRET: SECRET })
    store = await storeOf(site)
  }, START_MS)
  afterAll(async () => {
    await store.close()
    expect(await site.stop()).toBe(0)
    expect(site.output()).not.toMatch(/kettle@|@example\.org/)
  })
  const get = async (path: string) => {
    const answer = await fetch(site.url + path, { redirect: 'manual' })
    return { status: answer.status, body: await answer.text() }
  }

  test('a letter can be read a moment after it was posted, without anybody having asked for a page', async () => {
    await postCode(store, 'first')
    const name = await eventually(
      () =>
        (readdirSync(site.dataDir).includes('outbox') && readdirSync(join(site.dataDir, 'outbox'))[0]) ||
        null,
    )
    const list = await get('/dev/mail')
    expect(list.body).toContain('204060 is your')
    const letter = await get(`/dev/mail/${name.replace('.eml', '')}`)
    expect(letter.body).toContain(`href="${site.url}/sign-in/code"`)
    expect(letter.body).toContain('&lt;!doctype html&gt;')
    expect((await get('/cy/dev/mail')).body).toContain('Llythyrau')
  })

  test.each(['nothing', '..%2f..%2fauth-secret', 'auth-secret', 'fingerpost.db', 'x.eml', '.part'])(
    'there is no letter "%s"',
    async (name) => {
      expect((await get(`/dev/mail/${name}`)).status).toBe(404)
    },
  )

  describe('the link that stops letters', () => {
    const isStopped = async (path: string) => /stopped these letters/.test((await get(path)).body)
    let path = ''
    beforeAll(async () => {
      const secret = await eventually(() => store.fact('stop-secret'))
      path = stopPath({ to: 'kettle@example.org', kind: 'search-news' }, secret)
    })
    const press = (body: RequestInit['body'], headers: Record<string, string> = {}) =>
      fetch(site.url + path, { method: 'POST', body: body ?? null, headers, redirect: 'manual' })

    test('changes nothing when it is opened, however often', async () => {
      for (let times = 0; times < 20; times++) await get(path)
      await fetch(site.url + path, { method: 'HEAD' })
      expect(await isStopped(path)).toBe(false)
    })
    test('stops by the press of a mail program, which has no origin, and again by another', async () => {
      const oneClick = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
      expect((await press(oneClick)).status).toBe(200)
      expect(await isStopped(path)).toBe(true)
      const form = new FormData()
      form.set('List-Unsubscribe', 'One-Click')
      expect((await press(form)).status).toBe(200)
      expect(await isStopped(`/cy${path}`)).toBe(false)
      expect((await get(`/cy${path}`)).body).toContain('Rydym wedi stopio')
    })
    test('lets them come again, by the page', async () => {
      const pressed = await press(new URLSearchParams({ wish: 'again' }), { origin: site.url })
      expect([pressed.status, pressed.headers.get('location')]).toEqual([303, `${path}?again`])
      expect(await isStopped(path)).toBe(false)
    })
    test('is not pressed by another site', async () => {
      const wish = new URLSearchParams({ wish: 'stop' })
      expect((await press(wish, { origin: 'https://evil.example' })).status).toBe(403)
      expect(await isStopped(path)).toBe(false)
    })
    test.each(['x', `${'a'.repeat(200)}`, 'search-news.a.b', '%00', '%3Cscript%3E'])(
      '"%s" is none',
      async (token) => {
        const answer = await get(`/mail/stop/${token}`)
        expect([400, 404]).toContain(answer.status)
        expect(answer.body).not.toContain('<script>alert')
      },
    )
  })

  describe('POST /api/bounce', () => {
    const JSON_TYPE = { 'content-type': 'application/json' }
    const bearer = { authorization: `Bearer ${SECRET}` }
    const basic = { authorization: `Basic ${Buffer.from(`mail:${SECRET}`).toString('base64')}` }
    const one = JSON.stringify({ email: 'nobody@example.org', permanent: true })
    const cases: [what: string, headers: Record<string, string>, body: string, status: number][] = [
      ['no secret', JSON_TYPE, one, 401],
      ['a wrong one', { ...JSON_TYPE, authorization: `Bearer ${SECRET}x` }, one, 401],
      ['an empty one', { ...JSON_TYPE, authorization: 'Bearer ' }, one, 401],
      ['the secret', { ...JSON_TYPE, ...bearer }, one, 200],
      ['as a password', { ...JSON_TYPE, ...basic }, one, 200],
      ['a list', { ...JSON_TYPE, ...bearer }, `[${one},${one}]`, 200],
      ['a mail in JSON', { ...JSON_TYPE, ...bearer }, JSON.stringify({ message: aReport({}) }), 200],
      ['a mail as it is', { 'content-type': 'message/rfc822', ...bearer }, aReport({}), 200],
      ['no JSON', { ...JSON_TYPE, ...bearer }, 'hello', 400],
      ['other JSON', { ...JSON_TYPE, ...bearer }, '{"email":"x","permanent":true}', 400],
      ['an address that is none', { ...JSON_TYPE, ...bearer }, '{"email":"a b@c","permanent":true}', 400],
      ['no word of permanence', { ...JSON_TYPE, ...bearer }, '{"email":"a@example.org"}', 400],
      ['an empty list', { ...JSON_TYPE, ...bearer }, '[]', 400],
      ['__proto__', { ...JSON_TYPE, ...bearer }, '{"__proto__":{"email":"a@example.org"}}', 400],
    ]
    test.each(cases)('with %s', async (_, headers, body, status) => {
      const answer = await fetch(`${site.url}/api/bounce`, { method: 'POST', headers, body })
      expect(answer.status).toBe(status)
      const type = answer.headers.get('content-type')
      expect(type).toContain(status === 200 ? 'application/json' : 'application/problem+json')
      expect(await answer.text()).not.toContain('@example.org"}')
    })

    test('doubts the listings of an address that is gone; so does a mailbox file', async () => {
      await store.add([
        aNew('told', { email: { address: 'told@example.org', visible: true } }),
        aNew('filed', { email: { address: 'filed@example.org', visible: true } }),
      ])
      const answer = await fetch(`${site.url}/api/bounce`, {
        method: 'POST',
        headers: { ...JSON_TYPE, ...bearer },
        body: JSON.stringify({ email: 'Told@example.org', permanent: true }),
      })
      expect(await answer.json()).toEqual({ permanent: 1, temporary: 0, other: 0, listings: 1 })
      expect((await only(store, 'told')).signals).toMatchObject([{ kind: 'bounced' }])

      const file = join(site.dataDir, 'returned.mbox')
      const date = new Date().toUTCString()
      const mail = `From x Sun\n${aReport({ final: 'rfc822; filed@example.org', date })}\n`
      writeFileSync(file, `${mail}\nFrom y Sun\nSubject: Hello\n\nTea?\n`)
      const command = () =>
        spawnSync(process.execPath, [inRoot('scripts', 'bounces.ts'), file], {
          encoding: 'utf8',
          env: { ...process.env, DATA_DIR: site.dataDir },
        })
      const ran = command()
      expect([ran.status, ran.stderr]).toEqual([0, ''])
      expect(ran.stdout).toBe(
        '2 mails read: 1 say that an address is gone, 0 that it could not be reached, 1 are no such report. 1 listings are doubted because of them.\n',
      )
      expect(command().stdout).toContain('0 listings are doubted')
      expect((await only(store, 'filed')).signals).toHaveLength(1)
    })
  })
})

describe('with a mail server', () => {
  let server: SmtpServer
  let site: Running
  let store: Store
  beforeAll(async () => {
    server = await startSmtp()
    site = await startSite({ SMTP_URL: server.url, MAIL_FROM: 'The Desk <desk@example.org>' })
    store = await storeOf(site)
  }, START_MS)
  afterAll(async () => {
    await store.close()
    await site.stop()
    await server.close()
  })

  test('a code is sent by itself, and nobody can read letters or report bounces here', async () => {
    await postCode(store, 'by-server')
    const letter = await eventually(() => server.received[0] ?? null)
    expect(letter).toMatchObject({ from: 'desk@example.org', to: ['kettle@example.org'] })
    expect(letter.data).toMatch(/^From: The Desk <desk@example.org>$/m)
    expect((await fetch(`${site.url}/dev/mail`)).status).toBe(404)
    expect((await fetch(`${site.url}/dev/mail/x`)).status).toBe(404)
    expect((await fetch(`${site.url}/api/bounce`, { method: 'POST' })).status).toBe(404)
  })

  test('a letter that waits too long is said at /readyz, which goes on serving', async () => {
    server.behave({ at: 'RCPT', says: '450 4.2.0 later' })
    await postCode(store, 'late', new Date(Date.now() - 20 * 60_000))
    const ready = async () =>
      (await fetch(`${site.url}/readyz`)).json() as Promise<{ ready: boolean; degraded: string[] }>
    const state = await eventually(async () => {
      const it = await ready()
      return it.degraded.length > 0 ? it : null
    })
    expect(state).toMatchObject({ ready: true, degraded: ['letters wait: the oldest for 20 minutes'] })
  })

  test('a letter that its server refuses for good doubts the listings of the address', async () => {
    server.behave({ at: 'RCPT', says: '550 5.1.1 no such user' })
    await store.add([aNew('refused', { email: { address: 'kettle@example.org', visible: true } })])
    await postCode(store, 'to nobody')
    const signals = await eventually(async () => {
      const found = (await only(store, 'refused')).signals
      return found.length > 0 ? found : null
    })
    expect(signals).toMatchObject([{ kind: 'bounced', clearedAt: null }])
  })

  test('the log names no address, and the server’s words are not in it', async () => {
    expect(site.output()).not.toMatch(/kettle|desk@/)
  })
})
