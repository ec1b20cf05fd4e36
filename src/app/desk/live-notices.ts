/** Notices that are on, read at most once a second: as fresh as the short memory of pages, without a question a card. */
import { londonMoment } from '../../listings/clock.ts'
import type { Notice } from '../../store/notices/notice.ts'
import type { Store } from '../../store/store.ts'

/** Milliseconds. With the second that pages are kept, a notice is seen within two. */
const KEEP_MS = 1000

export type LiveNotices = {
  /** As they were last read: whoever shows a listing has asked `refresh` before. */
  held: () => readonly Notice[]
  refresh: () => Promise<void>
  /** In this process at once; others see it within the second. */
  changed: () => void
}

export function liveNotices(store: Pick<Store, 'notices'>, now: () => Date): LiveNotices {
  let held: readonly Notice[] = []
  let until = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | null = null
  const read = async () => {
    held = await store.notices({ from: londonMoment(now()).day })
    until = performance.now() + KEEP_MS
  }
  return {
    held: () => held,
    async refresh() {
      if (until > performance.now()) return
      reading ??= read().finally(() => (reading = null))
      await reading
    },
    changed() {
      until = Number.NEGATIVE_INFINITY
    },
  }
}
