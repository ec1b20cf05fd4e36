/** An umbrella body: it supports groups, and keeps the listings of those that accepted it. */
export type Umbrella = { id: string; name: string; website: string | null; madeAt: string }

/** What a body and a group have agreed. Only "accepted" lets the body do anything. */
export type Tie = {
  umbrella: string
  group: string
  state: 'invited' | 'accepted' | 'ended'
  invitedAt: string
  /** The person of the body who invited; null: the command line. */
  invitedBy: string | null
  acceptedAt: string | null
  /** A keeper of the group, or a person of the desk who was told on the telephone. */
  acceptedBy: string | null
  endedAt: string | null
  endedBy: string | null
}
