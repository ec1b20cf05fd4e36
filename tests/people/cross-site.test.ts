/** What may change something: the truth table, and the same against the running site in tests/pages/csrf.test.ts. */
import { expect, it } from 'vitest'
import { isOurs, type Coming } from '../../src/app/cross-site.ts'

const HERE = 'directory.example.org'
const at = (it: Partial<Coming>): Coming => ({
  method: 'POST',
  site: undefined,
  origin: undefined,
  host: HERE,
  cookie: true,
  siteUrl: null,
  ...it,
})

const rows: [what: string, coming: Partial<Coming>, ours: boolean][] = [
  [
    'a page is asked for from anywhere',
    { method: 'GET', site: 'cross-site', origin: 'https://evil.example' },
    true,
  ],
  ['so is its head', { method: 'HEAD', site: 'cross-site' }, true],
  ['and what it allows', { method: 'OPTIONS', site: 'cross-site' }, true],
  ['a form of ours', { site: 'same-origin', origin: `https://${HERE}` }, true],
  ['a form of ours that was told to send no referrer', { site: 'same-origin', origin: 'null' }, true],
  ['the person’s own doing', { site: 'none' }, true],
  ['another site', { site: 'cross-site', origin: 'https://evil.example' }, false],
  ['another site that claims our origin', { site: 'cross-site', origin: `https://${HERE}` }, false],
  ['another host of our domain', { site: 'same-site', origin: 'https://blog.example.org' }, false],
  ['another site without a cookie', { site: 'cross-site', cookie: false }, false],
  ['a word no browser says', { site: 'near-by' }, false],
  ['an old browser, our form', { origin: `https://${HERE}` }, true],
  ['an old browser, our form, http', { origin: `http://${HERE}` }, true],
  ['an old browser, other port', { origin: `https://${HERE}:8443` }, false],
  ['an old browser, another site', { origin: 'https://evil.example' }, false],
  ['an old browser, origin hidden', { origin: 'null' }, false],
  ['an old browser, origin hidden, no cookie', { origin: 'null', cookie: false }, false],
  ['an origin that is none', { origin: 'evil' }, false],
  ['a name that begins like ours', { origin: `https://${HERE}.evil.example` }, false],
  [
    'behind a proxy, by the public address',
    { origin: 'https://public.example', host: 'inside:4321', siteUrl: 'https://public.example/' },
    true,
  ],
  [
    'behind a proxy, another site',
    { origin: 'https://evil.example', host: 'inside:4321', siteUrl: 'https://public.example/' },
    false,
  ],
  ['a program without a cookie', { cookie: false }, true],
  ['a program with somebody’s cookie', {}, false],
  ['no host at all', { origin: `https://${HERE}`, host: undefined }, false],
]
it.each(rows)('%s', (_what, coming, ours) => expect(isOurs(at(coming))).toBe(ours))
