/** What a look at a website means, what sites let us read, and what we never connect to: tables. */
import { describe, expect, test } from 'vitest'
import { judge, networkIsAway, type Finding } from '../../src/reviews/links/link-rule.ts'
import { looksParked } from '../../src/reviews/links/parked.ts'
import { isPublic } from '../../src/network/public-address.ts'
import { mayRead } from '../../src/reviews/links/robots.ts'
import type { LinkCheck } from '../../src/store/links/link-checks.ts'
import { HOSTILE } from '../hostile/values.ts'

const START = Date.parse('2026-11-01T09:00:00Z')
const DAY = 86_400_000
const LINK: LinkCheck = {
  listing: 'a',
  url: 'https://kettle.example/',
  nextAt: new Date(START).toISOString(),
  checkedAt: null,
  fails: 0,
  failingSince: null,
  unsure: 0,
  signal: null,
}
const FOUND: { [sign: string]: Finding } = {
  '+': { is: 'works' },
  x: { is: 'gone', why: '404' },
  '?': { is: 'unsure', why: '503' },
  '-': { is: 'not-asked', why: 'robots' },
}

/** Looks at a website whenever it is due, as often as there are signs. Gives the days of the looks and what was told. */
function life(signs: string): string {
  let link = LINK
  let at = START
  return [...signs]
    .map((sign) => {
      at = Math.max(at, Date.parse(link.nextAt))
      const { check, tell } = judge(link, FOUND[sign] ?? { is: 'works' }, new Date(at))
      link = { ...check, signal: tell === 'raise' ? 's' : tell === 'clear' ? null : check.signal }
      return `${(at - START) / DAY}${tell === null ? '' : ` ${tell}`}`
    })
    .join(', ')
}

describe('a website', () => {
  test.each([
    ['works', '+++', '0, 30, 60'],
    ['is gone at three looks over a week', 'xxx', '0, 4, 8 raise'],
    ['is told once', 'xxxxx', '0, 4, 8 raise, 22, 36'],
    ['comes back', 'xxx+xxx', '0, 4, 8 raise, 22 clear, 52, 56, 60 raise'],
    ['was away for a few days', 'xx+x', '0, 4, 8, 38'],
    ['is down, which is not gone', '???????', '0, 1, 3, 7, 15, 31, 61'],
    ['is down in between', 'x?x?x', '0, 4, 5, 9, 10 raise'],
    ['does not want to be asked', '---', '0, 30, 60'],
    ['gives no answer after it was told', 'xxx?+', '0, 4, 8 raise, 22, 23 clear'],
  ])('%s', (_, signs, days) => {
    expect(life(signs)).toBe(days)
  })
  test('three looks within a week are too few days', () => {
    let link = LINK
    for (const day of [0, 2, 6]) {
      const { check, tell } = judge(link, { is: 'gone', why: '404' }, new Date(START + day * DAY))
      expect(tell).toBeNull()
      link = check
    }
    expect(judge(link, { is: 'gone', why: '404' }, new Date(START + 7 * DAY)).tell).toBe('raise')
  })
  test('a clock that was a year ahead does not keep it from being told', () => {
    const { check } = judge(LINK, { is: 'gone', why: '404' }, new Date(START + 365 * DAY))
    expect(judge(check, { is: 'gone', why: '404' }, new Date(START)).check.failingSince).toBe(
      new Date(START).toISOString(),
    )
  })
})

test.each([
  [5, 0, false],
  [4, 4, false],
  [5, 3, true],
  [40, 20, false],
  [40, 21, true],
])('of %i websites %i have unknown names: our network is away: %s', (all, unknown, is) => {
  const findings = Array.from({ length: all }, (_, at): Finding =>
    at < unknown ? { is: 'gone', why: 'no-such-host' } : { is: 'works' },
  )
  expect(networkIsAway(findings)).toBe(is)
})

describe('robots.txt', () => {
  const cases: [what: string, robots: string, path: string, may: boolean][] = [
    ['empty', '', '/', true],
    ['all closed', 'User-agent: *\nDisallow: /', '/', false],
    ['all closed but to us', 'User-agent: *\nDisallow: /\n\nUser-agent: Fingerpost\nDisallow:', '/', true],
    ['closed to us', 'User-agent: fingerpost\nDisallow: /\n\nUser-agent: *\nAllow: /', '/', false],
    ['closed to others', 'User-agent: GPTBot\nDisallow: /', '/', true],
    ['a folder closed', 'User-agent: *\nDisallow: /private', '/about', true],
    ['a folder closed, inside', 'User-agent: *\nDisallow: /private', '/private/x', false],
    ['the longer rule wins', 'User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['allow wins where both are as long', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['several names for one group', 'User-agent: x\nUser-agent: *\nDisallow: /', '/', false],
    ['a star', 'User-agent: *\nDisallow: /*.pdf', '/a/b.pdf?c', false],
    ['a star and the end', 'User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf?c', true],
    ['the end', 'User-agent: *\nDisallow: /a$', '/a', false],
    ['the end, further on', 'User-agent: *\nDisallow: /a$', '/ab', true],
    ['notes and blanks', '# hello\n  USER-AGENT : * # all\n  disallow :  /x # no\n', '/x', false],
    ['Windows line ends', 'User-agent: *\r\nDisallow: /\r\n', '/', false],
    ['rules before any name', 'Disallow: /', '/', true],
    ['a page of HTML', '<html><body>Not found</body></html>', '/', true],
  ]
  test.each(cases)('%s', (_, robots, path, may) => {
    expect(mayRead(robots, path)).toBe(may)
  })
  test('hostile rules and paths end', () => {
    const long = `User-agent: *\n${HOSTILE.map((it) => `Disallow: /${it}*a*a*a*a*a*b$`).join('\n')}`
    expect(HOSTILE.map((it) => typeof mayRead(long, `/${it}`))).toEqual(HOSTILE.map(() => 'boolean'))
  })
})

test.each([
  ['kettle.example', null, false],
  ['kettle.example', '<p>Tea on Tuesdays. Buy this cake!</p>', false],
  ['kettle.example', '<h1>Buy  this\n<b>domain</b></h1>', true],
  ['kettle.example', 'kettle.example: This domain has expired. Renew it now', true],
  ['www.hugedomains.com', null, true],
  ['nothugedomains.com', null, false],
])('%s with %j looks parked: %s', (host, page, is) => {
  expect(looksParked(host, page)).toBe(is)
})

describe('addresses we may connect to', () => {
  const closed =
    '127.0.0.1 127.9.9.9 0.0.0.0 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 198.18.0.1 ' +
    '192.0.2.1 198.51.100.1 203.0.113.1 224.0.0.1 255.255.255.255 ::1 :: ::ffff:127.0.0.1 ::ffff:10.0.0.1 fe80::1 ' +
    'fc00::1 fd12::1 ff02::1 2001:db8::1 2001::1 2002:7f00:1:: 64:ff9b::7f00:1 3fff::1 kettle.example 1 0x7f.1'
  const open = '8.8.8.8 1.1.1.1 172.15.0.1 172.32.0.1 100.63.0.1 2606:4700::1111 2a00:1450:4009::1'
  test.each(closed.split(' '))('not %s', (address) => expect(isPublic(address)).toBe(false))
  test.each(open.split(' '))('%s', (address) => expect(isPublic(address)).toBe(true))
})
