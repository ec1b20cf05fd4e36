/** The second step and one's own page, on the running site. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, stepAt } from '../../src/people/totp.ts'
import { signInOn } from '../signed-in.ts'
import { startSite, type Running } from '../site.ts'
import { aBrowser } from './browser.ts'
import { codeFor } from './letters-of.ts'

let site: Running
/** Each network may ask for some letters an hour: every test comes from another one. */
let network = 0
const from = () => ({ 'x-forwarded-for': `10.2.${++network}.1` })

beforeAll(async () => {
  site = await startSite({ TRUST_PROXY: '1', DEMO: '0' })
}, 240_000)
afterAll(() => site?.stop())

describe('the second step', () => {
  test('is set up, is asked for at the next sign-in, and no code of it works twice', async () => {
    const email = 'nia@example.org'
    const { cookie } = await signInOn(site, { email, holds: [{ role: 'administrator' }] })
    const browser = aBrowser(site.url, cookie)
    await browser.ask('/sign-in/second', { form: { do: 'begin' } })
    const shown = await browser.ask('/sign-in/second')
    const secret = (/<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(shown.body)?.[1] ?? '').replaceAll(' ', '')
    expect(secret).toHaveLength(32)
    const now = () => stepAt(new Date())
    expect((await browser.ask('/sign-in/second', { form: { do: 'confirm', code: '000000' } })).status).toBe(
      422,
    )
    const confirmed = await browser.ask('/sign-in/second', {
      form: { do: 'confirm', code: codeOf(secret, now()) },
    })
    const written = [...confirmed.body.matchAll(/<code[^>]*>([a-z0-9-]{14})<\/code>/g)].map(
      (it) => it[1] ?? '',
    )
    expect(written).toHaveLength(8)
    expect((await aBrowser(site.url, cookie).ask('/account')).status).toBe(303)

    // Signed in anew, by a code from a letter alone.
    const headers = from()
    const later = aBrowser(site.url)
    await later.ask('/sign-in', { form: { email }, headers })
    const came = await later.ask('/sign-in/code', {
      form: { code: codeFor(site.dataDir, email).code },
      headers,
    })
    expect(came.headers.location).toBe('/sign-in/second')
    expect((await later.ask('/account')).body).toContain('This counts only after your second step')
    const spent = await later.ask('/sign-in/second', {
      form: { do: 'show', code: codeOf(secret, now() - 1) },
    })
    expect(spent.status).toBe(422)
    const good = await later.ask('/sign-in/second?then=/account', {
      form: { do: 'show', code: written[0] ?? '' },
    })
    expect(good.headers.location).toBe('/account')
    expect((await later.ask('/account')).body).not.toContain('This counts only after your second step')
    const twice = await later.ask('/sign-in/second', { form: { do: 'show', code: written[0] ?? '' } })
    expect(twice.status).toBe(422)
  })

  test('guesses are slowed down, and nobody is locked out for long', async () => {
    const { cookie } = await signInOn(site, { email: 'oli@example.org', holds: [{ role: 'desk' }] })
    const browser = aBrowser(site.url, cookie)
    const statuses: number[] = []
    for (let n = 0; n < 7; n++) {
      const { status, headers } = await browser.ask('/sign-in/second', {
        form: { do: 'show', code: '123456' },
      })
      statuses.push(status)
      if (status === 429) expect(Number(headers['retry-after'])).toBeLessThanOrEqual(300)
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429])
  })
})

describe('one’s own page', () => {
  test('changes the address by a code sent to the new one, and tells both', async () => {
    const { cookie } = await signInOn(site, { email: 'pat@example.org' })
    const browser = aBrowser(site.url, cookie)
    const headers = from()
    const sent = await browser.ask('/account', {
      form: { do: 'address', email: 'pat.new@example.org' },
      headers,
    })
    expect(sent.headers.location).toBe('/sign-in/code')
    const { code } = codeFor(site.dataDir, 'pat.new@example.org')
    const changed = await browser.ask('/sign-in/code', { form: { code }, headers })
    expect(changed.headers.location).toBe('/account?changed')
    const { body } = await browser.ask('/account?changed')
    expect(body).toContain('pat.new@example.org')
    expect(body).toContain('We wrote to both addresses')
  })

  test('asks for a fresh code before that, and before leaving', async () => {
    const checkedAt = new Date(Date.now() - 31 * 60_000)
    const { cookie } = await signInOn(site, { email: 'quin@example.org', checkedAt })
    const browser = aBrowser(site.url, cookie)
    const forms: Record<string, string>[] = [
      { do: 'address', email: 'q2@example.org' },
      { do: 'leave', sure: '1' },
      { do: 'second-drop' },
    ]
    for (const form of forms)
      expect((await browser.ask('/account', { form })).headers.location).toBe(
        '/sign-in/again?then=%2Faccount',
      )
  })

  test('lets somebody leave altogether', async () => {
    const { cookie } = await signInOn(site, { email: 'ros@example.org', holds: [{ role: 'link-worker' }] })
    const browser = aBrowser(site.url, cookie)
    expect((await browser.ask('/account', { form: { do: 'leave' } })).status).toBe(422)
    expect((await browser.ask('/account', { form: { do: 'leave', sure: '1' } })).status).toBe(303)
    expect((await aBrowser(site.url, cookie).ask('/account')).status).toBe(303)
    const back = await signInOn(site, { email: 'ros@example.org' })
    expect((await aBrowser(site.url, back.cookie).ask('/account')).body).toContain('You keep no listing yet')
  })
})
