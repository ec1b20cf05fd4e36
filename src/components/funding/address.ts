/** Addresses of what ends: the page, a part of it, its files. */
import type { EndsAsked } from '../../app/funding/ends-view.ts'
import type { Lang } from '../../text/format.ts'
import { inLang } from '../path.ts'

const asking = ({ days, need, area }: EndsAsked): URLSearchParams =>
  new URLSearchParams({
    days: String(days),
    ...(need === '' ? {} : { need }),
    ...(area === '' ? {} : { area }),
  })

export function endsAddress(lang: Lang, asked: EndsAsked, part?: string): string {
  return `${inLang(lang, '/desk/funding')}?${asking(asked)}${part === undefined ? '' : `#${part}`}`
}

export function fileAddress(lang: Lang, asked: EndsAsked, table: string): string {
  const params = asking(asked)
  params.set('table', table)
  return `${inLang(lang, '/desk/funding.csv')}?${params}`
}
