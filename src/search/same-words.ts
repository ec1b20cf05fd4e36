/** Words that a listing may have instead of one that was typed: the English of a Welsh one, "RUFC" where rugby is played. Pure. */

/** The word typed, then those that do as well. Most listings of Wales are called by English words, and few by both. */
const SAME: ReadonlyMap<string, readonly string[]> = new Map(
  [
    'rugby rufc rfc',
    'rygbi rugby rufc rfc',
    'football afc',
    'golff golf',
    'criced cricket',
    'tenis tennis',
    'hoci hockey',
    'carate karate',
    'jiwdo judo',
    'bocsio boxing',
    'bowlio bowling bowls',
    'saethyddiaeth archery',
    'marchogaeth riding',
    'rhwyfo rowing',
    'pysgota fishing angling',
    'athletau athletics athletic',
    'rhedeg running harriers runners',
    'running harriers runners',
    'beicio cycling',
    'nofio swimming',
    'cerdded walking walks ramblers',
    'dawnsio dancing dance',
    'clwb club',
    'cymdeithas society association',
    'canolfan centre',
    'llyfrgell library',
    'eglwys church',
    'capel chapel',
    'ysgol school',
    'banc bank',
    'cegin kitchen',
    'caffi cafe',
    'gardd garden',
    'meithrinfa nursery',
    'amgueddfa museum',
  ].map((line) => {
    const [word = '', ...others] = line.split(' ')
    return [word, others] as const
  }),
)

export const sameWords = (word: string): readonly string[] => SAME.get(word) ?? []

const ASKED = new Map<string, string[]>()
for (const [word, others] of SAME) for (const it of others) ASKED.set(it, [...(ASKED.get(it) ?? []), word])

/** The other way round: the words that, typed, find this one too. */
export const askedAs = (word: string): readonly string[] => ASKED.get(word) ?? []
