/** Searches of one network take turns. */
import { expect, test } from 'vitest'
import { takeTurns } from '../../src/app/network-line.ts'

const HERE = '203.0.113.7'
const stays = () => false
const never = () => new Promise<string>(() => undefined)

test('who waits too long is told so, and keeps no place', async () => {
  const turns = takeTurns(1, 20)
  let end = (_: string): void => undefined
  const first = turns.take(HERE, stays, () => new Promise<string>((resolve) => (end = resolve)))
  expect(await turns.take(HERE, stays, async () => 'second')).toBeNull()
  const third = turns.take(HERE, stays, async () => 'third')
  end('first')
  expect([await first, await third]).toEqual(['first', 'third'])
})

test('what fails, or is waited for by nobody, gives its place to the next', async () => {
  const turns = takeTurns(1, 5000)
  await expect(turns.take(HERE, stays, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  let made = 0
  const all = [stays, () => true, stays].map((gone) => turns.take(HERE, gone, async () => ++made))
  expect(await Promise.all(all)).toEqual([1, null, 2])
})

test.each([
  ['another address of the network', '203.0.113.9', null],
  ['another network', '198.51.100.7', 'made'],
  ['this machine', '127.0.0.1', 'made'],
  ['a private network', '10.1.2.3', 'made'],
  ['nobody knows where', '', 'made'],
])('%s', async (_, address, is) => {
  const turns = takeTurns(1, 20)
  void turns.take(HERE, stays, never)
  expect(await turns.take(address, stays, async () => 'made')).toBe(is)
})
