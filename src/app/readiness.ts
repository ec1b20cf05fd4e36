/** Whether the site can serve, and what is degraded: /readyz. */
import { lateBy } from '../mail/trouble.ts'
import { WHY_SAID } from '../search/search-server.ts'
import type { ServerState } from '../search/never-down.ts'
import type { House } from './house.ts'

type Readiness = {
  ready: boolean
  store: string
  index: string
  behind: number
  /** Whether each search server answers, in the order of MEILI_URL. */
  servers: boolean[]
  degraded: string[]
}

export async function readiness(house: House): Promise<Readiness> {
  const store = await house.store.health()
  const index = await house.engine.health()
  const last = store === 'ok' ? await house.store.lastChange() : index.applied
  const behind = Math.max(0, last - index.applied)
  const servers = house.servers()
  const late = store === 'ok' ? lateBy(await house.store.mail.state(house.now()), house.now()) : null
  const degraded = [
    ...(late === null ? [] : [`letters wait: the oldest for ${late} minutes`]),
    ...(index.ok ? [] : [`the index: ${index.why ?? 'unknown'}`]),
    ...(behind > 0 ? [`the index is ${behind} changes behind`] : []),
    ...servers.flatMap(serverSaid),
  ]
  return {
    // Either answers every question.
    ready: store === 'ok' && (index.ok || servers.some(({ answers }) => answers)),
    store,
    index: index.ok ? 'ok' : (index.why ?? 'not ok'),
    behind,
    servers: servers.map(({ answers }) => answers),
    degraded,
  }
}

/** No address of it and nothing of what was asked: anybody may read this. */
export function serverSaid({ number, why, failed, failing }: ServerState): string[] {
  if (why !== null) return [`search server ${number} is left out: ${WHY_SAID[why]}`]
  if (failed > 0)
    return [`search server ${number} failed to answer ${failed} of the questions of the last half minute`]
  if (failing === null) return []
  // However long ago: on a quiet site nobody may have asked since.
  return [`search server ${number} failed to answer the last question: ${WHY_SAID[failing]}`]
}
