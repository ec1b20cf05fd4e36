/** What a letter looks like, and that nobody's words become headers, tags or addresses in it. */
import { describe, expect, test } from 'vitest'
import { aReader } from './reader.ts'
import type { Block, Written } from '../../src/mail/letter.ts'
import { folderMailer, lettersIn } from '../../src/mail/folder.ts'
import { LETTERS } from '../../src/mail/letters.ts'
import { messageIdOf, messageOf } from '../../src/mail/message.ts'
import { asSubject, oneLine, webAddress } from '../../src/mail/plain.ts'
import { readMail } from '../../src/mail/read-mail.ts'
import { render } from '../../src/mail/render.ts'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HOSTILE } from '../hostile/values.ts'
import { wrongIn } from './wrong-in.ts'

const FROM = { name: 'Fingerpost', address: 'directory@example.org' }
const SLOTS: { [slot: string]: (value: string) => Partial<Written> } = {
  subject: (subject) => ({ subject }),
  paragraph: (p) => ({ blocks: [{ p }] }),
  code: (code) => ({ blocks: [{ code }] }),
  'words of a button': (button) => ({ blocks: [{ button, url: 'https://directory.example.org/x' }] }),
  'address of a button': (url) => ({ blocks: [{ button: 'Press', url }] }),
  'words of a link': (link) => ({ blocks: [{ link, url: 'https://directory.example.org/x' }] }),
  'address of a link': (url) => ({ blocks: [{ link: 'Look', url }] }),
  list: (line) => ({ blocks: [{ list: [line, 'second'] }] }),
  heading: (heading) => ({ blocks: [{ heading }] }),
  why: (why) => ({ why }),
  unsubscribe: (unsubscribe) => ({ unsubscribe }),
}
const PLAIN: Written = { subject: 'A question', blocks: [{ p: 'Is it still right?' }] }
describe.each(Object.keys(SLOTS))('hostile values as the %s', (slot) => {
  test('stay words', () => {
    const wrong = HOSTILE.flatMap((value) => {
      const { subject, html, text } = render({ ...PLAIN, ...SLOTS[slot]?.(value) }, aReader())
      const bad = wrongIn(html)
      if (/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(subject)) bad.push('a sign in the subject')
      if (/[\0\r\u202E\u2066]/.test(text + html)) bad.push('a sign in the letter')
      return bad.map((what) => `${JSON.stringify(value)}: ${what}`)
    })
    expect(wrong).toEqual([])
  })

  test('add no header and no second letter', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fingerpost-letters-'))
    try {
      const mailer = folderMailer(folder)
      const names = async (written: Written, id: string): Promise<string> => {
        const sending = await mailer.send({
          ...render(written, aReader()),
          messageId: messageIdOf(id, 'https://directory.example.org'),
          from: FROM,
          to: 'kettle@example.org',
          lang: 'en',
          stopUrl: written.unsubscribe === undefined ? null : webAddress(written.unsubscribe),
          postedAt: '2026-11-22T09:00:00.000Z',
        })
        expect(sending).toEqual({ is: 'sent' })
        const file = lettersIn(folder).find((name) => name.includes(id)) ?? ''
        const raw = readFileSync(join(folder, file), 'latin1')
        const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ')
        // Mailers fold a long line; a line of the head that is no header would be somebody's own.
        const lines = head.split('\r\n')
        expect(lines.filter((line) => !/^[A-Za-z-]+: ?/.test(line))).toEqual([])
        return lines.map((line) => line.split(':', 1)[0]).join(' ')
      }
      const usual = await names(PLAIN, 'plain')
      const usualStopped = await names({ ...PLAIN, unsubscribe: 'https://a.example/x' }, 'stopped')
      const seen = new Set<string>()
      for (const [at, value] of HOSTILE.entries())
        seen.add(await names({ ...PLAIN, ...SLOTS[slot]?.(value) }, `h${at}`))
      expect([...seen].filter((it) => it !== usual && it !== usualStopped)).toEqual([])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

test.each<[string, string]>([
  ['a\r\nBcc: x@example.org', 'a Bcc: x@example.org'],
  ['  two   blanks\t ', 'two blanks'],
  ['\u202Eevil\u2069', 'evil'],
  ['a\u0000b', 'a b'],
  ['Ŵy â sŵn', 'Ŵy â sŵn'],
  ['👍'.repeat(200), '👍'.repeat(149) + '…'],
  ['\ud800 half', '\ufffd half'],
])('the subject %j is written %j', (given, is) => {
  expect(asSubject(given)).toBe(is)
})

test.each<[string, string | null]>([
  ['https://a.example/b?c=d', 'https://a.example/b?c=d'],
  ['http://a.example', 'http://a.example/'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['//evil.example', null],
  ['/path', null],
  ['https://a.example/"><script>', 'https://a.example/%22%3E%3Cscript%3E'],
  ['https://a.example/x\r\nBcc: b', 'https://a.example/xBcc:%20b'],
])('the address %j becomes %j', (given, is) => {
  expect(webAddress(given)).toBe(is)
})

test('a letter reads in plain text as it looks in HTML', () => {
  const blocks: Block[] = [
    { heading: 'Kettle On' },
    { p: 'Is it <still> right?' },
    { list: ['Tuesday 10am', '0161 496 0123'] },
    { code: '123456' },
    { button: 'Yes, all of it', url: 'https://directory.example.org/answer/x' },
    { link: 'See what people see', url: 'https://directory.example.org/listing/kettle' },
  ]
  const reader = aReader()
  const { text, html } = render({ subject: 'Kettle On', blocks, unsubscribe: reader.stopLink }, reader)
  expect(text).toBe(`Kettle On
---------

Is it <still> right?

- Tuesday 10am
- 0161 496 0123

    123456

Yes, all of it:
https://directory.example.org/answer/x

See what people see:
https://directory.example.org/listing/kettle

-- 
Fingerpost is the directory of local groups in Trafford.
Write to directory@example.org or ring 0161 496 0100, weekdays, 9am to 4pm.
This came because your address looks after a listing, or asked us for it.
Stop these letters:
https://directory.example.org/mail/stop/a-token
`)
  expect(html).toContain('Is it &lt;still&gt; right?')
  expect(html.match(/background:#0B5D3F/g)).toHaveLength(1)
})

test('a letter in Welsh says so, and its foot is Welsh', () => {
  const { html, text } = render(PLAIN, aReader({ lang: 'cy' }))
  expect(html).toContain('<html lang="cy">')
  expect(text).toContain('cyfeiriadur')
})

describe('the code that signs somebody in', () => {
  const letter = {
    id: 'l1',
    to: 'kettle@example.org',
    kind: 'sign-in',
    about: { code: '123456', path: '/sign-in/code?code=123456' },
    postedAt: '2026-11-22T09:00:00.000Z',
  }
  test.each(['en', 'cy'] as const)('is read back from its file, in %s', async (lang) => {
    const folder = mkdtempSync(join(tmpdir(), 'fingerpost-letters-'))
    try {
      const written = messageOf({ ...letter, lang }, aReader({ lang }), FROM)
      if (written.is !== 'message') throw new Error(written.why)
      await folderMailer(folder).send(written.message)
      const [name = ''] = lettersIn(folder)
      expect(name).toBe('20261122T090000000Z-l1.eml')
      const { headers, text, html } = readMail(readFileSync(join(folder, name), 'latin1'))
      expect(headers).toMatchObject({
        subject: written.message.subject,
        to: 'kettle@example.org',
        from: 'Fingerpost <directory@example.org>',
        'message-id': '<l1@directory.example.org>',
        'auto-submitted': 'auto-generated',
      })
      expect(headers['list-unsubscribe']).toBeUndefined()
      expect(text?.trim()).toBe(written.message.text.trim())
      expect(html).toContain('>123456<')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test.each<[string, object, RegExp]>([
    ['an unknown kind', { kind: 'nothing' }, /kind/],
    ['a name every record has', { kind: 'constructor' }, /kind/],
    ['what it needs is missing', { about: { code: '1' } }, /path/],
    ['no address', { to: 'kettle' }, /address/],
    ['two addresses', { to: 'a@example.org, b@example.org' }, /address/],
    ['a header in the address', { to: 'a@example.org\r\nBcc: b@example.org' }, /address/],
  ])('is not written where it is %s', (_, over, why) => {
    const written = messageOf({ ...letter, lang: 'en', ...over }, aReader(), FROM)
    expect(written).toMatchObject({ is: 'unwritable', why: expect.stringMatching(why) })
  })
})

test('every kind of letter has a name that fits a link that stops it', () => {
  expect(Object.keys(LETTERS).filter((kind) => !/^[a-z][a-z-]{0,40}$/.test(kind))).toEqual([])
})

test('one line is one line', () => {
  expect(HOSTILE.map(oneLine).filter((it) => /[\n\r\u2028]|^\s|\s$/.test(it))).toEqual([])
})
