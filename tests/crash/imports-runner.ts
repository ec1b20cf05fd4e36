/**
 * Waits for a word on its input, so that it is warm; then does the actions of a script from one on, until it is killed or
 * all are done. Says what it begins and what is done, and first which runs it found cut off.
 */
import { readFileSync } from 'node:fs'
import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'
import { findCutOff } from '../../src/imports/holding.ts'
import { benchOn, perform, type Action } from './imports-script.ts'

/** `again`: how often the action `from` was done before, though nobody was told. */
export type Go = { url: string; script: string; from: number; again: number }
export type Said = { cut: string[] } | { begun: number } | { done: number; said: string }

/** Time to die in between the disk and the word: else hardly any of a hundred would. */
const UNSAID_MS = 15

const say = (said: Said): void => void process.stdout.write(`${JSON.stringify(said)}\n`)

// Whoever is killed writes nothing: the next one starts faster.
flushCompileCache()
process.stdout.write('"warm"\n')
const [line] = await once(process.stdin.setEncoding('utf8'), 'data')
process.stdin.destroy()
const { url, script, from, again }: Go = JSON.parse(String(line))
const actions: Action[] = JSON.parse(readFileSync(script, 'utf8'))
const bench = await benchOn(url)
say({ cut: (await findCutOff(bench.store.imports)).map(({ startedAt }) => startedAt) })
for (const [i, action] of actions.entries()) {
  if (i < from) continue
  say({ begun: i })
  const said = await perform(action, bench, i === from ? again : 0)
  await pause(UNSAID_MS)
  say({ done: i, said })
}
await bench.store.close()
