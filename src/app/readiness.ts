/** Whether the site can serve, and what is degraded: /readyz. */
import { lateBy } from '../mail/trouble.ts'
import type { House } from './house.ts'

export type Readiness = { ready: boolean; store: string; index: string; behind: number; degraded: string[] }

export async function readiness(house: House): Promise<Readiness> {
  const store = await house.store.health()
  const index = await house.engine.health()
  const last = store === 'ok' ? await house.store.lastChange() : index.applied
  const behind = Math.max(0, last - index.applied)
  const late = store === 'ok' ? lateBy(await house.store.mail.state(house.now()), house.now()) : null
  const degraded = [
    ...(late === null ? [] : [`letters wait: the oldest for ${late} minutes`]),
    ...(index.ok ? [] : [`the index: ${index.why ?? 'unknown'}`]),
    ...(behind > 0 ? [`the index is ${behind} changes behind`] : []),
  ]
  return {
    ready: store === 'ok' && index.ok,
    store,
    index: index.ok ? 'ok' : (index.why ?? 'not ok'),
    behind,
    degraded,
  }
}
