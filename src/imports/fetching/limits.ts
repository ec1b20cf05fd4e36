/** How long, how much and how often: what a fetch may cost, whatever the other side does. Tests make them small. */
export type Limits = typeof LIMITS

export const LIMITS = {
  /** Milliseconds without a byte: a server that says nothing for so long has forgotten us. */
  idleMs: 20_000,
  /** Milliseconds for one body: a drip of a byte a second would otherwise last for weeks. */
  bodyMs: 5 * 60_000,
  /** Milliseconds for all pages of one feed: a run holds the source's lock for no longer. */
  feedMs: 30 * 60_000,
  /** Bytes of one page, unpacked: a hundred services take half a megabyte, and it is held in memory. */
  pageBytes: 50_000_000,
  /** Bytes of one file on disk, unpacked: the largest register takes a third of it. */
  fileBytes: 1_000_000_000,
  /** Times that one address is asked before it is given up. */
  tries: 4,
  /** Milliseconds before the second try; doubled before each further one. */
  firstPauseMs: 1_000,
  /** Milliseconds that we wait where a server names a time; longer, and we come back on another day. */
  longestPauseMs: 120_000,
  /** Steps from one address to the next. */
  redirects: 5,
}
