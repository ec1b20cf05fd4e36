/** Which filters stand together, in what order, and which stand open. */

export type ChoiceOf = { id: string; label: string; count: number; chosen: boolean }

/** A list longer than this shows its most frequent choices and hides the rest behind "more". Choices. */
const IN_VIEW = 8

const GROUPS = [
  { id: 'now', facets: ['room', 'checked', 'open'], open: true },
  { id: 'need', facets: ['need'], open: true },
  { id: 'how', facets: ['how'], open: true },
  { id: 'when', facets: ['day', 'time'], open: true },
  { id: 'who', facets: ['who'], open: false },
  { id: 'cost', facets: ['cost'], open: false },
  { id: 'access', facets: ['access'], open: false },
  { id: 'join', facets: ['join'], open: false },
  { id: 'language', facets: ['language'], open: false },
  { id: 'kind', facets: ['kind'], open: false },
] as const
/** Their own order says more than their counts. */
const IN_ORDER = new Set(['room', 'checked', 'open', 'day', 'time', 'how', 'cost', 'join'])

export type Group = {
  id: (typeof GROUPS)[number]['id']
  lists: { facet: string; label: 'day' | 'time' | null; choices: ChoiceOf[] }[]
  open: boolean
  /** Choices chosen in it. */
  count: number
}

/** Groups that have something to choose. "Who" stays for its age field even where no choice is left. */
export function grouped(facets: Record<string, ChoiceOf[] | undefined>, aged: boolean): Group[] {
  const groups = GROUPS.map(({ id, facets: names, open }) => {
    const lists = names
      .map((facet) => ({ facet, label: labelOf(facet), choices: worth(facet, facets[facet] ?? []) }))
      .filter(({ choices }) => choices.length > 0)
    const ticked = lists.flatMap(({ choices }) => choices).filter(({ chosen }) => chosen).length
    const count = ticked + (id === 'who' && aged ? 1 : 0)
    return { id, lists, open: open || count > 0, count }
  })
  return groups.filter(({ id, lists }) => id === 'who' || lists.length > 0)
}

/** The choices in view and the rest. A rest of one or two is no rest. */
export function split(choices: ChoiceOf[]): { first: ChoiceOf[]; rest: ChoiceOf[] } {
  if (choices.length <= IN_VIEW + 2) return { first: choices, rest: [] }
  const first = choices.filter(({ chosen }, place) => chosen || place < IN_VIEW)
  return { first, rest: choices.filter((choice) => !first.includes(choice)) }
}

function worth(facet: string, choices: ChoiceOf[]): ChoiceOf[] {
  const kept = choices.filter(({ chosen, count }) => chosen || count > 0)
  return IN_ORDER.has(facet)
    ? kept
    : kept.toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label))
}

const labelOf = (facet: string): 'day' | 'time' | null => (facet === 'day' || facet === 'time' ? facet : null)
