/** What somebody heard and may not settle alone waits for the desk. Heard again meanwhile it is the same matter. */
import { isoDay, londonMoment } from '../listings/clock.ts'
import { KINDS } from '../desk/kinds.ts'
import type { Rings } from './ringer.ts'

/** Several sentences of one matter stand on lines of their own; the oldest go where there are too many. Characters. */
const ALL_WORDS_MAX = 2000

export async function tellDesk(
  { act, who, known, given, at, workshop }: Rings,
  kind: 'changed' | 'ended',
): Promise<void> {
  const { id: listing, group } = known.listing
  const words = given.words ?? ''
  const open = await act.matters.list({ state: 'open', kind: 'signal', listing })
  const same = open.find(({ about }) => about['kind'] === kind)
  if (same !== undefined) {
    const before = typeof same.about['words'] === 'string' ? same.about['words'] : ''
    const all = [before, words].filter((it) => it !== '').join('\n')
    await act.matters.restate(same.id, { ...same.about, words: all.slice(-ALL_WORDS_MAX) })
    return
  }
  await act.matters.open({
    id: workshop.newId(),
    kind: 'signal',
    listing,
    group: group?.id ?? null,
    person: who.person,
    openedAt: at.toISOString(),
    targetOn: isoDay(londonMoment(at).epochDay + KINDS.signal.target_days),
    about: { signal: `rang-${kind}:${listing}`, kind, words },
  })
}
