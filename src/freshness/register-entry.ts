/** What a register says of one group, by its number. */

/** Registers of charities, and the two that say which number became which. */
export const REGISTERS = [
  'charity-commission',
  'charity-commission-legacy',
  'oscr',
  'ccni',
  'charity-mergers',
  'charity-reregistrations',
] as const
export type Register = (typeof REGISTERS)[number]

/** "merged" and "re-registered" are the words of the two registers of successors. */
export const ENTRY_STATES = ['registered', 'removed', 'merged', 're-registered'] as const

export type RegisterEntry = {
  /** Of the whole charity, never of a part that shares its number. */
  org_id: string
  name: string
  state: (typeof ENTRY_STATES)[number]
  registered_on: string | null
  /** Day it left the register, or its property went to its successor; null: not said. */
  ended_on: string | null
  insolvent: boolean
  /** The register means to dissolve it, or has. */
  dissolved: boolean
  /** The register calls its accounts late. */
  overdue: boolean
  /** Last day that its last accounts tell of. */
  accounts_to: string | null
  /** Org-id of the group that took over, and its name. */
  successor: string | null
  successor_name: string | null
  /** Org-id of the company it is. */
  company: string | null
  /** Of its office: told to nobody, no place to go to. */
  postcode: string | null
  website: string | null
}

/** An entry as it is kept: which register said it, and when it last said something new. */
export type KeptEntry = RegisterEntry & {
  source: string
  kind: Register
  /** Instant in UTC. */
  heardAt: string
  /** The last reading did not find it. */
  missing: boolean
}

/** Whether anything of it may be held against a group. */
export const isDoubtful = ({ state, insolvent, dissolved, overdue }: RegisterEntry): boolean =>
  state !== 'registered' || insolvent || dissolved || overdue
