/** Limits: counted by address, network and altogether; in memory and in the database alike. */
import { expect, test } from 'vitest'
import { makeLimits, memoryCounter, type Counter } from '../../src/people/count.ts'
import { onEachDatabase } from '../store/databases.ts'

const SECRET = 'a secret of at least thirty-two characters'
const START = Date.parse('2026-11-22T10:00:00Z')

function limiter(count: Counter) {
  const clock = { minutes: 0 }
  const now = () => new Date(START + clock.minutes * 60_000)
  return { clock, limited: makeLimits({ count, secret: SECRET, now }) }
}

function holds(about: string, counter: () => Promise<Counter>) {
  test(`${about}: the fourth letter to an address within a quarter of an hour waits`, async () => {
    const { clock, limited } = limiter(await counter())
    const ask = (address: string, from = '203.0.113.1') => limited('sign-in', { from, address })
    for (const minute of [0, 2, 4]) {
      clock.minutes = minute
      expect(await ask('ann@example.org')).toBeNull()
    }
    clock.minutes = 5
    expect(await ask('Ann@Example.org', '203.0.113.9')).toEqual({ retryAfter: 600 })
    expect(await ask('ben@example.org')).toBeNull()
    clock.minutes = 15
    expect(await ask('ann@example.org')).toBeNull()
    expect(await ask('ann@example.org')).toEqual({ retryAfter: 120 })
  })

  test(`${about}: a network is a /24 or a /64, whatever address within it asks`, async () => {
    const { limited } = limiter(await counter())
    const ask = (from: string, n: number) => limited('sign-in', { from, address: `p${n}@example.org` })
    for (let n = 0; n < 10; n++) expect(await ask(`203.0.113.${n}`, n)).toBeNull()
    expect((await ask('203.0.113.200', 10))?.retryAfter).toBeGreaterThan(0)
    expect(await ask('203.0.114.1', 11)).toBeNull()
    for (let n = 20; n < 30; n++) expect(await ask(`2001:db8:1:2::${n}`, n)).toBeNull()
    expect((await ask('2001:db8:1:2:ffff::1', 30))?.retryAfter).toBeGreaterThan(0)
    expect(await ask('2001:db8:1:3::1', 31)).toBeNull()
  })

  test(`${about}: what one limit refuses uses nothing up of the others`, async () => {
    const { limited } = limiter(await counter())
    const ask = (from: string, address: string) => limited('sign-in', { from, address })
    for (let n = 0; n < 10; n++) expect(await ask('203.0.113.1', `p${n}@example.org`)).toBeNull()
    // The network is stopped: however often it names somebody, they can still come in from elsewhere.
    for (let n = 0; n < 20; n++) expect(await ask('203.0.113.1', 'ann@example.org')).not.toBeNull()
    for (let n = 0; n < 3; n++) expect(await ask('198.51.100.1', 'ann@example.org')).toBeNull()
    for (let n = 0; n < 20; n++) expect(await ask('198.51.100.1', 'ann@example.org')).not.toBeNull()
    for (let n = 0; n < 7; n++) expect(await ask('198.51.100.1', `q${n}@example.org`)).toBeNull()
  })

  test(`${about}: a stranger who asks in somebody’s name shuts nobody out`, async () => {
    const { clock, limited } = limiter(await counter())
    const ask = (from: string) => limited('sign-in', { from, address: 'ann@example.org' })
    for (let minute = 0; minute < 24 * 60; minute += 5) {
      clock.minutes = minute
      await ask('203.0.113.1')
    }
    expect(await ask('203.0.113.1')).not.toBeNull()
    expect(await ask('198.51.100.1'), 'she herself, elsewhere').toBeNull()
  })

  test(`${about}: an address gets ten letters an hour, wherever they are asked for`, async () => {
    const { clock, limited } = limiter(await counter())
    const ask = (from: string) => limited('sign-in', { from, address: 'ann@example.org' })
    for (let n = 0; n < 10; n++) expect(await ask(`10.0.${n}.1`)).toBeNull()
    expect(await ask('10.0.10.1')).toEqual({ retryAfter: 3600 })
    clock.minutes = 60
    expect(await ask('10.0.10.1')).toBeNull()
  })

  test(`${about}: two hundred letters an hour, then everybody waits`, async () => {
    const { limited } = limiter(await counter())
    let refused = 0
    for (let n = 0; n < 210; n++)
      if ((await limited('sign-in', { from: `10.0.${n}.1`, address: `p${n}@example.org` })) !== null)
        refused++
    expect(refused).toBe(10)
  })
}

holds('in memory', async () => memoryCounter())
onEachDatabase('limits', ({ open }) => {
  holds('in the database', async () => (await open()).people.press)
})

test('two processes in memory let no more through together than one', async () => {
  const processes = [memoryCounter(2), memoryCounter(2)].map((count) => limiter(count).limited)
  let through = 0
  for (let n = 0; n < 40; n++) {
    const limited = processes[n % 2]
    if ((await limited?.('sign-in', { from: '203.0.113.1', address: `p${n}@example.org` })) === null)
      through++
  }
  expect(through).toBe(10)
})

test('a machine that is stopped where it is leaves no trace of the names it tries', async () => {
  const counted: string[] = []
  const memory = memoryCounter()
  const { limited } = limiter(async (press) => {
    if (press.look !== true) counted.push(press.key)
    return memory(press)
  })
  for (let n = 0; n < 1000; n++)
    await limited('sign-in', { from: '203.0.113.1', address: `p${n}@example.org` })
  expect(counted.length, 'ten presses, each against all five limits').toBe(10 * 5)
})

test('what is counted names nobody', async () => {
  const keys: string[] = []
  const { limited } = limiter(async ({ key }) => (keys.push(key), null))
  await limited('sign-in', { from: '203.0.113.77', address: 'ann@example.org' })
  expect(keys.length).toBeGreaterThan(2)
  for (const key of keys) expect(key).toMatch(/^[\w-]{43}$/)
})
