/** On which weekdays and in which parts of the day a listing runs, and until when: one number for each pair of them. */
import { WEEKDAYS } from '../../listings/session.ts'
import { timesOfDay, type Slot } from '../../listings/slots.ts'
import { TIMES_OF_DAY } from '../query.ts'

/** Of a slot whose time is not known. */
const UNTIMED = 'untimed'
export const PARTS: readonly string[] = [...TIMES_OF_DAY, UNTIMED]

/** The attribute that says until which day, in days since 1970, something runs on such a weekday in such a part of it. */
export const untilName = (weekday: string, part: string): string => `until_${weekday}_${part}`

export const UNTIL_NAMES: readonly string[] = WEEKDAYS.flatMap((day) =>
  PARTS.map((part) => untilName(day, part)),
)

export function untilsOf(slots: readonly Slot[]): { [name: string]: number } {
  const untils: { [name: string]: number } = {}
  for (const slot of slots) {
    const parts = timesOfDay([slot])
    for (const part of parts.length === 0 ? [UNTIMED] : parts) {
      const name = untilName(WEEKDAYS[slot.weekday] ?? '', part)
      untils[name] = Math.max(untils[name] ?? -Infinity, slot.until)
    }
  }
  return untils
}
