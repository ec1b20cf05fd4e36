export type NoticeTable = {
  id: string
  what: string
  areas: string
  kinds: string
  groups: string
  words: string
  until_day: string
  said_at: string
  said_by: string
  ended_at: string | null
  ended_by: string | null
}
