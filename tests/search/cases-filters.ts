/** What filters, places and orders must answer, case by case. Everything is counted by hand from listings.json. */
import type { EngineQuery } from '../../src/search/engine.ts'
import type { Case } from './cases.ts'
import { north } from './listings.ts'

const box = (from: number, to: number): EngineQuery['bbox'] => [-2.33, north(from).lat, -2.31, north(to).lat]
/** Who stands back by how many steps; of the equals choir, yoga and knit, and chess, deaf and judo, the first seed gives that order. */
const fair = (back: { [id: string]: number }, seed = 1): EngineQuery['fair'] => ({
  version: 1,
  back: new Map(Object.entries(back)),
  seed,
})
const at = (iso: string) => ({ now: Date.parse(iso) })

export const FILTERS: Case[] = [
  { ask: {}, total: 38, not: 'old secret past' },
  { ask: { what: '🫖' }, total: 38 },
  { ask: { filters: { need: ['food'] } }, set: 'foodbank wheels pantry lunches' },
  { ask: { filters: { need: ['food', 'bills'] } }, set: 'foodbank wheels pantry lunches money' },
  { ask: { filters: { need: ['food'], cost: ['free'] } }, set: 'foodbank wheels' },
  { ask: { filters: { need: ['no-such-need'] } }, total: 0 },
  { ask: { filters: { need: ['__proto__'] } }, total: 0 },
  { ask: { filters: { cost: ['free'] } }, set: 'chair foodbank wheels money night knit' },
  { ask: { filters: { cost: ['free', 'donation'] } }, total: 8 },
  { ask: { filters: { kind: ['club'] } }, set: 'football deaf judo chess darts' },
  { ask: { filters: { who: ['dementia'] } }, set: 'memory' },
  { ask: { filters: { who: ['carers'] } }, set: 'memory' },
  { ask: { filters: { who: ['men'] } }, set: 'football' },
  { ask: { filters: { who: ['lgbt', 'refugees'] } }, set: 'lgbt neighbours' },
  { ask: { filters: { access: ['step-free'] } }, set: 'choir chair dance' },
  { ask: { filters: { access: ['step-free', 'bsl'] } }, total: 4 },
  { ask: { filters: { language: ['cy'] } }, set: 'caffi meibion' },
  { ask: { filters: { language: ['ur'] } }, set: 'neighbours' },
  { ask: { filters: { how: ['phone'] } }, set: 'money night cymru practice' },
  { ask: { filters: { how: ['home-visit'] } }, set: 'visits helpers shopping' },
  { ask: { filters: { how: ['home-visit'], need: ['loneliness'] } }, set: 'visits' },
  { ask: { filters: { join: ['gp'] } }, set: 'foodbank' },
  { ask: { filters: { join: ['turn-up', 'book'] } }, set: 'choir chair' },
  { ask: { filters: { room: ['1'] } }, set: 'choir dance knit yoga' },
  { ask: { filters: { checked: ['1'] } }, total: 28, not: 'chair dance night' },
  { ask: { filters: { checked: ['1'] }, checkedDays: 12 }, set: 'choir football caffi' },
  { ask: { filters: { day: ['su'] } }, set: 'foodbank night toddlers' },
  { ask: { filters: { day: ['tu'] } }, set: 'choir money night knit chess films' },
  { ask: { filters: { day: ['fr'] } }, set: 'dance money night poetry dropin' },
  { ask: { filters: { day: ['sa'] } }, set: 'football night' },
  { ask: { filters: { day: ['sa'] }, ...at('2026-08-01T09:00:00Z') }, has: 'camp' },
  { ask: { filters: { day: ['sa', 'su'] } }, total: 4 },
  { ask: { filters: { time: ['morning'] } }, set: 'chair football foodbank money dance neighbours toddlers' },
  { ask: { filters: { time: ['afternoon'] } }, set: 'memory money knit neighbours' },
  { ask: { filters: { time: ['evening'] } }, set: 'choir night lgbt judo chess films poetry' },
  { ask: { filters: { day: ['tu'], time: ['evening'] } }, set: 'choir night chess films' },
  { ask: { filters: { day: ['tu'], time: ['morning'] } }, set: 'money' },
  { ask: { filters: { day: ['we'], time: ['evening'] } }, set: 'judo night' },
  { ask: { filters: { open: ['now'] } }, set: 'foodbank' },
  { ask: { filters: { open: ['now'] }, ...at('2026-11-22T10:30:00Z') }, total: 0 },
  { ask: { filters: { open: ['now'] }, ...at('2026-11-23T01:00:00Z') }, set: 'night' },
  { ask: { filters: { open: ['now'] }, ...at('2026-11-24T19:45:00Z') }, set: 'choir chess' },
  { ask: { filters: { open: ['now'] }, ...at('2026-12-01T19:45:00Z') }, set: 'choir chess films' },
  { ask: { filters: { open: ['now'] }, ...at('2026-12-04T19:30:00Z') }, set: 'poetry' },
  { ask: { filters: { open: ['now'] }, ...at('2026-12-11T19:30:00Z') }, total: 0 },
  { ask: { age: 70 }, total: 36, not: 'judo toddlers' },
  { ask: { age: 10 }, total: 35, has: 'judo', not: 'chair football toddlers' },
  { ask: { age: 16 }, has: 'judo' },
  { ask: { age: 17 }, not: 'judo' },
  { ask: { age: 0 }, total: 35, has: 'toddlers', not: 'judo' },
  { ask: { term: ['food'] }, set: 'foodbank wheels pantry lunches' },
  { ask: { term: ['dementia'] }, set: 'memory' },
  { ask: { term: ['dementia', 'loneliness'] }, total: 5 },
  { ask: { term: ['step-free'] }, total: 3 },
  { ask: { term: ['food'], filters: { cost: ['free'] } }, set: 'foodbank wheels' },
  { ask: at('2026-12-01T23:59:59Z'), has: 'lunches' },
  { ask: at('2026-12-02T00:00:00Z'), not: 'lunches' },
  { ask: { what: 'tea', filters: { cost: ['donation'] } }, ids: 'memory' },
]

export const COUNTS: Case[] = [
  {
    ask: {},
    facets: {
      need: { loneliness: 4, 'someone-to-talk-to': 1, food: 4, bills: 1, 'moving-more': 3, singing: 1 },
    },
  },
  { ask: {}, facets: { cost: { free: 6, donation: 2, paid: 5 }, language: { cy: 2, en: 2, ur: 1 } } },
  {
    ask: {},
    facets: {
      kind: { choir: 2, 'food-bank': 1, club: 5, class: 3, helpline: 2 },
      open: { now: 1 },
      room: { '1': 4 },
      checked: { '1': 28 },
    },
  },
  {
    ask: {},
    facets: {
      day: { mo: 4, tu: 6, we: 4, th: 4, fr: 5, sa: 2, su: 3 },
      time: { morning: 7, afternoon: 4, evening: 7 },
    },
  },
  {
    ask: { filters: { cost: ['free'] } },
    facets: {
      cost: { free: 6, donation: 2, paid: 5 },
      need: { food: 2, bills: 1, 'someone-to-talk-to': 1, loneliness: 2, 'moving-more': 1 },
    },
  },
  {
    ask: { filters: { cost: ['free'], need: ['food'] } },
    facets: {
      cost: { free: 2, donation: 1 },
      need: { food: 2, bills: 1, 'someone-to-talk-to': 1, loneliness: 2, 'moving-more': 1 },
      join: { referral: 1, gp: 1, 'link-worker': 1 },
    },
  },
  {
    ask: { filters: { time: ['evening'] } },
    facets: {
      day: { mo: 2, tu: 4, we: 2, th: 2, fr: 2, sa: 1, su: 1 },
      time: { morning: 7, afternoon: 4, evening: 7 },
    },
  },
  {
    ask: { filters: { day: ['tu'] } },
    facets: {
      day: { mo: 4, tu: 6, we: 4, th: 4, fr: 5, sa: 2, su: 3 },
      time: { morning: 1, afternoon: 2, evening: 4 },
    },
  },
  {
    ask: { filters: { day: ['tu'], time: ['evening'] } },
    facets: {
      day: { mo: 2, tu: 4, we: 2, th: 2, fr: 2, sa: 1, su: 1 },
      time: { morning: 1, afternoon: 2, evening: 4 },
    },
  },
  {
    ask: { filters: { room: ['1'] } },
    facets: { room: { '1': 4 }, checked: { '1': 3 }, cost: { paid: 3, free: 1 } },
  },
  {
    ask: { what: 'lonely' },
    facets: { how: { 'in-person': 2, phone: 1, 'home-visit': 1 }, who: { men: 1 }, open: {} },
  },
  { ask: { what: 'xyzzy' }, facets: { need: {}, day: {}, open: {} } },
  {
    ask: { near: {}, miles: 1 },
    facets: { kind: { choir: 1, 'food-bank': 1, class: 2, club: 1, helpline: 2 } },
  },
  { ask: { age: 70 }, facets: { kind: { choir: 2, 'food-bank': 1, club: 4, class: 3, helpline: 2 } } },
  { ask: { bbox: box(0.2, 0.6) }, facets: { cost: { free: 2, paid: 1 } } },
]

export const PLACES: Case[] = [
  {
    ask: { near: {}, miles: 1 },
    ids: 'choir foodbank yoga chair knit darts money smoking helpers night refuge',
  },
  {
    ask: { near: {}, miles: 1, sort: 'near' },
    ids: 'choir foodbank yoga chair knit darts money smoking helpers night refuge',
  },
  { ask: { near: { areaCodes: ['E05000001'] }, miles: 1 }, has: 'visits', not: 'cymru shopping' },
  { ask: { near: { areaCodes: ['E05000002'] }, miles: 1 }, not: 'visits cymru' },
  { ask: { near: { areaCodes: ['W05000001'] }, miles: 1 }, has: 'cymru', not: 'visits' },
  { ask: { near: { postcode: 'M33 2AA' }, miles: 1 }, has: 'shopping' },
  { ask: { near: { postcode: 'm332aa' }, miles: 1 }, has: 'shopping' },
  { ask: { near: { postcode: 'M33' }, miles: 1 }, has: 'shopping' },
  { ask: { near: { postcode: 'M33 3AA' }, miles: 1 }, not: 'shopping' },
  { ask: { near: { postcode: 'M3 2AA' }, miles: 1 }, not: 'shopping' },
  { ask: { near: {}, miles: 1 }, not: 'practice old secret past far pantry' },
  { ask: { near: north(4), miles: 1 }, set: 'dance wheels bowls lunches money night smoking' },
  { ask: { near: north(6.05), miles: 0.1 }, set: 'yoga money night smoking' },
  { ask: { near: {}, miles: 500 }, total: 34, not: 'visits shopping practice cymru' },
  { ask: { near: {} }, total: 38, first: 'choir foodbank yoga chair' },
  { ask: { near: { lat: 51.48, lng: -3.18 }, miles: 3 }, set: 'caffi money night smoking' },
  { ask: { near: { lat: 60, lng: 1 }, miles: 3 }, set: 'money night smoking' },
  { ask: { near: {}, miles: 2, what: 'judo' }, ids: 'judo' },
  { ask: { near: {}, miles: 1, what: 'judo' }, ids: '', widened: false },
  { ask: { near: {}, miles: 5, what: 'club' }, ids: 'chess darts judo football' },
  { ask: { near: {}, miles: 1, filters: { cost: ['free'] } }, ids: 'foodbank chair knit money night' },
  { ask: { bbox: box(0.2, 0.6) }, set: 'foodbank yoga chair' },
  { ask: { bbox: box(6, 6.1) }, set: 'yoga' },
  { ask: { bbox: [-3.3, 51.4, -3, 51.6] }, set: 'caffi' },
  { ask: { bbox: [0, 50, 1, 51] }, total: 0 },
  { ask: { bbox: box(0.2, 0.6), near: {}, miles: 0.3 }, set: 'foodbank' },
  { ask: { bbox: box(0.2, 0.6), what: 'yoga' }, set: 'yoga' },
]

export const ORDER: Case[] = [
  { ask: {}, first: 'knit choir yoga visits' },
  { ask: { sort: 'near' }, first: 'knit choir yoga visits' },
  { ask: { sort: 'soon' }, first: 'night money chair judo knit chess choir' },
  { ask: { sort: 'soon', filters: { day: ['tu'] } }, ids: 'night money knit chess choir films' },
  { ask: { sort: 'checked' }, first: 'football choir caffi money wheels yoga memory judo' },
  { ask: { sort: 'checked', what: 'lonely' }, ids: 'football visits knit night' },
  { ask: { sort: 'near', near: {}, what: 'lonely' }, ids: 'knit night football visits' },
  { ask: { what: 'lonely', near: {} }, ids: 'knit visits night football' },
  { ask: { what: 'tea' }, ids: 'tea memory' },
  { ask: { filters: { room: ['1'] } }, ids: 'knit choir yoga dance' },
  { ask: { filters: { kind: ['club'] } }, ids: 'chess deaf judo football darts' },
  // Equals are shuffled by the seed, and nobody else is.
  { ask: { filters: { room: ['1'] }, fair: fair({}) }, ids: 'choir yoga knit dance' },
  { ask: { filters: { room: ['1'] }, fair: fair({}, 2) }, ids: 'knit yoga choir dance' },
  { ask: { filters: { kind: ['club'] }, fair: fair({}) }, ids: 'chess deaf judo football darts' },
  { ask: { filters: { kind: ['club'] }, fair: fair({}, 4) }, ids: 'judo deaf chess football darts' },
  // Without a place: a place of the list for every two steps, among equals.
  { ask: { filters: { room: ['1'] }, fair: fair({ choir: 4 }) }, ids: 'yoga choir knit dance' },
  { ask: { filters: { room: ['1'] }, fair: fair({ choir: 11 }) }, ids: 'yoga knit choir dance' },
  {
    ask: { filters: { room: ['1'] }, fair: fair({ choir: 31, yoga: 31, knit: 31 }) },
    ids: 'choir yoga knit dance',
  },
  {
    ask: { filters: { kind: ['club'] }, fair: fair({ judo: 31, chess: 31, deaf: 31, football: 31 }) },
    ids: 'chess deaf judo football darts',
  },
  { ask: { what: 'tea', fair: fair({ tea: 31 }) }, ids: 'tea memory' },
  // With a place: as if so many tenths of a mile farther, never past another standing or room.
  { ask: { near: {}, filters: { kind: ['club'] }, fair: fair({}) }, ids: 'darts football judo chess deaf' },
  {
    ask: { near: {}, filters: { kind: ['club'] }, fair: fair({ judo: 3 }) },
    ids: 'darts football judo chess deaf',
  },
  {
    ask: { near: {}, filters: { kind: ['club'] }, fair: fair({ judo: 6 }) },
    ids: 'darts football chess judo deaf',
  },
  {
    ask: { near: {}, filters: { kind: ['club'] }, fair: fair({ judo: 31 }) },
    ids: 'darts football chess judo deaf',
  },
  {
    ask: { near: {}, filters: { kind: ['club'] }, fair: fair({ judo: 31, chess: 31 }) },
    ids: 'darts football judo chess deaf',
  },
  {
    ask: { near: {}, filters: { kind: ['club'] }, fair: fair({ darts: 31, football: 31 }) },
    ids: 'darts football judo chess deaf',
  },
  // What somebody chose to sort by stays.
  {
    ask: { near: {}, sort: 'near', filters: { kind: ['club'] }, fair: fair({ judo: 31 }) },
    ids: 'darts football judo chess deaf',
  },
  {
    ask: { sort: 'checked', what: 'lonely', fair: fair({ football: 31, visits: 31 }) },
    ids: 'football visits knit night',
  },
  {
    ask: { sort: 'soon', filters: { day: ['tu'] }, fair: fair({ night: 31, money: 31 }) },
    ids: 'night money knit chess choir films',
  },
]
