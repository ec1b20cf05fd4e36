/** What link workers write and read, as one part of the store and of an act. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import { addNote, endNote, note, notesOf, type Note } from './notes.ts'
import { addSearch, forgetSearch, searchersDue, searchesOf, toldOf, type SavedSearch } from './searches.ts'
import { freeTurn, takeTurn, turns, type Turn } from './turns.ts'

export type WorkersRead = {
  /** Those of the listings that hold on `day`, newest first. */
  notes: (listings: readonly string[], day: string) => Promise<Note[]>
  note: (id: string) => Promise<Note | null>
  /** Of one person, oldest first. */
  searches: (person: string) => Promise<SavedSearch[]>
  /** People with a search of which nothing was told yet in this week. */
  searchersDue: (week: string, limit: number) => Promise<string[]>
  turns: (now: Date) => Promise<Turn[]>
}

export type WorkersAct = {
  notes: WorkersRead['notes']
  note: WorkersRead['note']
  addNote: (note: Note) => Promise<void>
  endNote: (id: string, at: string) => Promise<boolean>
  searches: WorkersRead['searches']
  addSearch: (search: SavedSearch) => Promise<void>
  toldOf: (search: Pick<SavedSearch, 'id' | 'about' | 'toldWeek'>) => Promise<void>
  forgetSearch: (person: string, id: string) => Promise<boolean>
  takeTurn: (turn: Turn, now: Date) => Promise<boolean>
  freeTurn: (listing: string, person: string) => Promise<void>
}

export const workersRead = (reading: Reading): WorkersRead => ({
  notes: (listings, day) => notesOf(reading, listings, day),
  note: (id) => note(reading, id),
  searches: (person) => searchesOf(reading, person),
  searchersDue: (week, limit) => searchersDue(reading, week, limit),
  turns: (now) => turns(reading, now),
})

export const workersAct = (tx: Writing): WorkersAct => ({
  notes: (listings, day) => notesOf(tx, listings, day),
  note: (id) => note(tx, id),
  addNote: (given) => addNote(tx, given),
  endNote: (id, at) => endNote(tx, id, at),
  searches: (person) => searchesOf(tx, person),
  addSearch: (search) => addSearch(tx, search),
  toldOf: (search) => toldOf(tx, search),
  forgetSearch: (person, id) => forgetSearch(tx, person, id),
  takeTurn: (turn, now) => takeTurn(tx, turn, now),
  freeTurn: (listing, person) => freeTurn(tx, listing, person),
})
