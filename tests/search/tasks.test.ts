/** What Meilisearch could not do is tried again, as often and as late as it wants; what it would not do is not. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { meiliClient, MeiliError } from '../../src/search/meilisearch/client.ts'
import { makeKeys } from '../../src/search/meilisearch/keys.ts'
import { readMeta } from '../../src/search/meilisearch/meta.ts'
import { again, carried } from '../../src/search/meilisearch/tasks.ts'

const busy = (waitMs: number | null) => new MeiliError('busy', 'busy', { status: 503 }, waitMs)
const answered = (status: number, kind: MeiliError['kind']) => new MeiliError(kind, 'no', { status })

const cases: [string, MeiliError[], number[], 'done' | 'failed'][] = [
  ['nothing is wrong', [], [], 'done'],
  ['it is busy once', [busy(null)], [200], 'done'],
  ['it says when to come back', [busy(7000)], [7000], 'done'],
  ['it wants to be left alone for an hour', [busy(3_600_000)], [30_000], 'done'],
  ['nobody is there twice', [1, 2].map(() => new MeiliError('refused', 'gone')), [200, 500], 'done'],
  [
    'it breaks down again and again',
    Array.from({ length: 9 }, () => answered(500, 'broken')),
    [200, 500, 1500, 4000],
    'failed',
  ],
  ['the key is revoked', [answered(403, 'key')], [], 'failed'],
  ['it does not understand', [answered(400, 'broken')], [], 'failed'],
]
it.each(cases)('when %s', async (_, failures, waits, end) => {
  const [left, waited] = [[...failures], [] as number[]]
  const work = async () => {
    const failure = left.shift()
    if (failure) throw failure
    return 'done' as const
  }
  const came = await again(work, async (ms) => waited.push(ms)).catch(() => 'failed' as const)
  expect({ came, waited }).toEqual({ came: end, waited: waits })
})

it.each(['<h1>Not found</h1>', '{"error":"none"}'])(
  'a 404 with %s is told as of no Meilisearch',
  async (page) => {
    const server = createServer((_, response) => void response.writeHead(404).end(page))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const client = meiliClient({ url: `http://127.0.0.1:${port}`, key: null })
    const sentence = `what answers at 127.0.0.1:${port} is no Meilisearch`
    await expect(readMeta(client, 'x', 1000)).rejects.toThrow(sentence)
    await expect(makeKeys(client, 'x')).rejects.toThrow(sentence)
  },
)

it('a task that failed is handed over once more, then told with the words of the server', async () => {
  let tasks = 0
  const server = createServer((request, response) => {
    const task = { uid: 1, status: 'failed', error: { message: 'no space left on device', code: 'no_space' } }
    if (request.method === 'POST') tasks++
    response.end(JSON.stringify(request.method === 'POST' ? { taskUid: tasks } : task))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const client = meiliClient({ url: `http://127.0.0.1:${port}`, key: null })
  await expect(carried(client, 'post', 'indexes/x/documents', [])).rejects.toThrow(
    `Meilisearch at 127.0.0.1:${port} could not do task 2: no space left on device`,
  )
  expect(tasks).toBe(2)
})
