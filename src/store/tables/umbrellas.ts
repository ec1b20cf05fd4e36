/** Tables of umbrella bodies and the groups they support. Instants are ISO text in UTC. */
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
