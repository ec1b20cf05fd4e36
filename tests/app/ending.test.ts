/** What is to be finished before the process ends is finished, and nothing holds the end up for long. */
import { expect, test } from 'vitest'
import { beforeTheEnd, finishAll } from '../../src/app/ending.ts'

test('all is finished, whoever fails; what was taken back is not', async () => {
  const done: string[] = []
  const takeBack = [
    beforeTheEnd(async () => void done.push('one')),
    beforeTheEnd(() => Promise.reject(new Error('no'))),
    beforeTheEnd(async () => void done.push('two')),
  ]
  beforeTheEnd(async () => void done.push('taken back'))()
  await finishAll(1000)
  expect(done).toEqual(['one', 'two'])
  for (const each of takeBack) each()
})

test('what never comes to its end is left', { timeout: 30_000 }, async () => {
  const takeBack = beforeTheEnd(() => new Promise(() => undefined))
  // The timer of `finishAll` does not keep a process alive: this one does.
  const alive = setInterval(() => undefined, 10)
  await finishAll(20)
  clearInterval(alive)
  takeBack()
  await expect(finishAll(1000)).resolves.toBeUndefined()
})
