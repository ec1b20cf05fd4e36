/** A role that a person was given, and what it reaches. What each role may do is one table: people/roles.ts. */
export const ROLES = ['group', 'link-worker', 'umbrella', 'desk', 'administrator'] as const
export type Role = (typeof ROLES)[number]

export type Grant = {
  id: string
  person: string
  role: Role
  /**
   * group: the id of a group. umbrella: the id of an umbrella body. link-worker, desk: an area, as a code (GSS) or the
   * beginning of postcodes ("M33"); null: the whole directory. administrator: null.
   */
  scope: string | null
  givenAt: string
  /** The person who gave it; null: the command line, or the program where the address itself was the proof. */
  givenBy: string | null
  endedAt: string | null
}
