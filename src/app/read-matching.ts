import { matchingSchema, type Matching } from '../imports/matching/weights.ts'
import { readData } from './read-data.ts'

/** data/matching.json, checked. */
export const readMatching = (): Matching => readData('data/matching.json', matchingSchema)
