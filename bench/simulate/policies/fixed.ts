/** Nobody asks; and a letter every so many days, whatever was said meanwhile. */
import { lastWord, type Policy, type Seen } from '../seen.ts'

export const nothing: Policy = {
  keeps: { funding: false, calls: false, links: false },
  start: (seen) => ({ asks: () => [], doubts: () => false, room: (it) => roomOf(seen, it) }),
}

/** One letter to the first person of each group, with all its listings; groups take their turn through the months. */
export function everyMonths(months: number): Policy {
  const gap = (months * 365.25) / 12
  return {
    keeps: { funding: false, calls: false, links: false },
    start(seen) {
      const groups = [...Map.groupBy(seen.keys(), (it) => seen[it]?.group ?? 0).values()]
      const next = groups.map((listings, at) => {
        const from = Math.min(...listings.map((it) => seen[it]?.from ?? 0))
        return from > 0 ? from + gap : ((at * 0.618034) % 1) * gap
      })
      return {
        doubts: () => false,
        room: (it) => roomOf(seen, it),
        asks: (day) =>
          groups.flatMap((all, at) => {
            const due = next[at] ?? 0
            const listings = all.filter((it) => seen[it]?.ended === false && (seen[it]?.from ?? 0) <= day)
            const person = seen[all[0] ?? 0]?.people[0]
            if (due > day || listings.length === 0 || person === undefined) return []
            next[at] = due + gap
            return [{ is: 'letter' as const, person, listings }]
          }),
      }
    },
  }
}

export const roomOf = (seen: readonly Seen[], listing: number) => {
  const it = seen[listing]
  return it === undefined ? 'unknown' : lastWord(it)
}
