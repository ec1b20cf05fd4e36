/** Serves the built site until it is told to stop. */
import cluster from 'node:cluster'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import type { Config } from './config.ts'
import { tileOrigin } from './headers.ts'
import { gathered, makeLog } from './log.ts'
import { inRoot } from './root.ts'
import { drain, makeServer, type Handler } from './server.ts'

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
  // Of several processes the first one says it for all.
  if ((cluster.worker?.id ?? 1) === 1) {
    process.stdout.write(`Fingerpost is at ${config.siteUrl ?? `http://${config.host}:${port}`}\n`)
    for (const name of config.notYet)
      process.stderr.write(`The setting ${name} is not read by this version.\n`)
  }
  let ending = false
  const end = (): void => {
    if (ending) return
    ending = true
    void drain(server).then(() => process.exit(0))
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}
