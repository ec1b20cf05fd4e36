/** Tables of people, of what waits for the desk, and of letters. Instants are ISO text in UTC, JSON is text. */
export type RoleGrantTable = {
  id: string
  person: string
  role: string
  scope: string | null
  given_at: string
  given_by: string | null
  ended_at: string | null
}
export type MatterTable = {
  id: string
  kind: string
  listing: string | null
  group_id: string | null
  person: string | null
  opened_at: string
  target_on: string
  assigned_to: string | null
  about: string
  state: string
  decision: string | null
  reason: string | null
  decided_by: string | null
  decided_at: string | null
  /** The run that opened it. */
  run: string | null
  /** The run after which it had nothing to wait for. */
  closed_run: string | null
}
export type AuditTable = {
  id: string
  at: string
  person: string | null
  role: string | null
  did: string
  listing: string | null
  group_id: string | null
  about: string | null
}
export type OnceTable = {
  hash: string
  kind: string
  about: string
  made_at: string
  expires_at: string
  used_at: string | null
}
export type OutboxTable = {
  id: string
  key: string
  to_address: string
  lang: string
  kind: string
  about: string
  posted_at: string
  not_before: string
  expires_at: string
  state: string
  tries: number
  next_try_at: string
  sent_at: string | null
  why: string | null
}
export type TallyTable = { listing: number; week: string; kind: string; count: number }
