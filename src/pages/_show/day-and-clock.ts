/** "22 November 2026, 9:05am" of the date in a letter's head; "" where it has none. */
import { londonMoment } from '../../listings/clock.ts'
import type { Text } from '../../text/en.ts'
import { clockTime, longDay } from '../../text/format.ts'

export function dayAndClock(date: string | undefined, text: Text): string {
  const at = new Date(date ?? '')
  if (Number.isNaN(at.getTime())) return ''
  const { minutes } = londonMoment(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${longDay(at, text)}, ${clockTime(`${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`, text)}`
}
