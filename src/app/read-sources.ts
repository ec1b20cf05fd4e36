import { arrangements, type Arrangement } from '../imports/arrangement.ts'
import { readData } from './read-data.ts'

/** data/sources.json, checked. */
export const readSources = (): Arrangement[] => readData('data/sources.json', arrangements).sources
