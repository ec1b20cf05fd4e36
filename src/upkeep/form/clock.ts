/** Days and times of day as people type them, and as browsers send them. */
import { isoDay } from '../../listings/clock.ts'
import { plain } from './words.ts'

/** "10:00" of "10:00", "10", "10am", "2.30 pm", "noon"; null: not a time of day. "24:00" is the end of a day. */
export function timeTyped(typed: string): string | null {
  const text = plain(typed).toLowerCase().replaceAll(' ', '')
  if (text === 'noon' || text === 'midday') return '12:00'
  if (text === 'midnight') return '24:00'
  const parts = /^(\d{1,2})(?:[:.]?([0-5]\d))?(?::00)?(am|pm)?$/.exec(text)
  if (parts === null) return null
  const [, hour = '', minute = '00', half] = parts
  let hours = Number(hour)
  if (half !== undefined && (hours < 1 || hours > 12)) return null
  if (half === 'am' && hours === 12) hours = 0
  if (half === 'pm' && hours < 12) hours += 12
  if (hours > 24 || (hours === 24 && minute !== '00')) return null
  return `${String(hours).padStart(2, '0')}:${minute}`
}

/** "2026-11-24" of "2026-11-24", "24/11/2026", "24.11.26"; null: not a day there is. */
export function dayTyped(typed: string): string | null {
  const text = plain(typed)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text)
  const [year = '', month = '', day = ''] = iso?.slice(1) ?? british?.slice(1).reverse() ?? []
  if (year === '') return null
  const written = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = Date.parse(written)
  return !Number.isNaN(at) && isoDay(at / 86_400_000) === written ? written : null
}
