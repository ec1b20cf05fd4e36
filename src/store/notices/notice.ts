/** One thing said about many listings at once, until a day: "moved to telephone", "paused". It changes none of them. */
export const NOTICE_WHATS = ['telephone', 'paused'] as const
export type NoticeWhat = (typeof NOTICE_WHATS)[number]

export type Notice = {
  id: string
  what: NoticeWhat
  /** Codes (GSS) and beginnings of postcodes ("M33"); none: wherever they are. */
  areas: string[]
  /** Taxonomy kinds, any of them; none: of any kind. */
  kinds: string[]
  /** Ids of groups, any of them; none: whoever runs it. */
  groups: string[]
  /** One sentence for everybody to read; "" where none was written. */
  words: string
  /** Last day it holds in London, "2026-12-24". */
  until: string
  saidAt: string
  /** Id of the person who switched it on. */
  saidBy: string
  /** Ended before its day; an instant. */
  endedAt: string | null
  endedBy: string | null
}
