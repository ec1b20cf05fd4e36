/**
 * The one document of an index that is no listing: how far the index has come. It is written together with the listings
 * of a batch, in one task of Meilisearch, so that it can never say more than is there. It has none of a listing's
 * attributes, `listing` above all, so that no question finds it; nor does what takes a removed place's id (see write.ts).
 */
import { MeiliError, type MeiliClient } from './client.ts'

/** No listing has it: theirs are longer. */
export const META_ID = 'meta'

/** Stands for the settings of an index that is damaged: nobody has these, so it answers nobody until a new one stands. */
export const NOT_WHOLE = 'not whole'

export type Meta = {
  id: typeof META_ID
  /** Last change number of the store that is in the index. */
  applied: number
  /** Of the rules, documents and settings that it was built with. */
  settings: string
  /** Of the settings as the server gave them back when it was built: somebody else may have changed them since. */
  seen: string
  /** The name it was built under: tells whether the one that stands is the one just built. */
  build: string
  /** Documents of listings in it, one a place, and listings. */
  documents: number
  listings: number
}

/** null: there is none, so the index is not there, or is empty, or somebody else's. `ms`: the longest to wait. */
export async function readMeta(client: MeiliClient, index: string, ms: number): Promise<Meta | null> {
  try {
    const found = await client.ask<Partial<Meta>>('get', `indexes/${index}/documents/${META_ID}`, { ms })
    return isMeta(found) ? found : null
  } catch (error) {
    if (error instanceof MeiliError && error.status === 404 && error.code !== null) return null
    throw error
  }
}

const isMeta = (it: Partial<Meta> | undefined): it is Meta =>
  typeof it?.applied === 'number' && typeof it.settings === 'string' && typeof it.documents === 'number'
