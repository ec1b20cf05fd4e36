/** Letters on their way: a real store, a real mail server, and everything that goes wrong between them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deliverDue, type PostRoom } from '../../src/mail/deliver.ts'
import { smtpMailer } from '../../src/mail/smtp.ts'
import type { Post } from '../../src/store/mail/outbox.ts'
import { hashOfAddress } from '../../src/store/mail/address-hash.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { texts } from '../../src/text/texts.ts'
import { aReader } from './reader.ts'
import { startSmtp, type Behaviour, type SmtpServer } from './smtp-server.ts'

const START = Date.parse('2026-11-22T09:00:00.000Z')
/** Short enough for tests, long enough for two words over a socket. Milliseconds. */
const TIMES = { connect: 400, silence: 300, letter: 400 }
let server: SmtpServer
let store: Store
let mailer: ReturnType<typeof smtpMailer>
let clock = START
let bounced: string[] = []
let errors: object[] = []

beforeEach(async () => {
  clock = START
  bounced = []
  errors = []
  server = await startSmtp()
  store = await openStore(':memory:')
  mailer = smtpMailer(server.url, TIMES)
})
afterEach(async () => {
  mailer.close()
  await server.close()
  await store.close()
})

const room = (over: Partial<PostRoom> = {}): PostRoom => ({
  store,
  mailer,
  from: { name: 'Fingerpost', address: 'directory@example.org' },
  reader: (lang) => ({ ...aReader({ lang }), text: texts(lang), lang }),
  stopSecret: async () => 'secret',
  now: () => new Date(clock),
  holder: 'test',
  onBounce: async (address) => void bounced.push(address),
  onError: (what, about) => void errors.push({ what, ...about }),
  ...over,
})
const minutes = (n: number) => n * 60_000
const post = (id: string, over: Partial<Post> = {}) =>
  store.act((act) =>
    act.post({
      id,
      key: id,
      to: `${id}@example.org`,
      lang: 'en',
      kind: 'sign-in',
      about: { code: '123456', path: '/x' },
      postedAt: new Date(START).toISOString(),
      expiresAt: new Date(START + minutes(10)).toISOString(),
      ...over,
    }),
  )
const ids = () => server.received.map(({ messageId }) => messageId.split('@')[0]).sort()

test('a letter goes once, whole, with an id of its own', async () => {
  await post('one')
  expect(await deliverDue(room())).toMatchObject({ sent: 1 })
  expect(await deliverDue(room())).toMatchObject({ sent: 0 })
  expect(server.received).toHaveLength(1)
  expect(server.received[0]).toMatchObject({
    from: 'directory@example.org',
    to: ['one@example.org'],
    messageId: 'one@directory.example.org',
  })
  expect(server.received[0]?.data).toMatch(/123456/)
})

test('many letters share a connection', async () => {
  for (let at = 0; at < 40; at++) await post(`l${at}`)
  expect(await deliverDue(room())).toMatchObject({ sent: 40, failed: 0 })
  expect(new Set(ids()).size).toBe(40)
  expect(server.connections()).toBeLessThanOrEqual(2)
})

describe('a server that', () => {
  const cases: [what: string, how: Behaviour, then: { bounced: boolean; again: boolean; taken: number }][] = [
    [
      'knows no such address',
      { at: 'RCPT', says: '550 5.1.1 no such user' },
      { bounced: true, again: false, taken: 0 },
    ],
    [
      'asks to come later',
      { at: 'RCPT', says: '450 4.2.0 later' },
      { bounced: false, again: true, taken: 0 },
    ],
    ['is closing', { at: 'MAIL', says: '421 4.3.2 closing' }, { bounced: false, again: true, taken: 0 }],
    [
      'does not like us',
      { at: 'RCPT', says: '554 5.7.1 blocked' },
      { bounced: false, again: true, taken: 0 },
    ],
    ['refuses the letter', { at: 'end', says: '554 5.7.1 spam' }, { bounced: false, again: true, taken: 0 }],
    ['says nonsense', { at: 'connect', says: 'hello' }, { bounced: false, again: true, taken: 0 }],
    ['hangs', 'hangs', { bounced: false, again: true, taken: 0 }],
    ['is gone at DATA', 'drops at DATA', { bounced: false, again: true, taken: 0 }],
    ['is gone after taking it', 'drops after taking', { bounced: false, again: true, taken: 1 }],
  ]
  test.each(cases)('%s', async (_, how, then) => {
    await post('one')
    server.behave(how)
    await deliverDue(room())
    expect(bounced).toEqual(then.bounced ? ['one@example.org'] : [])
    expect(server.received).toHaveLength(then.taken)
    server.behave('takes')
    await deliverDue(room())
    expect(server.received, 'not before its time').toHaveLength(then.taken)
    clock += minutes(1)
    await deliverDue(room())
    expect(server.received).toHaveLength(then.taken + (then.again ? 1 : 0))
    expect(new Set(ids()).size).toBeLessThanOrEqual(1)
  })
})

test('what a server says is not kept', async () => {
  await post('one')
  server.behave({ at: 'RCPT', says: '451 4.0.0 <one@example.org> is a secret' })
  await deliverDue(room())
  clock += minutes(1)
  const [waiting] = await store.outbox.due(new Date(clock), 1)
  expect(waiting?.why).toBe('451 4.0.0 at RCPT TO')
})

test('letters that cannot go hold up no other', async () => {
  const about = { about: { wrong: true } }
  await post('poison', about)
  await post('refused')
  await post('silent')
  await post('unknown', { kind: 'nothing-we-know' })
  await post('good')
  server.behave((to) => {
    if (to.startsWith('refused')) return { at: 'RCPT', says: '550 5.1.1 no' }
    return to.startsWith('silent') ? 'hangs' : 'takes'
  })
  expect(await deliverDue(room())).toMatchObject({ sent: 1, dropped: 1, failed: 3, gaveUp: false })
  expect(ids()).toEqual(['good'])
  expect(errors).toEqual([
    expect.objectContaining({ kind: 'sign-in', why: 'what it is about does not fit at "code"' }),
    expect.objectContaining({ kind: 'nothing-we-know' }),
  ])
  expect(JSON.stringify(errors)).not.toContain('@')
})

test('where nobody answers, a few letters try and the others wait', async () => {
  for (let at = 0; at < 30; at++) await post(`l${at}`)
  await server.close()
  const done = await deliverDue(room())
  expect(done).toMatchObject({ sent: 0, gaveUp: true })
  expect(done?.failed).toBe(3)
  expect((await store.mail.state(new Date(clock))).stuckSince).not.toBeNull()
})

test('an expired letter is dropped: a dead link helps nobody', async () => {
  await post('one')
  clock += minutes(10)
  expect(await deliverDue(room())).toMatchObject({ sent: 0, dropped: 1 })
  clock -= minutes(5)
  expect(await deliverDue(room())).toMatchObject({ sent: 0, dropped: 0 })
  expect(server.received).toEqual([])
})

test('a letter is tried at 1, 6, 21 and 81 minutes', async () => {
  await post('one', { expiresAt: new Date(START + minutes(600)).toISOString() })
  server.behave({ at: 'RCPT', says: '450 4.2.0 later' })
  const tried: number[] = []
  for (let minute = 0; minute <= 90; minute++) {
    clock = START + minutes(minute)
    if ((await deliverDue(room()))?.failed === 1) tried.push(minute)
  }
  expect(tried).toEqual([0, 1, 6, 21, 81])
})

test('only one process sends; the next goes on where the first died', async () => {
  await post('one')
  await store.turns.take({ name: 'mail', holder: 'dead', now: new Date(clock), ms: 15_000 })
  expect(await deliverDue(room())).toBeNull()
  expect(server.received).toEqual([])
  clock += 15_000
  expect(await deliverDue(room())).toMatchObject({ sent: 1 })
})

test('two processes at once send each letter once', async () => {
  for (let at = 0; at < 20; at++) await post(`l${at}`)
  await Promise.all([
    deliverDue(room({ holder: 'a' })),
    deliverDue(room({ holder: 'b' })),
    deliverDue(room({ holder: 'c' })),
  ])
  for (const holder of ['a', 'b', 'c']) await deliverDue(room({ holder }))
  expect(ids()).toHaveLength(20)
  expect(new Set(ids()).size).toBe(20)
})

test('a letter that went while the store was busy is not sent again', async () => {
  await post('one')
  let busy = true
  const outbox: Store['outbox'] = {
    due: store.outbox.due,
    tried: (it) => (busy ? Promise.reject(new Error('busy')) : store.outbox.tried(it)),
  }
  const sentBefore = new Set<string>()
  const poor = room({ store: { outbox, turns: store.turns, mail: store.mail } })
  await expect(deliverDue(poor, sentBefore)).rejects.toThrow('busy')
  busy = false
  await deliverDue(poor, sentBefore)
  expect(server.received).toHaveLength(1)
  expect(await store.outbox.due(new Date(clock), 1)).toEqual([])
  expect(sentBefore.size).toBe(0)
})

test('what is stopped stops only letters that can be stopped', async () => {
  await store.act(({ stop }) =>
    stop({ address: hashOfAddress('one@example.org'), kind: 'sign-in', at: new Date(START).toISOString() }),
  )
  await post('one')
  expect(await deliverDue(room())).toMatchObject({ sent: 1, dropped: 0 })
})

test('nothing is begun any more when the program is ending', async () => {
  for (let at = 0; at < 10; at++) await post(`l${at}`)
  expect(await deliverDue(room({ isEnding: () => server.received.length >= 2 }))).toMatchObject({
    gaveUp: true,
  })
  expect(server.received.length).toBeLessThan(10)
  expect(await deliverDue(room({ holder: 'next' })), 'its turn was given back').toMatchObject({
    gaveUp: false,
  })
  expect(new Set(ids()).size).toBe(10)
})
