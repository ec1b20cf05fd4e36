/** What the review plan assumes: data/review.json, checked when it is read. */
import { reviewData, type Assumptions } from '../freshness/review/assumptions.ts'
import { readData } from './read-data.ts'

export const readReview = (): Assumptions => readData('data/review.json', reviewData)
