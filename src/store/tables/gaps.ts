/** Tables of what was needed and not found. Weeks are Mondays, "2026-11-16". Nobody, no place and no instant is in them. */
export type GapTable = {
  week: string
  /** A need of the taxonomy; "": none was understood. */
  need: string
  /** A kind of the taxonomy; "": none. */
  kind: string
  /** A postcode district; "": anywhere. */
  area: string
  why: string
  count: number
}
/** On how many days of a quarter the same words found nothing; the words themselves are not in it. */
export type WordMarkTable = { mark: string; quarter: string; days: number; last_day: string }
/** Words that found nothing on enough different days. */
export type MissedWordsTable = { words: string; last_week: string }
