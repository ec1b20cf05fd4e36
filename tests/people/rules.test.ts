/** The small rules of signing in, as tables. */
import { describe, expect, it } from 'vitest'
import { clientAddress } from '../../src/app/client-address.ts'
import { browserName } from '../../src/people/browser-name.ts'
import { readCode } from '../../src/people/codes.ts'
import { recentlyChecked, stillLasts } from '../../src/people/lasting.ts'
import { LIMITS, networkOf } from '../../src/people/limits.ts'
import { safeThen } from '../../src/people/then.ts'
import { codeOf, newSecret, stepAt, stepOf } from '../../src/people/totp.ts'
import type { Role } from '../../src/store/people/grant.ts'
import { aSignedIn } from '../signed-in.ts'

describe('where somebody goes after signing in', () => {
  const ours = [
    '/groups',
    '/groups/listing/1?a=b&c=%2F',
    '/cy/account',
    '/search?what=tea+and+cake',
    '/',
    '/a//b',
  ]
  it.each(ours)('%s is ours', (then) => expect(safeThen(then)).toBe(then))

  const no: (string | null)[] = [
    null,
    '',
    'groups',
    '//example.org',
    '///example.org',
    '/\\example.org',
    '\\/example.org',
    '/\t/example.org',
    '/\n/example.org',
    ' /groups',
    '/..//example.org',
    '/a/..//example.org',
    '/%2e%2e//example.org',
    '/./\\example.org',
    'https://example.org',
    'https:/example.org',
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.org/%2f..',
    '/\u0000',
    '/ü',
    '/sign-in',
    '/sign-in/code?code=1',
    '/cy/sign-out',
    '/sign-out',
    `/${'x'.repeat(2001)}`,
  ]
  it.each(no)('%j is not', (then) => expect(safeThen(then)).toBeNull())
})

describe('codes as people type them', () => {
  const good: [string, string][] = [
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['123-456', '123456'],
    ['123–456', '123456'],
    ['012345', '012345'],
    ['１２３４５６', '123456'],
    ['123.456', '123456'],
  ]
  it.each(good)('%j is %s', (typed, code) => expect(readCode(typed)).toBe(code))
  it.each(['', '12345', '1234567', '12345a', 'code', '123456123456'])('%j is none', (typed) =>
    expect(readCode(typed)).toBeNull(),
  )
})

describe('how long a sign-in lasts', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  const DAY = 1440
  const rows: [role: Role | null, begun: number, seen: number, lasts: boolean][] = [
    [null, 0, 0, true],
    [null, 40 * DAY, 29 * DAY, true],
    [null, 40 * DAY, 30 * DAY, false],
    [null, 179 * DAY, 1, true],
    [null, 180 * DAY, 1, false],
    ['group', 40 * DAY, 29 * DAY, true],
    ['link-worker', 40 * DAY, 29 * DAY, true],
    ['umbrella', 40 * DAY, 31 * DAY, false],
    ['desk', 60, 29, true],
    ['desk', 60, 30, false],
    ['desk', 719, 1, true],
    ['desk', 720, 1, false],
    ['administrator', 60, 30, false],
  ]
  it.each(rows)('%s, begun %d minutes ago, seen %d minutes ago: %s', (role, begun, seen, lasts) => {
    const { grants } = aSignedIn(role === null ? [] : [{ role }])
    expect(stillLasts({ createdAt: before(begun), seenAt: before(seen) }, grants, now)).toBe(lasts)
  })
  it('a role that ended asks for nothing', () => {
    const grants = aSignedIn([{ role: 'desk' }]).grants.map((it) => ({ ...it, endedAt: '2026-11-01' }))
    expect(stillLasts({ createdAt: before(2 * DAY), seenAt: before(DAY) }, grants, now)).toBe(true)
  })
  it.each([
    [0, true],
    [29, true],
    [30, false],
    [-2, false],
  ])('a code typed in %d minutes ago is fresh: %s', (minutes, fresh) => {
    expect(recentlyChecked({ checkedAt: before(minutes).toISOString() }, now)).toBe(fresh)
  })
})

describe('codes of an app', () => {
  // RFC 6238, appendix B, SHA-1, the last six of its eight digits.
  const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  const rows: [seconds: number, code: string][] = [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ]
  it.each(rows)('at %d seconds: %s', (seconds, code) => {
    const now = new Date(seconds * 1000)
    expect(codeOf(SECRET, stepAt(now))).toBe(code)
    expect(stepOf(SECRET, code, now, 0)).toBe(stepAt(now))
  })
  it('works half a minute early or late, and once', () => {
    const now = new Date('2026-11-22T12:00:00Z')
    const secret = newSecret()
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    const here = stepAt(now)
    const good = [-2, -1, 0, 1, 2].map((drift) => stepOf(secret, codeOf(secret, here + drift), now, 0))
    expect(good).toEqual([null, here - 1, here, here + 1, null])
    expect(stepOf(secret, codeOf(secret, here), now, here)).toBeNull()
    expect(stepOf(secret, codeOf(secret, here - 1), now, here)).toBeNull()
  })
})

describe('where a request comes from', () => {
  const rows: [socket: string | undefined, forwarded: string | undefined, proxies: number, from: string][] = [
    ['192.0.2.1', undefined, 0, '192.0.2.1'],
    ['192.0.2.1', '198.51.100.9', 0, '192.0.2.1'],
    ['::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
    ['192.0.2.1', '203.0.113.7', 1, '203.0.113.7'],
    ['192.0.2.1', '198.51.100.9, 203.0.113.7', 1, '203.0.113.7'],
    ['192.0.2.1', '198.51.100.9, 203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
    ['192.0.2.1', undefined, 1, '192.0.2.1'],
    ['192.0.2.1', 'unknown', 1, '192.0.2.1'],
    ['192.0.2.1', '198.51.100.9', 2, '192.0.2.1'],
    ['192.0.2.1', '2001:db8::1', 1, '2001:db8::1'],
    ['192.0.2.1', '[2001:db8::1]:443', 1, '2001:db8::1'],
    ['fe80::1%eth0', undefined, 0, 'fe80::1'],
    [undefined, undefined, 0, ''],
  ]
  it.each(rows)('%s with "%s" behind %d: %s', (socket, forwarded, proxies, from) => {
    expect(clientAddress(socket, forwarded, proxies)).toBe(from)
  })
  const networks: [string, string][] = [
    ['203.0.113.7', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ]
  it.each(networks)('%s is of %s', (address, network) => expect(networkOf(address)).toBe(network))
})

describe('browsers by name', () => {
  const rows: [string, string][] = [
    ['Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'Firefox,Android'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari,iPhone',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge,Windows',
    ],
    [
      'Mozilla/5.0 (X11; CrOS x86_64 1) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
      'Chrome,Chromebook',
    ],
    ['curl/8.0', ','],
  ]
  it.each(rows)('%s', (agent, name) => expect(browserName(agent)).toBe(name))
  it('nothing is nothing', () => expect(browserName(null)).toBe(','))
})

it('every limit says why it is as it is', () => {
  for (const { kind, count, minutes, why } of LIMITS) {
    expect(count, kind).toBeGreaterThan(0)
    expect(minutes, kind).toBeGreaterThan(0)
    expect(why.split(' ').length, kind).toBeGreaterThan(4)
  }
})
