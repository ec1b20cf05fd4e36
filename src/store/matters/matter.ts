/**
 * A matter: something that waits for the desk. One shape for all kinds, so that a new kind joins the queues by its name;
 * what each kind is about is in desk/kinds.ts.
 */
export type Matter = {
  id: string
  kind: string
  listing: string | null
  group: string | null
  /** Who brought it, by the id of a person; null: a program, or somebody without an account. */
  person: string | null
  openedAt: string
  /** Day by which the desk means to decide, "2026-11-29". */
  targetOn: string
  /** The person of the desk who took it; null: free. */
  assignedTo: string | null
  /** As desk/kinds.ts says for its kind. */
  about: { [name: string]: unknown }
  state: 'open' | 'decided' | 'withdrawn'
  /** A word of its kind: "accepted", "refused"…; null while open. */
  decision: string | null
  /** The sentence that went back to whoever brought it. */
  reason: string | null
  decidedBy: string | null
  decidedAt: string | null
}

export type NewMatter = Pick<
  Matter,
  'id' | 'kind' | 'listing' | 'group' | 'person' | 'openedAt' | 'targetOn' | 'about'
>

export type WhichMatters = {
  state?: Matter['state']
  kind?: string
  listing?: string
  group?: string
  assignedTo?: string | null
}
