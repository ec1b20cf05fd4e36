/** A web server of this machine that answers as a test wants, over real sockets. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Fetching } from '../../src/imports/fetching/outcome.ts'

export type Page = (request: IncomingMessage, response: ServerResponse) => unknown

export type Web = {
  /** "http://127.0.0.1:41234" */
  base: string
  /** "GET /services?page=2", in order. */
  asked: string[]
  headers: IncomingMessage['headers'][]
  close: () => Promise<void>
}

export async function serve(page: Page): Promise<Web> {
  const web: Web = { base: '', asked: [], headers: [], close: () => Promise.resolve() }
  const server = createServer((request, response) => {
    web.asked.push(`${request.method ?? ''} ${request.url ?? ''}`)
    web.headers.push(request.headers)
    page(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  web.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  web.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return web
}

export const status =
  (code: number, body = '', headers: Record<string, string> = {}): Page =>
  (_, response) =>
    response.writeHead(code, headers).end(body)

/** Asks without waiting; what it would have waited is in `waits`, in milliseconds. */
export function quick(over: Partial<Fetching> = {}): Fetching & { waits: number[] } {
  const waits: number[] = []
  return {
    userAgent: 'fingerpost/1.0 (tests)',
    allowPrivate: true,
    sleep: (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve()
    },
    waits,
    ...over,
  }
}
