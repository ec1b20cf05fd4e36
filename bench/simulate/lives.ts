/** What really happens, drawn once a seed: the same for every policy, and seen by none. */
import { KIND_CLASSES, type KindClass } from '../../src/freshness/review/reviewed.ts'
import { beta, dice, normal, pick, poisson, waitDays } from './chance.ts'
import type { World } from './world.ts'

/** Monday 5 January 2026. Day 0 of a simulation. */
export const FIRST_DAY_MS = Date.UTC(2026, 0, 5)
export const DAY_MS = 86_400_000
const MONTH_DAYS = 365.25 / 12
/** Everything was last right on a day of the year before day 0. */
const YEAR_BEFORE = 364
/** A group knows so many days before its money ends that there will be none. */
const KNOWS_BEFORE_DAYS = 28

export type Life = {
  kind: KindClass
  group: number
  /** First day it is in the directory. */
  from: number
  /** Last day on which all that is shown was known to be right, at the start. */
  knownAt: number
  /** People a week. */
  looks: number
  /** Day it ends; Infinity: not in these years. */
  ends: number
  /** Days on which its times change, or its place. */
  newTimes: number[]
  moves: number[]
  /** Last funded days, one after another; empty where it needs no grant. */
  grants: number[]
  /** Day its website is gone; Infinity: not in these years. */
  siteGone: number
  /** Days between which it is full. */
  full: [from: number, until: number][]
}
export type Person = {
  answers: number
  /** Days between which letters come back. */ dead: [number, number][]
}
export type Group = { people: number[]; listings: number[] }
export type Lives = {
  seed: number
  weeks: number
  lives: Life[]
  people: Person[]
  groups: Group[]
  looked: Uint8Array
}

export function drawLives(world: World, seed: number): Lives {
  const die = dice(seed * 7919 + 17)
  const days = Math.round(world.years * 364)
  const lives: Life[] = []
  const groups: Group[] = []
  const people: Person[] = []
  const add = (size: number, from: () => number) => {
    const group = { people: drawPeople(world, people, days, die), listings: [] as number[] }
    for (let n = 0; n < size; n++)
      group.listings.push(lives.push(drawLife(world, groups.length, from(), days, die)) - 1)
    groups.push(group)
  }
  while (lives.length < world.listings)
    add(Math.min(pick(world.group_size, die), world.listings - lives.length), () => 0)
  const newOnes = Math.round(world.listings * world.new_a_year * world.years)
  for (let n = 0; n < newOnes; n++) add(1, () => 1 + Math.floor(die() * (days - 1)))
  const weeks = days / 7
  const looked = new Uint8Array(lives.length * weeks)
  lives.forEach(({ looks }, i) => {
    for (let week = 0; week < weeks; week++) looked[i * weeks + week] = Math.min(255, poisson(looks, die))
  })
  return { seed, weeks, lives, people, groups, looked }
}

function drawPeople(world: World, people: Person[], days: number, die: () => number): number[] {
  const count = die() < world.second_person ? 2 : 1
  const usual = Math.min(0.98, world.answers / (1 - world.never_answers))
  return Array.from({ length: count }, () => {
    const answers = die() < world.never_answers ? 0 : beta(usual, world.answers_spread, die)
    return (
      people.push({ answers, dead: spells(1 / world.mailbox_dies, 1 / world.mailbox_back, days, die) }) - 1
    )
  })
}

function drawLife(world: World, group: number, from: number, days: number, die: () => number): Life {
  const kind = pick(
    KIND_CLASSES.map((it) => [it, world.kinds[it]] as const),
    die,
  )
  const knownAt = from > 0 ? from : -Math.floor(die() * YEAR_BEFORE)
  const ordinary = knownAt + waitDays(world.ends_a_year[kind], die)
  const { grants, stops } = drawGrants(world, kind, knownAt, days, die)
  const looks = world.looks_median * Math.exp(world.looks_spread * normal(die))
  const fills = die() < world.fills[kind]
  return {
    kind,
    group,
    from,
    knownAt,
    looks,
    ends: Math.min(ordinary, stops),
    newTimes: changes(world.times_change_a_year[kind], knownAt, days, die),
    moves: changes(world.moves_a_year[kind], knownAt, days, die),
    grants,
    siteGone: Math.min(
      goneAfter(world, Math.min(ordinary, stops), die),
      knownAt + waitDays(world.site_fails, die),
    ),
    full: fills ? spells(world.room_weeks / 52.18, world.full_weeks / 52.18, days, die) : [],
  }
}

function goneAfter(world: World, ends: number, die: () => number): number {
  const after = -world.site_goes_days * Math.log(1 - die())
  return die() < world.site_goes ? ends + after : Number.POSITIVE_INFINITY
}

function changes(aYear: number, from: number, days: number, die: () => number): number[] {
  const on: number[] = []
  for (let day = from + waitDays(aYear, die); day < days; day += waitDays(aYear, die)) on.push(Math.ceil(day))
  return on
}

/** Spells of something that comes and goes; the means of its absence and presence are in years. */
function spells(away: number, here: number, days: number, die: () => number): [number, number][] {
  const found: [number, number][] = []
  let day = -YEAR_BEFORE
  while (day < days) {
    const from = day + waitDays(1 / away, die)
    day = from + waitDays(1 / here, die)
    if (from < days) found.push([from, day])
  }
  return found
}

function drawGrants(world: World, kind: KindClass, from: number, days: number, die: () => number) {
  if (die() >= world.grant_funded[kind]) return { grants: [], stops: Number.POSITIVE_INFINITY }
  const grants: number[] = []
  // The first one is under way.
  let end = from + die() * pick(world.grant_length, die) * MONTH_DAYS
  for (;;) {
    if (die() < world.ends_31_march) end = nextYearEnd(end)
    end = Math.max(Math.round(end), from + 1)
    grants.push(end)
    if (die() >= world.renewed) return { grants, stops: end - world.lingers_days * Math.log(1 - die()) }
    if (end > days) return { grants, stops: Number.POSITIVE_INFINITY }
    end += pick(world.grant_length, die) * MONTH_DAYS
  }
}

/** The nearest 31 March, as a day of the simulation. */
function nextYearEnd(day: number): number {
  const at = new Date(FIRST_DAY_MS + day * DAY_MS)
  const here = [-1, 0, 1].map(
    (years) => (Date.UTC(at.getUTCFullYear() + years, 2, 31) - FIRST_DAY_MS) / DAY_MS,
  )
  return here.reduce((best, it) => (Math.abs(it - day) < Math.abs(best - day) ? it : best))
}

/** What a group could say of its money on a day: until when, and whether it knows that it stops then. */
export function fundedUntil({ grants, ends }: Life, day: number): { until: number; stops: boolean } | null {
  const until = grants.find((end) => end >= day)
  if (until === undefined) return null
  const last = until === grants.at(-1) && Number.isFinite(ends) && ends >= until
  return { until, stops: last && until - day <= KNOWS_BEFORE_DAYS }
}

export const within = (spans: readonly [number, number][], day: number): boolean =>
  spans.some(([from, until]) => from <= day && day < until)
export const instantOn = (day: number): string =>
  new Date(FIRST_DAY_MS + day * DAY_MS + DAY_MS / 2).toISOString()
export const isoOn = (day: number): string => instantOn(day).slice(0, 10)
