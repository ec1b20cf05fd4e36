/** The notices on a listing in words, and what they make of its room. */
import type { Capacity } from '../../capacity/capacity.ts'
import type { Notice, NoticeWhat } from '../../store/notices/notice.ts'
import type { Text } from '../../text/en.ts'
import { comingDay } from '../../text/format.ts'

export type NoticeSaid = {
  what: NoticeWhat
  /** Last day, "2026-12-24". */
  until: string
  /** "By telephone only until 24 December." and the desk's own sentence, where there is one. */
  sentence: string
  /** The desk's own sentence alone; "": there is none. */
  words: string
}

/** `on`: those that stand on the listing now: see noticesFor. */
export function noticesSaid(on: readonly Notice[], now: Date, text: Text): NoticeSaid[] {
  return on.map(({ what, until, words }) => ({
    what,
    until,
    words,
    sentence: [text.desk.notice[what](comingDay(until, now, text)), words]
      .filter((it) => it !== '')
      .join(' '),
  }))
}

/** What is paused by a notice has no room until its day, whatever was said before; that is still there afterwards. */
export function roomUnder(on: readonly Notice[]): Capacity | null {
  const pause = on.find(({ what }) => what === 'paused')
  if (pause === undefined) return null
  return { state: 'paused', weeks: null, until: pause.until, saidAt: pause.saidAt, by: 'desk' }
}
