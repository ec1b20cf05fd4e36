/** What the store keeps of charity registers, and what it tells about the groups they speak of. */
import type { Signal } from '../../freshness/evidence.ts'
import type { KeptEntry, Register, RegisterEntry } from '../../freshness/register-entry.ts'
import type { Organisation } from '../../listings/organisation.ts'
import type { Matter, NewMatter } from '../matters/matter.ts'

export type EntryState = RegisterEntry['state']
/** An entry that says just what it said before. `twin`: number of the one of the same name and postcode before it. */
export type EntryMark = { org_id: string; state: EntryState; twin: string | null }
export type NewEntry = RegisterEntry & { hash: string; twin: string | null }

/** Reading alone: nobody waits for it. */
export type RegistersRead = {
  /** By the hash of what was said; missing ones are left out. */
  marks: (source: string, hashes: readonly string[]) => Promise<Map<string, EntryMark>>
  /** Numbers a source has, not missing, in their order; page by page after the last one of the page before. */
  numbers: (source: string, after: string, limit: number) => Promise<{ org_id: string; state: EntryState }[]>
  /** How many entries a source has in each state, missing ones left out. */
  states: (source: string) => Promise<Map<EntryState, number>>
  entriesOf: (orgIds: readonly string[]) => Promise<KeptEntry[]>
  /** Numbers of all groups that run a listing, or that this source did not make. */
  knownOtherwise: (source: string) => Promise<Set<string>>
  /** Ids of what groups with these numbers run and the public sees, at most 20. */
  listingsOf: (orgIds: readonly string[]) => Promise<string[]>
  /** Numbers that a register of mergers says went into another. */
  merged: () => Promise<Set<string>>
  /** Of these numbers, those that a register of charities has. */
  registered: (orgIds: readonly string[]) => Promise<Set<string>>
  /** Drafts that wait for the desk, by name: those of a source that are a draft still and were not put aside. */
  drafts: (source: string, after: number, limit: number) => Promise<{ no: number; id: string }[]>
  countDrafts: (source: string) => Promise<{ waiting: number; discarded: number }>
}

export type AtPostcode = { org_id: string; name: string; postcode: string; twin: string | null }

/** A group as a register run meets it. */
export type GroupMet = {
  group: Organisation
  /** The source whose register made it; null: somebody named it. */
  register: string | null
  /** Whether it runs a listing, whatever its status. */
  runs: boolean
}

/** A listing that may hear of its group: public, or a draft that a register made. */
export type Hears = { id: string; group: string; isDraft: boolean }
export type HeardSignal = Pick<Signal, 'id' | 'listing' | 'kind' | 'clearedAt'>
export type HeardMatter = Pick<Matter, 'id' | 'state'> & { listing: string }

/** Inside a writing transaction. */
export type RegistersIn = Pick<RegistersRead, 'entriesOf'> & {
  /** Entries of the source with one of these postcodes, in the order of their numbers. */
  atPostcodes: (postcodes: readonly string[]) => Promise<AtPostcode[]>
  /** By number: that of the entry of the same name and postcode before it. */
  twins: (orgIds: readonly string[]) => Promise<Map<string, string>>
  groupsOf: (orgIds: readonly string[]) => Promise<GroupMet[]>
  /** Groups that a register makes or gives a number to: as they will be, and as they were (null: new). */
  putGroups: (groups: readonly { after: Organisation; before: Organisation | null }[]) => Promise<void>
  putEntries: (entries: readonly NewEntry[]) => Promise<void>
  /** Entries of the source that were not found this time; they keep what they said. */
  markMissing: (orgIds: readonly string[]) => Promise<void>
  /** How many entries of the source are missing now. */
  countMissing: () => Promise<number>
  /** Groups with a listing that may hear, against which something is held, or was. */
  toTell: () => Promise<string[]>
  /** Of those, the ones that run a listing of which this run said something. */
  touched: () => Promise<string[]>
  /** By id of the group: its numbers. */
  numbersOf: (groups: readonly string[]) => Promise<Map<string, string[]>>
  hearing: (groups: readonly string[]) => Promise<Hears[]>
  /** Signals that registers ever raised on these listings, cleared ones too, and the matters about them. */
  heard: (listings: readonly string[]) => Promise<{ signals: HeardSignal[]; matters: HeardMatter[] }>
  tell: (signals: readonly Signal[], matters: readonly NewMatter[]) => Promise<void>
  /** It is well again: these signals no longer stand, and what waits about them is withdrawn. */
  clear: (signals: readonly { id: string; listing: string }[], at: string) => Promise<void>
}

/** Of a run or of an act. `run` null: an act, which no run takes back. */
export type RegisterRun = { run: string | null; source: string; kind: Register | null; at: string }
