/** The three questions as a form sends them: what was answered, or what is wrong with which field. Nothing typed is lost. */
import { CAPACITY_STATES, type CapacityState } from '../../capacity/event.ts'
import { epochDay, instantOf, londonMoment } from '../../listings/clock.ts'
import { readDay } from '../../text/read-day.ts'
import {
  FUNDED_DAYS,
  PER_MONTH_MAX,
  UNTIL_DAYS,
  WEEKS_MAX,
  type Answer,
  type RoomAnswer,
} from '../../upkeep/answer-shape.ts'

/** A form, or the question part of an address: "" where nothing stands. */
export type Filled = { text: (name: string) => string }

/** Names of text.groups.ask.errors. */
export type Problem =
  'nothing' | 'day' | 'past' | 'far' | 'later' | 'needed' | 'endedAhead' | 'weeks' | 'perMonth' | 'successor'
export type Wrong = { name: string; problem: Problem }

/** What the form has to know of the listing it was shown for. */
export type Asked = {
  listing: string
  /** Keys of its sessions, in the order of the form; [] where there is nothing to tell apart. */
  sessions: readonly string[]
  perMonth: number | null
}

type Noting = (name: string, problem: Problem) => null

export type ReadAnswer = { is: 'answer'; answer: Answer } | { is: 'wrong'; wrong: Wrong[] }

/** Minutes after midnight. */
const NOON = 720

/** Names of the fields of one session, by its place in the form. */
export const sessionField = (at: number): string => `session-${at}`
export const sessionUntilField = (at: number): string => `session-${at}-until`

export function readAnswer(form: Filled, asked: Asked, now: Date): ReadAnswer {
  const wrong: Wrong[] = []
  const noting: Noting = (name, problem) => {
    wrong.push({ name, problem })
    return null
  }
  const right = oneOf(['yes', 'changed', 'ended'] as const, form.text('right'))
  const room = [...wholeOf(form, now, noting), ...sessionsOf(form, asked, now, noting)]
  const funding = fundingOf(form, now, noting)
  const intake = intakeOf(form, asked, noting)
  if (wrong.length > 0) return { is: 'wrong', wrong }
  const revision = Number(form.text('revision'))
  const answer = {
    listing: asked.listing,
    revision: Number.isInteger(revision) ? revision : 0,
    right: right === 'ended' ? null : right,
    ended: null,
    room,
    funding,
    intake,
  }
  const said = right !== null || room.length > 0 || funding !== null || intake !== null
  return said ? { is: 'answer', answer } : { is: 'wrong', wrong: [{ name: 'right', problem: 'nothing' }] }
}

/** "It has ended", made sure of: the day, and what took over; `successor` is resolved by whoever knows the listings. */
export function readEnd(
  form: Filled,
  now: Date,
): { is: 'end'; on: string; successor: string; page: string } | { is: 'wrong'; wrong: Wrong[] } {
  const words = form.text('on')
  const on = words === '' ? londonMoment(now).day : readDay(words, now, 'back')
  if (on === null) return { is: 'wrong', wrong: [{ name: 'on', problem: 'day' }] }
  if (on > londonMoment(now).day) return { is: 'wrong', wrong: [{ name: 'on', problem: 'endedAhead' }] }
  return { is: 'end', on, successor: form.text('successor'), page: form.text('successor-page') }
}

function wholeOf(form: Filled, now: Date, noting: Noting): RoomAnswer[] {
  const state = oneOf(CAPACITY_STATES, form.text('room'))
  return state === null
    ? []
    : [
        {
          session: null,
          state,
          weeks: weeksOf(form, state, noting),
          until: untilOf(form, state, now, noting),
        },
      ]
}

function sessionsOf(form: Filled, { sessions }: Asked, now: Date, noting: Noting): RoomAnswer[] {
  return sessions.flatMap((session, at) => {
    const state = oneOf(CAPACITY_STATES, form.text(sessionField(at)))
    if (state === null) return []
    const until =
      state === 'full' || state === 'paused' ? dayAhead(form, sessionUntilField(at), now, noting) : null
    return [{ session, state, weeks: null, until }]
  })
}

function weeksOf(form: Filled, state: CapacityState, noting: Noting): number | null {
  const words = form.text('weeks')
  if (state !== 'waiting' || words === '') return null
  return figure(words, WEEKS_MAX) ?? noting('weeks', 'weeks')
}

function untilOf(form: Filled, state: CapacityState, now: Date, noting: Noting): string | null {
  if (state !== 'full' && state !== 'paused') return null
  return dayAhead(form, `${state}-until`, now, noting)
}

function dayAhead(form: Filled, name: string, now: Date, noting: Noting): string | null {
  const words = form.text(name)
  if (words === '') return null
  const day = readDay(words, now, 'ahead')
  if (day === null) return noting(name, 'day')
  const ahead = epochDay(day) - londonMoment(now).epochDay
  if (ahead < 0) return noting(name, 'past')
  return ahead > UNTIL_DAYS ? noting(name, 'far') : day
}

function fundingOf(form: Filled, now: Date, noting: Noting): Answer['funding'] {
  const said = oneOf(['yes', 'no', 'goes-on', 'ends', 'unknown'] as const, form.text('funding'))
  if (said === null) return null
  const known = readDay(form.text('funding-end'), now, 'ahead')
  if (said === 'yes' || said === 'goes-on')
    return { says: 'goes-on', until: goesOnUntil(form, known, now, noting) }
  if (said === 'unknown') return { says: 'unknown', until: known }
  if (said === 'no' && known !== null) return { says: 'ends', until: known }
  const words = form.text('ends-on')
  const until = readDay(words, now, 'ahead')
  return until === null ? noting('ends-on', words === '' ? 'needed' : 'day') : { says: 'ends', until }
}

/** Until when it is sure to go on; null: nobody knows a day. "31 March" is the one after the end that was known. */
function goesOnUntil(form: Filled, known: string | null, now: Date, noting: Noting): string | null {
  const words = form.text('goes-on-until')
  if (words === '') return null
  const today = londonMoment(now).epochDay
  const after = known === null ? today : Math.max(today, epochDay(known) + 1)
  const until = readDay(words, instantOf(after, NOON), 'ahead')
  if (until === null || epochDay(until) > today + FUNDED_DAYS) return noting('goes-on-until', 'day')
  if (epochDay(until) < today) return noting('goes-on-until', 'past')
  return known !== null && until <= known ? noting('goes-on-until', 'later') : until
}

/** Said only where it is another number than before: the box comes filled in. */
function intakeOf(form: Filled, { perMonth }: Asked, noting: Noting): Answer['intake'] {
  const words = form.text('per-month')
  const said = words === '' ? null : figure(words, PER_MONTH_MAX)
  if (said === null && words !== '') return noting('per-month', 'perMonth')
  return said === perMonth ? null : { perMonth: said }
}

function figure(words: string, most: number): number | null {
  const found = /^\d{1,4}/.exec(words)?.[0]
  return found === undefined || Number(found) > most ? null : Number(found)
}

const oneOf = <T extends string>(all: readonly T[], word: string): T | null =>
  all.find((it) => it === word) ?? null
