/** What one matter is about, in words, as its page shows it. */
import type { SideShown } from './same-group-panel.ts'

/** One shape for all kinds, so that one component shows them. */
export type Panel = {
  lead: string
  /** Each field before and after, line by line; null where it cannot be shown. */
  differences: { field: string; name: string; before: string[] | null; after: string[] | null }[]
  /** What people wrote, newest first. */
  said: { when: string; words: string }[]
  facts: { name: string; words: string }[]
  hints: string[]
  /** Two that may be one, side by side. */
  sides: SideShown[]
}

/** With everything that a kind of matter does not say left empty. */
export const panel = (over: Partial<Panel> & { lead: string }): Panel => ({
  differences: [],
  said: [],
  facts: [],
  hints: [],
  sides: [],
  ...over,
})
