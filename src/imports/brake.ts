/**
 * The brake: a run that would lose too much, or that cannot read too much, looks like a broken file. It stops and asks.
 * One rule for all kinds of source; each says its own figures.
 */

export type BrakeLimits = {
  /** Shares of 1: data/site.json. */
  lossShare: number
  refuseShare: number
}

export type Toll = {
  /** What the source told of before and has not lost yet. */
  had: number
  /** Of these, what it does not tell of any more. 0 where only a part was asked for. */
  lost: number
  /** Records in the input, and those that could not be read. */
  read: number
  refused: number
}

/** What to type: for whoever reads it at the command line. */
const ADVICE = / If [^.]* --accept-loss[^.]*\.$/

/** Why a run stopped, without what to type: the desk has its own button. */
export const figuresOf = (why: string): string => why.replace(ADVICE, '')

/** Records. Of fewer a single bad one would be more than any sensible share. */
const TINY = 20

/** null: the run may go on. Otherwise one sentence with figures, and what to do. `what`: "listings", "groups", "grants". */
export function brake(toll: Toll, { lossShare, refuseShare }: BrakeLimits, what = 'listings'): string | null {
  const { had, lost, read, refused } = toll
  if (lost > had * lossShare)
    return (
      `${n(lost)} of the ${n(had)} ${what} this source had would go missing, more than ${inHundred(lossShare)} ` +
      `in 100. If the file is whole, run it again with --accept-loss, or let it through at the desk.`
    )
  if (read >= TINY && refused > 1 && refused > read * refuseShare)
    return (
      `${n(refused)} of the ${n(read)} records cannot be used, more than ${inHundred(refuseShare)} in 100. ` +
      `If the rest is right, run it again with --accept-loss, or let it through at the desk.`
    )
  return null
}

const n = (count: number): string => count.toLocaleString('en-GB')
const inHundred = (share: number): number => Math.round(share * 100)
