/**
 * The one table of the form: task, its fields, how each is asked. A new field of a listing is its row here, its words
 * in text/en/editing.ts, and nothing else.
 */
import { COSTS, HOWS, JOINS, REFERRERS, SUMMARY_MAX, type FieldName } from '../../listings/listing.ts'
import { headingGroups, labelOf, type List } from '../../listings/taxonomy.ts'
import { audience } from './audience.ts'
import { catchment } from './catchment.ts'
import { asText, partOf, type Kind } from './kind.ts'
import { folded, list, parts } from './made.ts'
import { place } from './place.ts'
import { session, sessionSaid } from './session.ts'
import { money, one, several, telephone, tick, web, words } from './simple.ts'

const terms = (of: List, folded = true): Kind =>
  several(
    ({ taxonomy }) => taxonomy.lists[of].map(({ id }) => id),
    ({ taxonomy, text }, value) => ({ label: labelOf(taxonomy, of, value, text.lang) ?? value }),
    { folded },
  )
/** Needs stand under their headings. */
const needs: Kind = several(
  ({ taxonomy }) => headingGroups(taxonomy).flatMap((group) => group.needs.map(({ id }) => id)),
  ({ taxonomy, text }, value) => {
    const heading = taxonomy.lists.headings.find(({ id }) => id === taxonomy.byId.needs.get(value)?.heading)
    return {
      label: labelOf(taxonomy, 'needs', value, text.lang) ?? value,
      ...(heading && { group: heading.label[text.lang] }),
    }
  },
  { folded: true },
)

const email = words({ max: 254, type: 'email', inputmode: 'email', autocomplete: 'email' })
const phone = parts(
  { number: telephone, hours: words({ max: 200 }), visible: tick({ other: true }) },
  { silent: ['visible'] },
)
const address = parts({ address: email, visible: tick({ other: true }) }, { silent: ['visible'] })
const said =
  (...keys: string[]) =>
  (item: unknown): string | null =>
    keys
      .map((key) => asText(partOf(item, key)))
      .filter((it) => it !== '')
      .join(', ') || null

export const TASKS = {
  name: {
    name: words({ max: 200 }),
    summary: words({ max: SUMMARY_MAX, lines: 2 }),
    description: words({ lines: 8 }),
    kinds: terms('kinds'),
    needs,
    translations: folded(
      parts({
        cy: parts({
          name: words({ max: 200 }),
          summary: words({ max: SUMMARY_MAX, lines: 2 }),
          description: words({ lines: 5 }),
          first_time: words({ lines: 3 }),
        }),
      }),
    ),
  },
  who: {
    audience,
    eligibility: words({ lines: 3 }),
    cost: parts({
      kind: one(COSTS, ({ text }, value) => ({ label: text.editing.options.cost[value] ?? value })),
      amount_pence: money,
      words: words({ lines: 2 }),
    }),
  },
  where: {
    places: list(place, { probe: 'name', max: 50, first: true, said: said('name', 'postcode', 'town') }),
    how: several(HOWS, ({ text }, value) => ({ label: text.pages.how[value as 'phone'] })),
    catchment,
  },
  when: {
    times_words: words({ lines: 3 }),
    sessions: list(session, { probe: 'start', said: sessionSaid, first: true }),
  },
  start: {
    join: parts({
      ways: several(JOINS, ({ text }, value) => ({ label: text.editing.options.join[value] ?? value })),
      referral_by: several(REFERRERS, ({ text }, value) => ({
        label: text.editing.options.referrer[value] ?? value,
      })),
      words: words({ lines: 3 }),
    }),
    first_time: words({ lines: 4 }),
    support: parts({ can: words({ lines: 3 }), cannot: words({ lines: 3 }) }),
  },
  contact: {
    phone,
    email: address,
    website: web,
    contacts: list(parts({ role: words({ max: 80 }), phone, email: address }), {
      probe: 'role',
      max: 10,
      said: said('role'),
    }),
    links: list(parts({ label: words({ max: 80 }), url: web }), {
      probe: 'label',
      max: 20,
      said: said('label'),
    }),
  },
  care: {
    access: terms('access', false),
    access_words: words({ lines: 3 }),
    languages: terms('languages'),
    safeguarding: parts({
      policy: tick(),
      dbs_checked: tick(),
      lead: tick(),
      insured: tick(),
      words: words({ lines: 3 }),
    }),
  },
} as const satisfies { [task: string]: { [F in FieldName]?: Kind } }

export type Task = keyof typeof TASKS
export const TASK_NAMES = Object.keys(TASKS) as Task[]
export const isTask = (name: string): name is Task => Object.hasOwn(TASKS, name)

/** Whether it runs is answered on the listing's own page, not here. */
export const NOT_ASKED: readonly FieldName[] = ['status', 'ended_on', 'successor']

/** Fields of a task in the order they are asked. */
export const rowsOf = (task: Task): { field: FieldName; kind: Kind }[] =>
  Object.entries(TASKS[task]).map(([field, kind]) => ({ field: field as FieldName, kind }))
export const fieldsOf = (task: Task): FieldName[] => rowsOf(task).map(({ field }) => field)
export const taskOf = (field: FieldName): Task | null =>
  TASK_NAMES.find((task) => fieldsOf(task).includes(field)) ?? null
