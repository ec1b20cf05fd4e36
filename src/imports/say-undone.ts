/** What taking a run back did, as a person reads it on a terminal. */
import { longDay } from '../text/format.ts'
import { en } from '../text/en.ts'
import type { Undone } from '../store/runs/undone.ts'

/** Fields named one by one; the page of the run shows all of them. */
const SHOWN = 40

export function sayUndone(run: string, { changed, kept }: Undone): string {
  const listings = changed === 1 ? '1 listing' : `${changed.toLocaleString('en-GB')} listings`
  const lines = [`Run ${run} is taken back: ${listings} changed.`]
  if (kept.length === 0) return lines.join('\n')
  lines.push('', 'People changed these since, so they stay as they are:')
  for (const { name, field, by, at } of kept.slice(0, SHOWN))
    lines.push(`  ${name}, ${en.pages.listing.fields[field].toLowerCase()}: ${BY[by]}, ${longDay(at, en)}`)
  if (kept.length > SHOWN) lines.push(`  and ${(kept.length - SHOWN).toLocaleString('en-GB')} more`)
  return lines.join('\n')
}

const BY: { [A in Undone['kept'][number]['by']]: string } = {
  group: 'the group',
  umbrella: 'an umbrella body',
  desk: 'the desk',
  'link-worker': 'a link worker',
  register: 'a register',
  source: 'a file',
  suggested: 'suggested',
}
