/** A draft: what somebody typed, task by task, and has not sent. Nobody else sees it. */
import type { FieldName } from '../../listings/listing.ts'

/** What stood there when it was first typed over, and what was typed; null: none. */
export type DraftField = { from: unknown; to: unknown }

export type Draft = {
  id: string
  person: string
  /** null: a new listing. */
  listing: string | null
  /** Of a new listing: the group that runs it; null: a new group by this name. */
  group: string | null
  groupName: string | null
  /** The revision that was read when the draft was begun; 0: a new listing. */
  revision: number
  fields: { [F in FieldName]?: DraftField }
  /** Tasks that were saved. */
  tasks: string[]
  madeAt: string
  updatedAt: string
}

/** Days of silence after which a draft is forgotten: a season, as groups that rest over winter need. */
export const DRAFT_DAYS = 90
const DAY_MS = 86_400_000

/** Drafts last written before this instant are gone. */
export const forgottenBefore = (now: Date): string =>
  new Date(now.getTime() - DRAFT_DAYS * DAY_MS).toISOString()
