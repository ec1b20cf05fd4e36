/** A file of postcodes, outcodes or boundaries, read into the gazetteer; rows imported before are then placed anew. */
import { readPostcodeFile } from '../places/postcode-file.ts'
import { UnreadablePlaceFile, type PlaceFileTally, type Progress } from '../places/place-file.ts'
import type { Store } from '../store/store.ts'
import { basename } from 'node:path'
import { PLACES_FACT } from './run.ts'
import { Refused } from './refused.ts'

/** Throws Refused where the file is no file of places. Reading the same file again changes nothing. */
export async function importPlaces(
  path: string,
  store: Pick<Store, 'places' | 'fact' | 'setFact'>,
  progress?: Progress,
): Promise<PlaceFileTally> {
  try {
    const tally = await readPostcodeFile(path, store.places, progress)
    const before = JSON.parse((await store.fact(PLACES_FACT)) ?? '{}') as Record<string, number>
    await store.setFact(PLACES_FACT, JSON.stringify({ ...before, [basename(path)]: tally.kept }))
    return tally
  } catch (error) {
    if (error instanceof UnreadablePlaceFile) throw new Refused(error.message)
    throw error
  }
}

export function sayPlaces({ kind, rows, kept, refused, ended }: PlaceFileTally): string {
  const n = (count: number): string => count.toLocaleString('en-GB')
  const old = ended ? ` (${n(ended)} of them no longer in use)` : ''
  return (
    `${n(rows)} rows of ${kind} read: ${n(kept)} kept${old}, ${n(refused)} not.\n` +
    'Import your files again to place their listings by it.'
  )
}
