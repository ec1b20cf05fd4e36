/** The parts of ours that can be left out, to see what each brings. */

export type Parts = {
  /** The last asks are calls by link workers and look-ups by the desk; without: letters only. */
  ladder: boolean
  /** Words on room lapse. */
  lapse: boolean
  /** Asks until when it is funded, uses it, and the page says when it is over. */
  funding: boolean
  /** Link workers who ring before sending somebody leave what they heard. */
  calls: boolean
  /** Looks count in the order of asking. */
  looks: boolean
  /** How people answered before counts. */
  answers: boolean
  /** The link checker, which is off unless somebody turns it on. */
  links: boolean
  /** Not on the site: a confirmation lasts by the kind of listing. */
  byKind: boolean
}
export const ALL: Parts = {
  ladder: true,
  lapse: true,
  funding: true,
  calls: true,
  looks: true,
  answers: true,
  links: false,
  byKind: false,
}
