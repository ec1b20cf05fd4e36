/** Tables of reviews: whom was asked about which listing, and when. */
export type AskTable = {
  id: string
  listing: number
  person: string
  rung: string
  at: string
}
