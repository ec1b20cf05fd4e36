/** What an index of Meilisearch is made of: its name, its settings, and the documents that a listing becomes. */
import { createHash } from 'node:crypto'
import type { SearchDocument } from '../document.ts'

/** One a place; a listing without a place has one all the same. */
export type PlaceDocument = {
  /** Of letters, digits, hyphens and underscores; of one listing and place, whatever else of it changes. */
  id: string
  /** Id of the listing. */
  listing: string
  [attribute: string]: unknown
}

export type Shape = {
  /** "fingerpost": others are made beside it while it is built anew, with names that begin with it. */
  index: string
  /** `listing`, `gone` and `applied` must be among the filterable attributes, and those of Meta among the displayed ones. */
  settings: { [name: string]: unknown }
  places(document: SearchDocument): PlaceDocument[]
  /** Text that changes when documents would: see settingsOf of make-document.ts. */
  about: string
}

/** Goes up when documents are written otherwise here or in documents.ts: older indexes are built again. */
const FORMAT = 12

/** Short text that stands for a shape. */
export const hashOf = ({ settings, about }: Pick<Shape, 'settings' | 'about'>): string =>
  hashText(JSON.stringify([FORMAT, settings, about]))

export const hashText = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 20)
