/** A session: when it runs, as a rule, with its breaks. */
import { whenFull } from '../../listings/schedule-words.ts'
import { session as schema, WEEKDAYS } from '../../listings/session.ts'
import { dayTyped, timeTyped } from './clock.ts'
import { asText, itemsOf, partOf, type Drawn, type Keyed, type Kind } from './kind.ts'
import { list, parts } from './made.ts'
import { one, several, tick, words } from './simple.ts'
import { plain, type Words, type Wrong } from './words.ts'

const EVERY = ['week', 'fortnight', 'month', 'date'] as const
const NTHS = ['1', '2', '3', '4', '5', '-1']

const date: Kind = {
  write: (name, value) => ({ [name]: [asText(value)] }),
  read: (name, said, _was, _around, wrong) => {
    const typed = plain(said.text(name))
    if (typed === '') return undefined
    const day = dayTyped(typed)
    if (day === null) wrong({ name, problem: 'date', value: typed })
    return day ?? typed
  },
  inputs: (name) => [{ is: 'text', name, type: 'date' }],
}
const time: Kind = {
  write: (name, value) => ({ [name]: [asText(value)] }),
  read: (name, said, _was, _around, wrong) => {
    const typed = plain(said.text(name))
    if (typed === '') return undefined
    const found = timeTyped(typed)
    if (found === null) wrong({ name, problem: 'time', value: typed })
    return found ?? typed
  },
  inputs: (name) => [{ is: 'text', name, max: 10 }],
}
/** Which place, by its number; none: all of them. */
const where: Kind = {
  write: (name, value) => ({ [name]: typeof value === 'number' ? [String(value)] : [] }),
  read: (name, said) => (/^\d{1,2}$/.test(said.text(name)) ? Number(said.text(name)) : undefined),
  inputs: (name, was, { places, text }) =>
    places.length < 2 && was === undefined
      ? []
      : [
          {
            is: 'one',
            name,
            options: [
              { value: '', label: text.editing.everyPlace },
              ...places.map((place, at) => ({
                value: String(at),
                label: place ?? text.editing.placeNumber(at + 1),
              })),
            ],
          },
        ],
}

export const breaks = list(parts({ from: date, until: date, why: words({ max: 120 }) }), {
  probe: 'from',
  max: 20,
  said: (item) => [partOf(item, 'from'), partOf(item, 'until')].filter(Boolean).join(' – '),
})

const beside = parts({
  start: time,
  end: time,
  term_time: tick(),
  from: date,
  until: date,
  place: where,
  words: words({ max: 300 }),
})
const rule = parts({
  every: one(EVERY, ({ text }, value) => ({ label: text.editing.options.every[value] ?? value })),
  on: several(WEEKDAYS, ({ text }, value) => ({ label: text.schedule.days[value as 'mo'] })),
  nth: several(NTHS, ({ text }, value) => ({ label: text.editing.options.nth[value] ?? value })),
})

export const session: Kind = {
  write: (name, value, around) => {
    const is = partOf(value, 'rule')
    const dated = partOf(is, 'every') === 'date'
    return {
      ...rule.write(`${name}.rule`, { ...(is as Keyed), ...(dated && { on: [] }) }, around),
      [`${name}.rule.from`]: [asText(partOf(is, 'from'))],
      [`${name}.rule.dates`]: [dated ? itemsOf(partOf(is, 'on')).join('\n') : ''],
      ...beside.write(name, value, around),
      ...breaks.write(`${name}.pauses`, partOf(value, 'pauses'), around),
    }
  },
  read: (name, said, was, around, wrong) => {
    const read = ruleOf(`${name}.rule`, said, partOf(was, 'rule'), around, wrong)
    const rest = beside.read(name, said, without(was, ['rule', 'pauses']), around, wrong) as Keyed | undefined
    const pauses = itemsOf(breaks.read(`${name}.pauses`, said, partOf(was, 'pauses'), around, wrong))
    if (read === undefined && rest === undefined && pauses.length === 0) return undefined
    for (const [at, it] of pauses.entries())
      if (asText(partOf(it, 'until')) < asText(partOf(it, 'from')))
        wrong({ name: `${name}.pauses.${at}.until`, problem: 'order' })
    const { from, until } = rest ?? {}
    if (from !== undefined && until !== undefined && asText(until) < asText(from))
      wrong({ name: `${name}.until`, problem: 'order' })
    if (rest?.['end'] !== undefined && rest['start'] === undefined)
      wrong({ name: `${name}.start`, problem: 'missing' })
    if (read === undefined) wrong({ name: `${name}.rule.on`, problem: 'choose' })
    return { rule: read ?? {}, ...rest, pauses }
  },
  inputs: (name, was, drawn) => [
    // Those that belong to one answer of the first are shown with it: see work/editing.css.
    ...rule.inputs(`${name}.rule`, partOf(was, 'rule'), drawn),
    { is: 'text', name: `${name}.rule.from`, type: 'date' },
    { is: 'text', name: `${name}.rule.dates`, lines: 3 },
    ...beside.inputs(name, was, drawn).slice(0, 2),
    {
      is: 'group',
      name: `${name}.more`,
      said: null,
      open: false,
      folded: true,
      inputs: [
        ...beside.inputs(name, was, drawn).slice(2),
        ...breaks.inputs(`${name}.pauses`, partOf(was, 'pauses'), drawn),
      ],
    },
  ],
}

function ruleOf(
  name: string,
  said: Words,
  was: unknown,
  around: Parameters<Kind['read']>[3],
  wrong: (it: Wrong) => void,
): unknown {
  const read = rule.read(
    name,
    said,
    without(was, partOf(was, 'every') === 'date' ? ['from', 'on'] : ['from']),
    around,
    () => undefined,
  ) as Keyed | undefined
  const dates = said
    .text(`${name}.dates`)
    .split(/[\n,;]/)
    .map(plain)
    .filter((it) => it !== '')
  const first = plain(said.text(`${name}.from`))
  if (read === undefined && dates.length === 0 && first === '') return undefined
  const every =
    read?.['every'] ?? (dates.length > 0 ? 'date' : itemsOf(read?.['nth']).length > 0 ? 'month' : 'week')
  const on = itemsOf(read?.['on'])
  if (every === 'date') {
    const days = dates.map((typed) => {
      const day = dayTyped(typed)
      if (day === null) wrong({ name: `${name}.dates`, problem: 'date', value: typed })
      return day ?? typed
    })
    if (days.length === 0) wrong({ name: `${name}.dates`, problem: 'missing' })
    return { every, on: days }
  }
  if (on.length === 0) wrong({ name: `${name}.on`, problem: 'choose' })
  if (every === 'month') {
    const nth = itemsOf(read?.['nth']).map(Number)
    if (nth.length === 0) wrong({ name: `${name}.nth`, problem: 'choose' })
    return { every, on, nth }
  }
  if (every !== 'fortnight') return { every, on }
  const from = dayTyped(first)
  if (from === null) wrong({ name: `${name}.from`, problem: first === '' ? 'missing' : 'date', value: first })
  return { every, on, from: from ?? first }
}

function without(value: unknown, keys: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))
}

/** "Tuesday 10am to 12, every week"; null where it is not whole yet. */
export function sessionSaid(value: unknown, { text, places }: Drawn): string | null {
  const read = schema.safeParse(value)
  return read.success ? whenFull([read.data], text, { places }).join('. ') : null
}
