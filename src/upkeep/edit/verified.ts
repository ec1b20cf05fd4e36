/**
 * Whether the desk knows a group: one of its listings is or was public. Whoever keeps a group with a public listing has
 * shown that it is theirs; a group that somebody has just added has not.
 */
import type { Known } from '../../store/store.ts'

export const verified = (ofGroup: readonly Pick<Known, 'listing'>[]): boolean =>
  ofGroup.some(({ listing }) => listing.status !== 'draft')
