/** What was needed and not found, as one part of the store and of an act. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import { addGaps, forgetGaps, gapSums, type Gap, type GapBy, type GapSum, type WhichGaps } from './gaps.ts'
import { addWordDays, forgetWords, missedWords, type WordDay } from './words.ts'

export type GapsRead = {
  sums: (by: GapBy, which: WhichGaps) => Promise<GapSum[]>
  words: (limit: number) => Promise<{ words: string; week: string }[]>
}
export type GapsAct = {
  add: (gaps: readonly Gap[]) => Promise<void>
  addWordDays: (days: readonly WordDay[]) => Promise<void>
  /** Counts of the weeks before `gapsFrom`, marks of other quarters, words not asked for since `wordsFrom`. */
  forget: (old: { gapsFrom: string; wordsFrom: string; quarter: string }) => Promise<void>
}

export const gapsRead = (reading: Reading): GapsRead => ({
  sums: (by, which) => gapSums(reading, by, which),
  words: (limit) => missedWords(reading, limit),
})

export const gapsAct = (tx: Writing): GapsAct => ({
  add: (gaps) => addGaps(tx, gaps),
  addWordDays: (days) => addWordDays(tx, days),
  async forget({ gapsFrom, wordsFrom, quarter }) {
    await forgetGaps(tx, gapsFrom)
    await forgetWords(tx, quarter, wordsFrom)
  },
})
