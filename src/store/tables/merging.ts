/** Two listings that turned out to be one. JSON is text. */
export type MergeTable = {
  /** By their short numbers. */
  gone: number
  kept: number
  at: string
  /** JSON list: the addresses that led to the one that is gone. */
  slugs: string
  /** JSON list: the sources whose statements moved. */
  sources: string
  /** JSON: what people had said of each before they were put together, by source, as a statement's text. */
  gone_said: string
  kept_said: string
  parted_at: string | null
}
