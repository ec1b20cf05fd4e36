/** The store's doors to registers of charities. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import { countDrafts, discard, drafts, takeBack } from './drafts.ts'
import {
  atPostcodes,
  countMissing,
  entriesOf,
  markMissing,
  marks,
  merged,
  numbers,
  putEntries,
  registered,
  states,
  twins,
} from './entries.ts'
import { groupsOf, knownOtherwise, listingsOf, putGroups } from './groups.ts'
import { clear, heard, hearing, numbersOf, tell, toTell, touched } from './hearing.ts'
import type { RegisterRun, RegistersIn, RegistersRead } from './register-store.ts'

export const registersRead = (reading: Reading): RegistersRead => ({
  marks: (source, hashes) => marks(reading, source, hashes),
  listingsOf: (orgIds) => listingsOf(reading, orgIds),
  merged: () => merged(reading),
  registered: (orgIds) => registered(reading, orgIds),
  numbers: (source, after, limit) => numbers(reading, source, after, limit),
  states: (source) => states(reading, source),
  entriesOf: (orgIds) => entriesOf(reading, orgIds),
  knownOtherwise: (source) => knownOtherwise(reading, source),
  drafts: (source, after, limit) => drafts(reading, source, after, limit),
  countDrafts: (source) => countDrafts(reading, source),
})

export const registersIn = (tx: Writing, of: RegisterRun): RegistersIn => ({
  entriesOf: (orgIds) => entriesOf(tx, orgIds),
  atPostcodes: (postcodes) => atPostcodes(tx, of.source, postcodes),
  twins: (orgIds) => twins(tx, of.source, orgIds),
  groupsOf: (orgIds) => groupsOf(tx, orgIds),
  putGroups: (groups) => putGroups(tx, of, groups),
  putEntries: (entries) => putEntries(tx, of, entries),
  markMissing: (orgIds) => markMissing(tx, of, orgIds),
  countMissing: () => countMissing(tx, of.source),
  toTell: () => toTell(tx),
  touched: () => touched(tx, of),
  numbersOf: (groups) => numbersOf(tx, groups),
  hearing: (groups) => hearing(tx, groups),
  heard: (listings) => heard(tx, listings),
  tell: (signals, matters) => tell(tx, of.run, signals, [...matters]),
  clear: (signals, at) => clear(tx, of.run, signals, at),
})

/** What people do with what registers said. */
export type RegistersAct = RegistersIn & {
  /** A draft that nobody wants: it stays as it is, and waits no longer. */
  discard: (listing: string, person: string, at: string) => Promise<void>
  takeBack: (listing: string) => Promise<void>
}
export const registersAct = (tx: Writing): RegistersAct => ({
  ...registersIn(tx, { run: null, source: 'desk', kind: null, at: '' }),
  discard: (listing, person, at) => discard(tx, listing, person, at),
  takeBack: (listing) => takeBack(tx, listing),
})
