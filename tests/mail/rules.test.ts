/** The small rules of sending: what a refusal means, when to try again, when mail is stuck, which link stops what. */
import { describe, expect, test } from 'vitest'
import { readSender } from '../../src/mail/mailer.ts'
import { sortOut, type MailError } from '../../src/mail/refusals.ts'
import { nextTry } from '../../src/mail/retry.ts'
import { readStopToken, stopToken } from '../../src/mail/stop-token.ts'
import { isStuck, lateBy } from '../../src/mail/trouble.ts'
import { NOW } from '../fixtures.ts'

const reply = (command: string, response: string): MailError => ({
  code: 'EENVELOPE',
  command,
  responseCode: Number(response.slice(0, 3)),
  response,
})

describe('an answer of a mail server', () => {
  const cases: [what: string, error: MailError, is: string][] = [
    ['no such user', reply('RCPT TO', '550 5.1.1 <x@y> no such user'), 'no-such-address'],
    ['the same without a status', reply('RCPT TO', '550 no such user'), 'no-such-address'],
    ['not local', reply('RCPT TO', '551 not here'), 'no-such-address'],
    ['no such domain', reply('RCPT TO', '550 5.1.2 bad host'), 'no-such-address'],
    ['disabled', reply('RCPT TO', '550 5.2.1 disabled'), 'no-such-address'],
    ['said only at the end', reply('DATA', '550 5.1.1 no such user'), 'no-such-address'],
    ['mailbox full', reply('RCPT TO', '552 5.2.2 full'), 'letter'],
    ['we are on a black list', reply('RCPT TO', '550 5.7.1 blocked'), 'letter'],
    ['the same as 554', reply('RCPT TO', '554 blocked'), 'letter'],
    ['our own address is not liked', reply('RCPT TO', '550 5.1.8 bad sender'), 'letter'],
    ['grey list', reply('RCPT TO', '451 4.7.1 later'), 'letter'],
    ['looks like spam', reply('DATA', '554 5.7.1 spam'), 'letter'],
    ['550 at the end without a status', reply('DATA', '550 no'), 'letter'],
    ['closing', reply('RCPT TO', '421 4.3.2 shutting down'), 'nobody'],
    ['sender refused', reply('MAIL FROM', '550 5.7.1 not you'), 'nobody'],
    ['wrong password', reply('AUTH PLAIN', '535 5.7.8 wrong'), 'nobody'],
    ['nobody answers', { code: 'ECONNECTION', command: 'CONN' }, 'nobody'],
    ['silence', { code: 'ETIMEDOUT', command: 'DATA' }, 'nobody'],
    ['no such server', { code: 'EDNS' }, 'nobody'],
  ]
  test.each(cases)('%s', (_, error, is) => {
    const sorted = sortOut(error)
    const said = sorted.is === 'failed' ? (sorted.unreachable ? 'nobody' : 'letter') : sorted.is
    expect(said).toBe(is)
    expect('why' in sorted && sorted.why).not.toMatch(/@|user|blocked/)
  })
})

test.each([
  [1, 1],
  [2, 5],
  [3, 15],
  [4, 60],
  [5, 60],
  [40, 60],
])('after failure %i it is tried again in %i minutes', (tries, minutes) => {
  expect(Date.parse(nextTry(tries, NOW)) - NOW.getTime()).toBe(minutes * 60_000)
})

describe('mail', () => {
  const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString()
  const state = (stuck: number | null, sent: number | null) => ({
    waiting: 1,
    oldestAt: stuck === null ? null : ago(stuck),
    stuckSince: stuck === null ? null : ago(stuck),
    lastSentAt: sent === null ? null : ago(sent),
  })
  test.each<[string, number | null, number | null, boolean]>([
    ['nothing waits', null, null, false],
    ['a letter waits for two minutes', 2, null, false],
    ['for three minutes', 3, null, true],
    ['for an hour, but others go', 60, 1, false],
    ['for an hour, and the last went then', 60, 61, true],
    ['nothing waits, the last went long ago', null, 9999, false],
  ])('%s', (_, stuck, sent, is) => {
    expect(isStuck(state(stuck, sent), NOW)).toBe(is)
  })
  test.each([
    [null, null],
    [15, null],
    [16, 16],
    [61.5, 61],
  ])('the oldest waits for %s minutes: late by %s', (waits, by) => {
    expect(lateBy(state(waits, null), NOW)).toBe(by)
  })
})

describe('the token that stops letters', () => {
  const token = stopToken({ to: 'Kettle@Example.org', kind: 'week-of-searches' }, 'secret')
  test('names the kind and the address, as often as it is asked', () => {
    const read = readStopToken(token, 'secret')
    expect(read).toMatchObject({ kind: 'week-of-searches' })
    expect(stopToken({ to: ' kettle@example.org', kind: 'week-of-searches' }, 'secret')).toBe(token)
    expect(readStopToken(token, 'secret')).toEqual(read)
  })
  test('says nothing of the address', () => {
    expect(Buffer.from(token, 'base64url').toString()).not.toContain('kettle')
    expect(token).not.toMatch(/kettle|example/i)
  })
  test.each<[string, string, string]>([
    ['another secret', token, 'other'],
    ['another kind', token.replace('week', 'day'), 'secret'],
    ['a cut one', token.slice(0, -1), 'secret'],
    ['a longer one', `${token}a`, 'secret'],
    ['an empty one', '', 'secret'],
    ['dots only', '..', 'secret'],
  ])('is refused: %s', (_, given, secret) => {
    expect(readStopToken(given, secret)).toBeNull()
  })
})

test.each<[string, object | null]>([
  ['directory@example.org', { name: 'Fingerpost', address: 'directory@example.org' }],
  ['The Directory <directory@example.org>', { name: 'The Directory', address: 'directory@example.org' }],
  ['"Sale, M33" <a@example.org>', { name: 'Sale, M33', address: 'a@example.org' }],
  ['<a@example.org>', { name: 'Fingerpost', address: 'a@example.org' }],
  ['a@example.org, b@example.org', null],
  ['a@localhost', null],
  ['nobody', null],
  ['a\r\nBcc: b <a@example.org>', null],
])('letters from %j', (given, is) => {
  expect(readSender(given, 'Fingerpost')).toEqual(is)
})
