/**
 * What registers hold against a group, from all that they say of its numbers. A group that goes on under another of its
 * numbers is not gone: many a charity became a company or a CIO of the same name.
 */
import { epochDay, londonMoment } from '../listings/clock.ts'
import type { Signal } from './evidence.ts'
import type { KeptEntry } from './register-entry.ts'

export const REGISTER_SIGNALS = [
  'merged',
  'dissolved',
  'removed-from-register',
  'insolvent',
  'accounts-overdue',
] as const satisfies readonly Signal['kind'][]

export type RegisterFlag = {
  kind: (typeof REGISTER_SIGNALS)[number]
  /** The number it is held against. */
  org_id: string
  name: string
  /** The day it happened, where the register says one. */
  on: string | null
  /** Who goes on in its place. */
  successor: { org_id: string; name: string } | null
  /** Id of the source that says so. */
  source: string
}

/** Charities have so many months to send in their accounts (Charities Act 2011, section 163: ten), and a year between two. Days. */
const ACCOUNTS_DUE_DAYS = 365 + 304
/**
 * Small groups are run by volunteers: accounts that are a few weeks late say nothing of whether the doors are open.
 * Only half a year on top is held against one. Days.
 */
const ACCOUNTS_PATIENCE_DAYS = 183

const OLDER: readonly KeptEntry['kind'][] = ['charity-commission-legacy']

/** What counts of several registers that tell of one number: today's layout before the old one, then who spoke last. */
function lastWord(entries: readonly KeptEntry[]): KeptEntry | undefined {
  const weight = (one: KeptEntry) => (one.missing ? 0 : 2) + (OLDER.includes(one.kind) ? 0 : 1)
  return entries.toSorted(
    (a, b) => weight(b) - weight(a) || (a.heardAt < b.heardAt ? 1 : a.heardAt > b.heardAt ? -1 : 0),
  )[0]
}

type OfNumber = {
  register: KeptEntry | undefined
  merged: KeptEntry | undefined
  again: KeptEntry | undefined
}

function byNumber(entries: readonly KeptEntry[]): Map<string, OfNumber> {
  const numbers = Map.groupBy(entries, ({ org_id }) => org_id)
  return new Map(
    [...numbers].map(([number, all]) => [
      number,
      {
        register: lastWord(all.filter(({ state }) => state === 'registered' || state === 'removed')),
        merged: lastWord(all.filter(({ state, missing }) => state === 'merged' && !missing)),
        again: lastWord(all.filter(({ state, missing }) => state === 're-registered' && !missing)),
      },
    ]),
  )
}

const isWell = ({ register, merged }: OfNumber): boolean =>
  register?.state === 'registered' && !register.dissolved && merged === undefined

/**
 * `entries`: all that registers say of all numbers of one group, and of the numbers those became. What says most stands
 * alone; the accounts and debts of a group count only while it is registered.
 */
export function signalsFor(
  entries: readonly KeptEntry[],
  numbers: readonly string[],
  now: Date,
): RegisterFlag[] {
  const all = byNumber(entries)
  const own = [...all].filter(([number]) => numbers.includes(number))
  if (own.some(([, of]) => isWell(of))) return own.flatMap(([, of]) => (isWell(of) ? troubles(of, now) : []))
  const gone = own.flatMap(([, of]) => wentAway(of, all, numbers))
  return gone.toSorted((a, b) => rank(a) - rank(b)).slice(0, 1)
}

const rank = ({ kind }: RegisterFlag): number => REGISTER_SIGNALS.indexOf(kind)

function wentAway(
  { register, merged, again }: OfNumber,
  all: ReadonlyMap<string, OfNumber>,
  numbers: readonly string[],
): RegisterFlag[] {
  if (merged !== undefined) return numbers.includes(merged.successor ?? '') ? [] : [flag('merged', merged)]
  if (register === undefined || (register.state === 'registered' && !register.dissolved)) return []
  const next = again?.successor == null ? undefined : all.get(again.successor)
  // Registered again under a new number: the same people go on, unless that one has gone as well.
  if (again !== undefined && (next?.register === undefined || isWell(next))) return []
  return [flag(register.dissolved ? 'dissolved' : 'removed-from-register', register)]
}

function troubles({ register }: OfNumber, now: Date): RegisterFlag[] {
  if (register === undefined) return []
  if (register.insolvent) return [flag('insolvent', register)]
  return isLongOverdue(register, now) ? [flag('accounts-overdue', register)] : []
}

function isLongOverdue({ overdue, accounts_to, registered_on }: KeptEntry, now: Date): boolean {
  if (!overdue) return false
  const from = accounts_to ?? registered_on
  if (from === null) return true
  return londonMoment(now).epochDay - epochDay(from) > ACCOUNTS_DUE_DAYS + ACCOUNTS_PATIENCE_DAYS
}

function flag(kind: RegisterFlag['kind'], entry: KeptEntry): RegisterFlag {
  const { org_id, name, ended_on, accounts_to, successor, successor_name, source } = entry
  return {
    kind,
    org_id,
    name,
    on: kind === 'accounts-overdue' ? accounts_to : kind === 'insolvent' ? null : ended_on,
    successor:
      kind === 'merged' && successor !== null ? { org_id: successor, name: successor_name ?? '' } : null,
    source,
  }
}
