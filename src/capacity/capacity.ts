/** Whether there is room at a time, who said so, and the sentence that says it. */
import type { Knower } from '../listings/claims.ts'
import type { CapacityState } from './event.ts'

export type Capacity = {
  state: CapacityState | 'unknown'
  weeks: number | null
  /** Day it holds until, where somebody named one. */
  until: string | null
  saidAt: string | null
  by: Knower | null
}
