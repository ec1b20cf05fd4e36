/** A draft as a statement: what the source says, and what its words suggest where it says nothing. */
import type { Author, Claim, Statement } from '../listings/claims.ts'
import { WEEKDAYS, type Session, type Weekday } from '../listings/session.ts'
import type { FieldName, Place } from '../listings/listing.ts'
import { sameValue } from '../listings/same-value.ts'
import { sessionsFromOsm } from '../listings/times/osm.ts'
import { sessionsFromDay, sessionsFromText } from '../listings/times/text.ts'
import type { Draft } from './mapping/draft.ts'
import type { Suggester } from '../listings/suggest.ts'

type Fields = Statement['fields']

export type SourceAuthor = Extract<Author, 'source' | 'register'>

export type Saying = {
  draft: Draft
  places: readonly Place[]
  at: string
  suggest: Suggester | null
  author: SourceAuthor
}

/** Claims of one row. A claim whose value the source made before keeps its old time: saying again is not saying anew. */
export function claimsOf({ draft, places, at, suggest, author }: Saying, before: Fields = {}): Fields {
  const claims: { [field: string]: Claim } = {}
  const say = (field: FieldName, value: unknown, by: Claim['by'], how: Claim['how']): void => {
    const old = before[field]
    claims[field] =
      old && old.by === by && sameValue(old.value, value)
        ? old
        : { value: value as Claim['value'], at, by, how }
  }
  addTimes(draft)
  for (const field in draft.fields) {
    const value = draft.fields[field as FieldName]
    if (value !== undefined) say(field as FieldName, value, author, 'file')
  }
  if (places.length > 0) say('places', [...places], author, 'file')
  if (suggest) addSuggested(draft, suggest, (field, value) => say(field, value, 'suggested', 'guessed'))
  return claims as Fields
}

/** Words about times are always kept; sessions come from them only where every word was understood. */
function addTimes({ fields, days, osmHours, timesRead }: Draft): void {
  if (timesRead) return
  if (days.length) {
    fields.times_words ??= days.map(([, column, cell]) => `${column}: ${cell}`).join('; ')
    const each = days.map(([day, , cell]) => sessionsFromDay(weekday(day), cell))
    if (each.every((sessions) => sessions !== null)) setSessions(fields, each.flat())
    return
  }
  if (osmHours !== '') {
    fields.times_words ??= osmHours
    setSessions(fields, sessionsFromOsm(osmHours))
    return
  }
  if (typeof fields.times_words === 'string') setSessions(fields, readTimes(fields.times_words))
}

/** Lists repeat themselves: what was read before is not read again. Sessions are never changed once made. */
const MOST_REMEMBERED = 2_000
const remembered = new Map<string, Session[] | null>()

function readTimes(text: string): Session[] | null {
  const before = remembered.get(text)
  if (before !== undefined) return before
  const sessions = sessionsFromText(text)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(text, sessions)
  return sessions
}

/** As many as a listing holds. */
const MOST_SESSIONS = 60

function setSessions(fields: Draft['fields'], sessions: Session[] | null): void {
  if (sessions?.length && sessions.length <= MOST_SESSIONS) fields.sessions = sessions
}

const weekday = (day: string): Weekday => WEEKDAYS.find((one) => one === day) ?? 'mo'

/** Only what the file leaves open: a publisher's own word is never added to. */
function addSuggested(
  { fields }: Draft,
  suggest: Suggester,
  say: (field: FieldName, value: unknown) => void,
): void {
  if (fields.needs !== undefined && fields.kinds !== undefined && fields.audience !== undefined) return
  const guessed = suggest(String(fields.name ?? ''), String(fields.description ?? fields.summary ?? ''))
  const { needs, kinds, communities, conditions } = guessed
  if (fields.needs === undefined && needs.length) say('needs', needs)
  if (fields.kinds === undefined && kinds.length) say('kinds', kinds)
  if (fields.audience === undefined && communities.length + conditions.length > 0)
    say('audience', { communities, conditions })
}

/** True where two statements say the same, whenever they were said. */
export function sameClaims(a: Fields, b: Fields): boolean {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<FieldName>
  for (const field of fields) {
    const [one, other] = [a[field], b[field]]
    if (one === other) continue
    if (!one || !other || one.by !== other.by || !sameValue(one.value, other.value)) return false
  }
  return true
}
