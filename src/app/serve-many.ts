/** Several processes behind one port, for machines with more cores than one page at a time needs. */
import cluster from 'node:cluster'
import type { Log } from './log.ts'

/** A process that ends so soon after its start will end again: then all of it ends, instead of going round. Milliseconds. */
const TOO_SOON_MS = 10_000

/** Starts the processes anew as they end, and ends them all on SIGTERM and SIGINT, after the requests under way. */
export function serveMany(count: number, log: Log): void {
  let ending = false
  const start = (): void => {
    const began = performance.now()
    cluster.fork().once('exit', (code) => {
      if (ending) return
      log('error', 'a process ended', { code })
      if (performance.now() - began > TOO_SOON_MS) start()
      else end(1)
    })
  }
  const end = (code: number): void => {
    if (ending) return
    ending = true
    const all = Object.values(cluster.workers ?? {}).filter((it) => it !== undefined)
    if (all.length === 0) process.exit(code)
    cluster.on('exit', () => {
      if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(code)
    })
    for (const worker of all) worker.process.kill('SIGTERM')
  }
  for (let i = 0; i < count; i++) start()
  process.on('SIGTERM', () => end(0))
  process.on('SIGINT', () => end(0))
}
