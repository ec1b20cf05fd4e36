/** Asks who is due, once a day by itself. In the demonstration only `npm run review` does: nobody lives at its addresses. */
import { runReviews } from '../../reviews/run.ts'
import type { House } from '../house.ts'

export async function review(house: House): Promise<void> {
  if ((await house.store.fact('demonstration')) !== null) return
  await runReviews(house, house.assumptions, house.site, { now: house.now(), dryRun: false })
}
