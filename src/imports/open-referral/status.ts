/** Whether it runs: the four words of the standard. */
import { complain, type Draft } from '../mapping/draft.ts'
import type { Json } from './json.ts'
import { wordsAt } from './words.ts'

/** "Inactive" may come back, and whoever looks should learn of it: it shows as paused, not as gone. */
const STATUSES: { [word: string]: 'published' | 'paused' | 'ended' } = {
  active: 'published',
  inactive: 'paused',
  'temporarily closed': 'paused',
  defunct: 'ended',
}

export function addStatus(draft: Draft, service: Json): void {
  const said = wordsAt(service, 'status')
  const word = said.toLowerCase().replaceAll('_', ' ')
  if (word === '') return
  const status = Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined
  if (status === undefined)
    complain(draft, 'status', said, `is none of ${Object.keys(STATUSES).join(', ')}`, 'left out')
  else if (status !== 'published') draft.fields.status = status
}
