/** What the letters of the past say about the people who got them: who answers, and when they were last written to. */
import type { LadderState, Rung } from '../freshness/ladder.ts'
import type { Askable } from '../freshness/review/reviewed.ts'
import type { Asked } from '../store/reviews/asks.ts'

const DAY_MS = 86_400_000
const YEAR_DAYS = 365

export type LettersTo = Pick<Askable, 'asked' | 'answered' | 'unanswered' | 'askedLastYear' | 'lastAskedAt'>
export const NONE_SENT: LettersTo = {
  asked: 0,
  answered: 0,
  unanswered: 0,
  askedLastYear: 0,
  lastAskedAt: null,
}

/** By person. A letter about several listings is one letter; an answer about any of them answers it. */
export function lettersTo(asked: readonly Asked[], now: Date): Map<string, LettersTo> {
  const byPerson = Map.groupBy(asked, ({ person }) => person)
  return new Map([...byPerson].map(([person, theirs]) => [person, lettersOf(theirs, now)]))
}

function lettersOf(asked: readonly Asked[], now: Date): LettersTo {
  const letters = [...Map.groupBy(asked, ({ at }) => at)]
    .map(([at, listings]) => ({ at, answered: listings.some(({ answeredAt }) => answeredAt !== null) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  const lastAnswered = letters.findLastIndex(({ answered }) => answered)
  const since = new Date(now.getTime() - YEAR_DAYS * DAY_MS).toISOString()
  return {
    asked: letters.length,
    answered: letters.filter(({ answered }) => answered).length,
    unanswered: letters.length - 1 - lastAnswered,
    askedLastYear: letters.filter(({ at }) => at >= since).length,
    lastAskedAt: letters.at(-1)?.at ?? null,
  }
}

/** The last step that was taken for each listing. */
export function laddersOf(asked: readonly Asked[]): Map<string, LadderState> {
  return new Map(asked.map(({ listing, rung, at }) => [listing, { rung: rung as Rung, askedAt: at }]))
}
