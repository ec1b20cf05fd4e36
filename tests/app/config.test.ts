import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BadSetting, readConfig } from '../../src/app/config.ts'
import { inRoot } from '../../src/app/root.ts'

describe('settings', () => {
  it('have defaults that need nothing', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      port: 4321,
      host: '127.0.0.1',
      processes: 1,
      demo: true,
      siteUrl: null,
      tilesUrl: null,
      logLevel: 'info',
      meili: null,
      pmtiles: null,
    })
    expect(config.databaseUrl).toMatch(/var[\\/]fingerpost\.db$/)
  })

  const wrong: [name: string, value: string][] = [
    ['PORT', 'many'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PROCESSES', '0'],
    ['PROCESSES', 'all'],
    ['SITE_URL', 'directory.example.org'],
    ['SITE_URL', 'ftp://a.example'],
    ['DEMO', 'yes'],
    ['AUTH_SECRET', 'short'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '-1'],
    ['TILES_URL', 'https://tiles.example.org/map.png'],
    ['TILES_URL', 'https://a b/{z}/{x}/{y}.png'],
    ['TILES_URL', 'https://*/{z}/{x}/{y}.png'],
    ['TILES_URL', 'https://*.example.org/{z}/{x}/{y}.png'],
    ['TILES_URL', 'https://{s}.org/{z}/{x}/{y}.png'],
    ['TILES_URL', 'https://tiles.{s}.example.org/{z}/{x}/{y}.png'],
    ['TILES_URL', 'https://u:p@tiles.example.org/{z}/{x}/{y}.png'],
    ['TILES_URL', '//tiles.example.org/{z}/{x}/{y}.png'],
    ['LOG_LEVEL', 'loud'],
    ['SMTP_URL', 'mail.example.org'],
    ['SMTP_URL', 'https://mail.example.org'],
    ['SMTP_URL', 'smtp://'],
    ['MAIL_FROM', 'The directory'],
    ['MAIL_FROM', 'a@example.org, b@example.org'],
    ['MAIL_FROM', 'Directory\r\nBcc: x@example.org <a@example.org>'],
    ['BOUNCE_SECRET', 'short'],
    ['LINK_CHECK', 'sometimes'],
  ]
  it.each(wrong)('%s=%s stops the program, naming it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(BadSetting)
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^The setting ${name} `))
  })

  const fine: [name: string, value: string, part: object][] = [
    ['PORT', '0', { port: 0 }],
    ['PORT', ' ', { port: 4321 }],
    ['PROCESSES', '2', { processes: 2 }],
    ['SITE_URL', 'https://a.example', { siteUrl: 'https://a.example' }],
    ['DEMO', '0', { demo: false }],
    ['TRUST_PROXY', '2', { proxies: 2 }],
    ['AUTH_SECRET', 'x'.repeat(32), { authSecret: 'x'.repeat(32) }],
    ['TILES_URL', 'https://t.example/{z}/{x}/{y}.png', { tilesUrl: 'https://t.example/{z}/{x}/{y}.png' }],
    ['DATABASE_URL', 'postgres://a@b/c', { databaseUrl: 'postgres://a@b/c' }],
    ['MEILI_URL', 'http://m.example', { meili: { urls: ['http://m.example'], key: null, writeKey: null } }],
    [
      'MEILI_URL',
      'http://a:1/, http://b:2//',
      { meili: { urls: ['http://a:1', 'http://b:2'], key: null, writeKey: null } },
    ],
    ['PMTILES', 'tiles/town.pmtiles', { pmtiles: 'tiles/town.pmtiles' }],
    ['SMTP_URL', 'smtps://u:p@mail.example.org', { smtpUrl: 'smtps://u:p@mail.example.org' }],
    ['MAIL_FROM', 'Directory <a@example.org>', { mailFrom: 'Directory <a@example.org>' }],
    ['BOUNCE_SECRET', 'sixteen letters!', { bounceSecret: 'sixteen letters!' }],
    ['LINK_CHECK', '1', { linkCheck: true }],
    ['ALLOW_PRIVATE_FEEDS', '1', { allowPrivateFeeds: true }],
  ]
  it.each(fine)('%s=%s is understood', (name, value, part) => {
    expect(readConfig({ [name]: value })).toMatchObject(part)
  })

  it.each(['SMTP_URL', 'BOUNCE_SECRET', 'MEILI_URL', 'MEILI_KEY', 'MEILI_WRITE_KEY'])(
    '%s is not said aloud where it cannot be used',
    (name) => {
      expect(() => readConfig({ [name]: 'hunt2' })).toThrow(/^(?!.*hunt2).*$/)
    },
  )

  it.each(['http://a:1,http://ann:hunt2@b:7700', 'http://b:7700?hunt2', 'http://b:7700#hunt2', 'b:7700'])(
    'the search server %s is refused, and not said',
    (url) => {
      const wrong = () => readConfig({ MEILI_URL: url })
      expect(wrong).toThrow(/^The setting MEILI_URL cannot be used(?!.*hunt2).*$/)
    },
  )

  it.each(['MEILI_KEY', 'MEILI_WRITE_KEY'])(
    '%s is what a header can hold, and not said otherwise',
    (name) => {
      for (const wrong of ['hunter2hunter2→', 'hunter2\nhunter2', 'hunter2 hunter2'])
        expect(() => readConfig({ [name]: wrong })).toThrow(/no key has(?!.*hunter2)/)
      const { meili } = readConfig({ MEILI_URL: 'http://m.example', [name]: 'hunter2hunter2\r\n' })
      expect(Object.values(meili ?? {})).toContain('hunter2hunter2')
    },
  )

  it('have a heading each in the README', () => {
    const readme = readFileSync(inRoot('README.md'), 'utf8')
    const source = readFileSync(inRoot('src/app/config.ts'), 'utf8')
    const names = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map((it) => it[1] ?? '')
    expect(names.length).toBeGreaterThan(8)
    expect(names.filter((name) => !readme.includes(`### ${name}\n`))).toEqual([])
  })
})
