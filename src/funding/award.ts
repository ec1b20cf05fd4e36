/** A grant of money somebody told of (360Giving), and how long it lasts. Called "grant" on pages; here a grant is also what a role gives. */

export type Award = {
  /** "360G-trafford-123": the publisher's, the same in every file. */
  id: string
  /** Id of the source that told of it. */
  source: string
  title: string
  funder: string
  /** Org-id of the funder; null: not given. */
  funderId: string | null
  /** Whole pence of pounds; null: not given, or of another currency. */
  amountPence: number | null
  /** Days, "2026-03-31". */
  awardedOn: string
  startsOn: string
  /** The last funded day: the planned end, else start and duration, else null: unknown, which is not "ended". */
  endsOn: string | null
  recipient: { name: string; ids: readonly string[]; postcode: string | null }
}

/** Whether money of it flows on a day. One whose end nobody knows is not counted. */
export const isLive = ({ startsOn, endsOn }: Pick<Award, 'startsOn' | 'endsOn'>, day: string): boolean =>
  startsOn <= day && endsOn !== null && endsOn >= day
