/** What listens where a search server should may be anything: it gets no question carried on, and no memory of ours. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { meiliClient } from '../../src/search/meilisearch/client.ts'

async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => void server.close().closeAllConnections())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** What became of a question there; `ms` is more than any of these tests takes. */
async function asked(url: string): Promise<string> {
  const client = meiliClient({ url, key: 'a-key-that-may-search' })
  return client.ask('post', 'multi-search', { ms: 20_000, body: { q: 'hiv' } }).then(
    () => 'answered',
    (error: { kind?: string }) => error.kind ?? 'no failure of ours',
  )
}

it.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed: nobody else is told', async (status) => {
  let told = 0
  const other = await listening((_, response) => {
    told++
    response.end('{"results":[]}')
  })
  const url = await listening((_, response) => response.writeHead(status, { location: other }).end())
  expect(await asked(url)).toBe('broken')
  expect(told).toBe(0)
})

it('an answer that is a few bytes on the wire and does not end in memory is no answer', async () => {
  const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024, ' '))
  const url = await listening((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': bomb.length }).end(bomb),
  )
  expect(await asked(url)).toBe('nonsense')
})

it('an answer that never ends is read up to a limit', async () => {
  let sent = 0
  const url = await listening((_, response) => {
    const piece = Buffer.alloc(1024 * 1024, ' ')
    const more = (): void => {
      while (!response.destroyed && response.write(piece)) sent += piece.length
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  })
  expect(await asked(url)).toBe('nonsense')
  expect(sent).toBeLessThan(200 * 1024 * 1024)
})

it('an answer in pieces, without a length, is an answer', async () => {
  const url = await listening((_, response) => {
    response.write('{"results":')
    response.end('["é"]}')
  })
  expect(await asked(url)).toBe('answered')
})

it('half a letter in what is sent spoils nothing', async () => {
  let came = ''
  const url = await listening((request, response) => {
    request.on('data', (chunk: Buffer) => (came += chunk.toString()))
    request.on('end', () => response.end('{}'))
  })
  const q = 'a\ud800b \\ud800 \\\udc00 \ud83d\ude00'
  await meiliClient({ url, key: null }).ask('post', 'multi-search', { ms: 20_000, body: { q } })
  expect(JSON.parse(came)).toEqual({ q: 'a\ufffdb \\ud800 \\\ufffd \ud83d\ude00' })
})
