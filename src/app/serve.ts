/** Serves the built site until it is told to stop. */
import cluster from 'node:cluster'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import type { Config } from './config.ts'
import { finishAll } from './ending.ts'
import { tileOrigin } from './tile-address.ts'
import { gathered, makeLog } from './log.ts'
import { isDevelopment } from './mail/development.ts'
import { inRoot } from './root.ts'
import { drain, makeServer, type Handler } from './server.ts'

/** A letter under way may take so long at the end of the process; it is sent again where it takes longer. Milliseconds. */
const FINISH_MS = 5000

/** The built site begins to send letters and to do its jobs when it is first asked something: not when a visitor comes. */
function wake(server: Server): void {
  const { address, port } = server.address() as AddressInfo
  const host = address === '0.0.0.0' || address === '::' ? '127.0.0.1' : address
  void fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}/readyz`).catch(() => undefined)
}

/** Fulfilled when it listens. SIGTERM and SIGINT end it after the requests under way. */
export async function serve(config: Config): Promise<void> {
  const log = makeLog(config.logLevel, gathered())
  process.env.ASTRO_NODE_AUTOSTART = 'disabled'
  const entry = pathToFileURL(inRoot('dist', 'server', 'entry.mjs')).href
  const { handler } = (await import(entry)) as { handler: Handler }
  const secure = config.siteUrl?.startsWith('https:') ?? false
  const { siteUrl, proxies } = config
  const server = makeServer({ handler, log, tiles: tileOrigin(config.tilesUrl), secure, siteUrl, proxies })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  // Chosen by the machine where it was 0: the built site reads it for links in letters.
  process.env.PORT = String(port)
  wake(server)
  // Of several processes the first one says it for all.
  if ((cluster.worker?.id ?? 1) === 1) {
    process.stdout.write(`Fingerpost is at ${config.siteUrl ?? `http://${config.host}:${port}`}\n`)
    if (config.smtpUrl === null && !isDevelopment(config))
      process.stderr.write(
        'SMTP_URL is not set: letters are only written into DATA_DIR/outbox and reach nobody.\n',
      )
  }
  let ending = false
  const end = (): void => {
    if (ending) return
    ending = true
    void Promise.all([drain(server), finishAll(FINISH_MS)]).then(() => process.exit(0))
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}
