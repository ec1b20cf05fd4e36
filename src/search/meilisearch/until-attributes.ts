/** On which weekdays and in which parts of the day a listing runs, and until when: one number for each pair of them. */
import { WEEKDAYS } from '../../listings/session.ts'
import { timesOfDay, type Slot } from '../../listings/slots.ts'
import { TIMES_OF_DAY } from '../query.ts'

/** Of a slot whose time is not known. */
const UNTIMED = 'untimed'
export const PARTS: readonly string[] = [...TIMES_OF_DAY, UNTIMED]

/** The attribute that says until which day, in days since 1970, something runs on such a weekday in such a part of it. */
export const untilName = (weekday: string, part: string): string => `until_${weekday}_${part}`

/** The same of any part of such a weekday, and of such a part of any weekday: counted, and never asked for. */
export const dayName = (weekday: string): string => `day_${weekday}`
export const timeName = (part: string): string => `time_${part}`
export const COUNTED_NAMES: readonly string[] = [...WEEKDAYS.map(dayName), ...TIMES_OF_DAY.map(timeName)]

export const UNTIL_NAMES: readonly string[] = WEEKDAYS.flatMap((day) =>
  PARTS.map((part) => untilName(day, part)),
)

export function untilsOf(slots: readonly Slot[]): { [name: string]: number } {
  const untils: { [name: string]: number } = {}
  for (const slot of slots) {
    const day = WEEKDAYS[slot.weekday] ?? ''
    const parts = timesOfDay([slot])
    const pairs = (parts.length === 0 ? [UNTIMED] : parts).map((part) => untilName(day, part))
    for (const name of [...pairs, dayName(day), ...parts.map(timeName)])
      untils[name] = Math.max(untils[name] ?? -Infinity, slot.until)
  }
  return untils
}
