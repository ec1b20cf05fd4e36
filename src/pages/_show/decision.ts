/** What was sent to decide a matter, and what is said where it could not be decided. */
import { HOWS_KNOWN, type Decided, type DecisionGiven } from '../../desk/decision.ts'
import { RULINGS } from '../../desk/conflict/ruling.ts'
import { FIELD_NAMES } from '../../listings/listing.ts'
import type { Text } from '../../text/en.ts'
import type { Sent } from './sent.ts'

/** null: nothing was sent to decide it. */
export function decisionOf(matter: string, given: Sent | null): DecisionGiven | null {
  if (given === null) return null
  const how = given.text('how')
  const endedOn = given.text('endedOn')
  return {
    matter,
    decision: given.text('decision'),
    reason: given.text('reason'),
    how: HOWS_KNOWN.find((one) => one === how) ?? null,
    endedOn: endedOn === '' ? null : endedOn,
    keep: given.text('keep') || null,
    rulings: rulingsOf(given),
    despite: FIELD_NAMES.filter((field) => given.all('despite').includes(field)),
  }
}

function rulingsOf(given: Sent): DecisionGiven['rulings'] {
  const found: NonNullable<DecisionGiven['rulings']> = {}
  for (const field of FIELD_NAMES) {
    const ruling = RULINGS.find((one) => one === given.text(`ruling.${field}`))
    if (ruling !== undefined) found[field] = ruling
  }
  return found
}

export type Problems = {
  errors: { name: string; message: string }[]
  clashes: { field: string; name: string }[]
}

/** Names of the fields of the form, by what was missing. */
const FIELD = { decision: 'decision', reason: 'reason', how: 'how', 'ended-on': 'endedOn' } as const

export function problemsOf(decided: Decided | null, { desk, pages }: Text): Problems {
  const t = desk.matter
  const only = (name: string, message: string): Problems => ({ errors: [{ name, message }], clashes: [] })
  switch (decided?.is) {
    case 'needs':
      return only(FIELD[decided.what], t.errors[decided.what])
    case 'stale':
      return only('decision', t.stale)
    case 'cannot':
      return only('decision', desk.matches.cannot[decided.why])
    case 'before':
      return only('matter', t.before)
    case 'clashes': {
      const clashes = decided.fields.map((field) => ({ field, name: pages.listing.fields[field] }))
      return {
        ...only('despite', t.clashes(clashes.map(({ name }) => name).join(', '))),
        clashes,
      }
    }
    default:
      return { errors: [], clashes: [] }
  }
}
