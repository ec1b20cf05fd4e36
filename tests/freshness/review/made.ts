import { readReview } from '../../../src/app/read-review.ts'
import { readSite } from '../../../src/app/site.ts'
import type { Askable, Reviewed } from '../../../src/freshness/review/reviewed.ts'
import type { Budget, Rules } from '../../../src/freshness/review-plan.ts'

export const RULES: Rules = {
  assumptions: readReview(),
  thresholds: {
    confirmed_days: 183,
    due_days: 365,
    signal_grace_days: 14,
    lasts_days: { group: 183, umbrella: 183, desk: 183, 'link-worker': 183, source: 122 },
  },
  money: { ...readSite().funding, every_days: 1 },
}
export const PLENTY: Budget = { letters: 1000, rings: 1000, desk: 1000, certain: 1000, evenly: 10 }

export const somebody = (person: string, more: Partial<Askable> = {}): Askable => ({
  person,
  role: 'keeper',
  asked: 4,
  answered: 2,
  unanswered: 0,
  askedLastYear: 1,
  lastAskedAt: null,
  bounces: false,
  ...more,
})

/** A class confirmed by its group on 1 January 2026, looked at twice a week, kept by "p" and the listing's id. */
export const reviewed = (id: string, more: Partial<Reviewed> = {}): Reviewed => ({
  id,
  group: `g-${id}`,
  kindClass: 'session',
  confirmed: { at: '2026-01-01T12:00:00.000Z', by: 'group' },
  editedAt: '2026-01-01T12:00:00.000Z',
  importedAt: null,
  funding: null,
  moneySaidAt: null,
  roomKnown: false,
  signals: [],
  looksPerWeek: 2,
  pointingsPerWeek: 0,
  askable: [somebody(`p-${id}`)],
  canRing: true,
  ladder: null,
  restsUntil: null,
  ...more,
})

const SAID = '2026-01-01T12:00:00.000Z'
export const until = (day: string, says: 'unknown' | 'ends' | 'goes-on' = 'unknown') => ({
  funding: { says, until: day, saidAt: SAID },
})
