/** What a matter is about, in words: one line for a queue, one panel for its own page. A new kind is one entry of each. */
import { KINDS, type AboutOf, type Kind } from '../../desk/kinds.ts'
import { isKind } from '../../desk/decide.ts'
import { conflictLine, conflictPanel } from './conflict-panel.ts'
import { fieldSaid, type LabelOf } from '../../listings/field-words.ts'
import { registered } from '../../listings/organisation.ts'
import type { Matter } from '../../store/matters/matter.ts'
import type { Text } from '../../text/en.ts'
import { ago, longDay } from '../../text/format.ts'
import { panel, type Panel } from './panel.ts'
import { sameGroupLine, sameGroupSides } from './same-group-panel.ts'

type Known = { text: Text; labelOf: LabelOf; now: Date }

function changed({ how, by, differences }: AboutOf<'change'>, { text, labelOf }: Known): Panel {
  const t = text.desk.matter
  return panel({
    lead: { held: t.heldWords, live: t.liveWords, new: t.newWords }[how],
    facts: [{ name: text.pages.listing.saidBy, words: t.saidBy[by] }],
    differences: differences.map(({ field, from, to }) => ({
      field,
      name: text.pages.listing.fields[field],
      before: fieldSaid(field, from, text, labelOf),
      after: fieldSaid(field, to, text, labelOf),
    })),
  })
}

function keeper({ words, website, email }: AboutOf<'keeper'>, { text }: Known): Panel {
  const t = text.desk.matter
  const facts = [
    { name: t.keeperWords, words },
    { name: t.keeperWebsite, words: website ?? '' },
  ]
  return panel({
    lead: email === '' ? text.desk.says.keeper : t.keeperAsks(email),
    facts: facts.filter((it) => it.words !== ''),
    hints: [t.keeperHint],
  })
}

function reported({ said, tell }: AboutOf<'report'>, { text, now }: Known): Panel {
  const t = text.desk.matter
  const newest = [...said].reverse()
  return panel({
    lead: '',
    said: newest.map(({ at, words }) => ({ when: ago(at, now, text), words })),
    hints: [tell.length === 0 ? t.tellNone : t.tell(tell.length)],
  })
}

function signalled({ kind, words, register }: AboutOf<'signal'>, { text }: Known): Panel {
  const said = words.split('\n').filter((line) => line.trim() !== '')
  const hint = register === undefined ? undefined : text.desk.registers.hints[kind]
  return panel({
    lead: text.desk.signals[kind] ?? text.desk.says.signal,
    said: said.map((line) => ({ when: '', words: line })),
    facts: register === undefined ? [] : registerFacts(kind, register, text),
    hints: hint === undefined ? [] : [hint],
  })
}

/** "Charity number 1052551": nobody reads prefixes. A register without words keeps its own. */
function numberOf(org_id: string, { pages }: Text): string {
  const { register, number } = registered(org_id)
  return pages.listing.numbers[register]?.(number) ?? org_id
}

function registerFacts(
  kind: string,
  { org_id, name, on, successor }: NonNullable<AboutOf<'signal'>['register']>,
  text: Text,
): Panel['facts'] {
  const t = text.desk.registers
  const when = t.on[kind]
  return [
    { name: t.number, words: numberOf(org_id, text) },
    { name: t.name, words: name },
    ...(on === null || when === undefined ? [] : [{ name: when, words: longDay(on, text) }]),
    ...(successor === null
      ? []
      : [{ name: t.successor, words: t.named(successor.name, numberOf(successor.org_id, text)) }]),
  ]
}

const unanswered = ({ asked, since }: AboutOf<'review'>, { text }: Known): Panel =>
  panel({ lead: text.desk.matter.review(asked, longDay(since, text)) })

const sameGroup = (about: AboutOf<'same-group'>, { text }: Known): Panel =>
  panel({
    lead: text.desk.sameGroup.lead[about.why],
    sides: sameGroupSides(about, text),
    hints: [text.desk.sameGroup.hint[about.why]],
  })

type Shown = {
  [K in Kind]: {
    panel: (about: AboutOf<K>, known: Known) => Panel
    /** `other`: the other of two that may be one, where it was looked up. */
    line: (about: AboutOf<K>, text: Text, other: string | null) => string
  }
}
const SHOW: Shown = {
  change: {
    panel: changed,
    line: ({ how, differences }, { desk, pages }) => {
      if (how === 'new') return desk.says.changeNew
      const fields = differences.map(({ field }) => pages.listing.fields[field].toLowerCase()).join(', ')
      return how === 'live' ? desk.says.changeLive(fields) : desk.says.change(fields)
    },
  },
  keeper: { panel: keeper, line: (_about, { desk }) => desk.says.keeper },
  report: {
    panel: reported,
    line: ({ what, said }, { desk, reports }) => desk.says.report(reports.whats[what], said.length),
  },
  signal: { panel: signalled, line: ({ kind }, { desk }) => desk.signals[kind] ?? desk.says.signal },
  'same-group': { panel: sameGroup, line: sameGroupLine },
  conflict: {
    panel: (about, { text, labelOf }) => panel(conflictPanel(about, text, labelOf)),
    line: conflictLine,
  },
  match: {
    panel: (_about, { text }) => panel({ lead: text.desk.matches.lead }),
    line: ({ against }, { desk }, other) => desk.matches.line(against.length === 0, other),
  },
  review: { panel: unanswered, line: ({ asked }, { desk }) => desk.says.review(asked) },
}

function shown<T>(
  { kind, about }: Matter,
  show: (
    one: {
      panel: (about: never, known: Known) => Panel
      line: (about: never, text: Text, other: string | null) => string
    },
    about: never,
  ) => T,
  otherwise: T,
): T {
  if (!isKind(kind)) return otherwise
  const read = KINDS[kind].about.safeParse(about)
  return read.success ? show(SHOW[kind], read.data as never) : otherwise
}

export const lineOf = (matter: Matter, text: Text, other: string | null = null): string =>
  shown(matter, ({ line }, about) => line(about, text, other), text.desk.says.other)

export const panelOf = (matter: Matter, known: Known): Panel =>
  shown(matter, ({ panel: make }, about) => make(about, known), panel({ lead: known.text.desk.says.other }))
