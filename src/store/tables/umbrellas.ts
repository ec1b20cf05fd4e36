/** Tables of umbrella bodies and the groups they support, and of how people come to keep a group. Instants are ISO text in UTC. */
export type UmbrellaTable = { id: string; name: string; website: string | null; made_at: string }

/** One row for a body and a group, said anew when it is invited again; what was before is in the record. */
export type UmbrellaGroupTable = {
  umbrella: string
  group_id: string
  state: string
  invited_at: string
  invited_by: string | null
  accepted_at: string | null
  accepted_by: string | null
  ended_at: string | null
  ended_by: string | null
}

/** Somebody who keeps a group asked somebody else to. The address is emptied when it was answered. */
export type InvitationTable = {
  id: string
  group_id: string
  email: string
  /** 1: who invited leaves when it is accepted. */
  hand_over: number
  made_at: string
  made_by: string
  expires_at: string
  state: string
}

/** A code sent to an address that a listing has, for the one person who asked to keep it. */
export type KeeperCodeTable = {
  id: string
  listing: string
  person: string
  /** Of the code with the id as its salt. */
  hash: string
  made_at: string
  expires_at: string
  tries: number
  used_at: string | null
}
