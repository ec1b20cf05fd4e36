/** All schedules of a service: their words always, sessions where each of them is understood and nothing restricts them. */
import type { Session } from '../../listings/session.ts'
import { sessionsFromText } from '../../listings/times/text.ts'
import { words } from '../mapping/checks.ts'
import type { Draft } from '../mapping/draft.ts'
import { at, listAt, type Json } from './json.ts'
import { put } from './put.ts'
import { sessionsOf } from './schedule.ts'
import type { Spot } from './where.ts'
import { lineAt, together, wordsAt } from './words.ts'

/** As many as a listing holds. */
const MOST_SESSIONS = 60

type Told = { schedule: Json; spot: Spot | null }

/** `today`: a day in London. Call it when the draft has its places. */
export function addTimes(draft: Draft, service: Json, spots: readonly Spot[], today: string): void {
  const told = schedulesOf(service, spots)
  const general = wordsAt(service, 'schedule_description')
  const lines = told.map(({ schedule, spot }) =>
    lineOf(schedule, told.length > 1 && spot !== null ? spot : null),
  )
  put(draft, 'times_words', 'schedules', together([...lines, general], '\n'), words(1500))
  const structured = told.filter(({ schedule }) => isStructured(schedule))
  // Words alone are read as those of any source are.
  if (structured.length === 0) return
  draft.timesRead = true
  if (structured.length < told.length || restricts(general)) return
  const each = told.map((one) => placed(draft, one, today))
  if (each.some((one) => one === null)) return
  const sessions = unique(each.flatMap((one) => one ?? []))
  if (sessions.length > 0 && sessions.length <= MOST_SESSIONS) draft.fields.sessions = sessions
}

/** Those of the service itself, and those of a service at a location; a location's own are when its doors are open. */
function schedulesOf(service: Json, spots: readonly Spot[]): Told[] {
  const keys = ['schedules', 'regular_schedules', 'regular_schedule']
  const own = listAt(service, ...keys).map((schedule): Told => ({ schedule, spot: null }))
  const joined = spots.flatMap((spot) =>
    listAt(spot.here, ...keys).map((schedule): Told => ({ schedule, spot })),
  )
  if (joined.length === 0) return own
  // The same schedule is often told twice: of the service, and of the service at its only location.
  const ids = new Set(joined.map(({ schedule }) => wordsAt(schedule, 'id')))
  return [
    ...own.filter(({ schedule }) => wordsAt(schedule, 'id') === '' || !ids.has(wordsAt(schedule, 'id'))),
    ...joined,
  ]
}

const STRUCTURE = ['freq', 'byday', 'weekday', 'opens_at', 'closes_at', 'dtstart', 'bymonthday']
const isStructured = (schedule: Json): boolean => STRUCTURE.some((key) => wordsAt(schedule, key) !== '')

function placed(draft: Draft, { schedule, spot }: Told, today: string): Session[] | null {
  const sessions = sessionsOf(schedule, today)
  if (sessions === null) return null
  const notes = wordsAt(schedule, 'notes')
  const isTermTime = /^(?:during |in )?term[ -]?time(?: only)?\.?$/i.test(notes)
  if ((!isTermTime && restricts(notes)) || disagrees(wordsAt(schedule, 'description'), sessions)) return null
  const which = placeFor(draft, spot)
  if (which === null) return null
  return sessions.map((session) => ({ ...session, ...which, ...(isTermTime ? { term_time: true } : {}) }))
}

/** Which of several places. null: it cannot be told, because some of them may yet turn out to be none. */
function placeFor(draft: Draft, spot: Spot | null): { place?: number } | null {
  if (spot === null || spot.place === null || draft.more.length === 0) return {}
  const areSure = [draft.place, ...draft.more].every(
    ({ name, address, town }) => (name ?? address ?? town) !== undefined,
  )
  return areSure ? { place: spot.place } : null
}

/** Words that may make a time untrue on some days, or that hold times of their own. */
const RESTRICTS =
  /\d|\b(mon|tue(s)?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?s?\b|\b(term|holiday|vacation|half|except|exclud|clos|not |un|appointment|arrange|by prior|book|ring|call|phone|check|contact|vari|vary|alternat|fortnight|every|first|second|third|fourth|last|once|twice|month|week|daily|season|summer|winter|spring|autumn|christmas|easter|until|during|only|noon|midday|midnight|morning|afternoon|evening|am\b|pm\b)/i
const restricts = (text: string): boolean => RESTRICTS.test(text)

/** A description beside the figures says the same times, or nothing of times. */
function disagrees(text: string, sessions: readonly Session[]): boolean {
  if (!restricts(text)) return false
  const read = sessionsFromText(text)
  const bare = (all: readonly Session[]): string =>
    JSON.stringify(
      all
        .flatMap(({ rule, start, end }) =>
          'nth' in rule || rule.every === 'date'
            ? [[rule, start, end]]
            : rule.on.map((day) => [rule.every, day, start, end]),
        )
        .map((one) => JSON.stringify(one))
        .sort(),
    )
  return read === null || bare(read) !== bare(sessions)
}

const unique = (sessions: readonly Session[]): Session[] => [
  ...new Map(sessions.map((session) => [JSON.stringify(session), session])).values(),
]

const DAYS: { [code: string]: string } = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}
const NTH: { [nth: string]: string } = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '5': 'fifth',
  '-1': 'last',
}

/** "Tuesday, Thursday, 10:00 to 12:00. Ring the bell." */
function lineOf(schedule: Json, spot: Spot | null): string {
  const where = spot === null ? '' : lineAt(spot.location, 'name')
  const days = wordsAt(schedule, 'byday', 'weekday').replace(
    /([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)\b/g,
    (_, nth: string | undefined, day: string) =>
      `${nth === undefined ? '' : `${NTH[nth.replace('+', '')] ?? nth} `}${DAYS[day] ?? day}`,
  )
  const [opens, closes] = [
    shortClock(wordsAt(schedule, 'opens_at')),
    shortClock(wordsAt(schedule, 'closes_at')),
  ]
  const every = wordsAt(schedule, 'interval')
  const how = [
    every !== '' && every !== '1'
      ? `every ${every} ${wordsAt(schedule, 'freq') === 'MONTHLY' ? 'months' : 'weeks'}`
      : '',
    days.replace(/\s*,\s*/g, ', '),
    opens === '' ? '' : closes === '' ? `from ${opens}` : `${opens} to ${closes}`,
    spanWords(schedule),
  ]
  const figures = how.filter((part) => part !== '').join(', ')
  const texts = [wordsAt(schedule, 'description'), wordsAt(schedule, 'notes')]
  const said = together([figures, ...texts], '. ').replace(/\.\. /g, '. ')
  return where === '' || said === '' ? said : `${where}: ${said}`
}

const shortClock = (said: string): string => said.replace(/^(\d{1,2}:\d{2}):00$/, '$1')

function spanWords(schedule: Json): string {
  const [from, to] = [wordsAt(schedule, 'valid_from', 'dtstart'), wordsAt(schedule, 'valid_to', 'until')]
  if (from !== '' && from === to) return from
  return [from && `from ${from}`, to && `until ${to}`].filter((part) => part !== '').join(' ')
}

/** Words on how one attends, schedule by schedule: "in person", "by video". */
export const attendingOf = (service: Json, spots: readonly Spot[]): string[] =>
  schedulesOf(service, spots)
    .map(({ schedule }) => wordsAt(schedule, 'attending_type'))
    .concat(
      wordsAt(service, 'attending_type'),
      listAt(service, 'attending_types').map((it) => wordsAt(it, 'name')),
    )
    .filter((words) => words !== '' && at(service, 'id') !== words)
