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

/** One that is in the store: which run told of it last, and whether the last file of its publisher still has it. */
export type ToldAward = Award & { run: string; gone: boolean }

/** Whether money of it flows on a day. One whose end nobody knows is not counted. */
export const isLive = ({ startsOn, endsOn }: Pick<Award, 'startsOn' | 'endsOn'>, day: string): boolean =>
  startsOn <= day && endsOn !== null && endsOn >= day

/** "360G-ptc" of "360G-ptc-gr-01653": whose file it is in; "" where the id does not say. */
export const publisherOf = (id: string): string => /^360g-[^-]+/i.exec(id)?.[0].toLowerCase() ?? ''
