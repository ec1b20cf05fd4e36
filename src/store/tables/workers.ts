/** Tables of link workers: what they note, search for again, and are just ringing. Days and instants are ISO text. */
export type NoteTable = {
  id: string
  listing: string
  kind: string
  words: string
  person: string
  role: string
  at: string
  /** Last day it is shown. */
  until: string
  ended_at: string | null
}
export type SavedSearchTable = {
  id: string
  person: string
  saved_at: string
  /** Sealed: what somebody searches for on behalf of others is nobody else's business, a copy of the file included. */
  about: string
  /** The week of which it last told, "2026-11-16"; "" before the first. */
  told_week: string
}
export type TurnTable = { listing: string; person: string; until: string }
/** People sent to a listing on a day. */
export type SentTable = { day: string; listing: number; how: string; count: number }
