/** Drafts: what somebody typed and has not sent. Instants are ISO text in UTC, JSON is text. */
export type DraftTable = {
  id: string
  person: string
  listing: string | null
  group_id: string | null
  group_name: string | null
  revision: number
  fields: string
  tasks: string
  made_at: string
  updated_at: string
}
