/** More of what any engine must answer: quotes, marks, slips, long questions, several places, hidden places, later pages. */
import type { EngineQuery } from '../../src/search/engine.ts'
import type { Ask, Case } from './cases.ts'
import { north } from './listings.ts'

const box = (from: number, to: number): EngineQuery['bbox'] => [-2.33, north(from).lat, -2.31, north(to).lat]

/** what → ids in order; "~": near spellings or only some of the words. */
const TYPED: [what: string, found: string][] = [
  ['"judo" "chess"', '~chess judo'],
  ['“judo”', 'judo'],
  ['juniors judo', 'judo'],
  ['côr meibion', 'meibion choir'],
  // Names that people know, and that listings do not have; a phrase stands in one, of a need that it is not filed under.
  ['CHS', 'chest'],
  ['hearts bureau', 'chest'],
  ['COR MEIBION', 'meibion choir'],
  ['cór', 'meibion choir'],
  ['cafè', 'memory'],
  ['yoga', 'yoga'],
  ['memory café', 'memory'],
  ['Memory Cafes', 'memory'],
  ['walking footballs', 'football'],
  ['is there any judo for my son', 'judo'],
  ['I would like to talk to someone about my money worries please', '~money night'],
  // Narrower names of moving more: one finds what has it, and all of that need only where nothing has it.
  ['archery', '~football chair dance'],
  ['safe house', 'refuge'],
  ['refuge', ''],
  ['tea toast', 'tea memory'],
  ['riverside singers', 'choir'],
  ['ladies', ''],
  ['sign language', 'deaf'],
  ['hearing loop', 'choir'],
  ['helpline', 'money night'],
  ['yogga', '~yoga'],
  ['chior', '~choir meibion'],
  ['memori', '~memory'],
  ['parkisons', '~dance'],
  ['riversde', '~choir'],
  // How old somebody is, and what it may cost, is a hint: nobody is left out by it.
  ['judo for my 8 year old', 'judo'],
  ['exercise for my 8 year old', 'chair dance football'],
  ['free food', 'foodbank wheels lunches pantry'],
  ['lonely and housebound', '~visits knit night football'],
  // So is a weekday or a part of the day.
  ['exercise on friday', 'chair dance football'],
  ['lonely on saturdays', 'night football knit visits'],
  ['lonely till friday', 'knit visits night football'],
  // Nobody offers it: what helps as well.
  ['hardship fund', '~money'],
]

const ASKED: [ask: Ask, ids: string, total: number][] = [
  // A place in the box and another within the distance are one listing's.
  [{ bbox: box(0.2, 0.6), near: {}, miles: 10 }, 'foodbank yoga chair', 3],
  [{ bbox: box(6, 6.1), near: {}, miles: 1 }, 'yoga', 1],
  [{ near: north(6.05), miles: 1, what: 'yoga' }, 'yoga', 1],
  [{ near: {}, miles: 50, what: 'yoga', sort: 'near' }, 'yoga', 1],
  [{ near: {}, miles: 0.4 }, 'choir foodbank yoga money smoking helpers night', 7],
  [{ near: {}, miles: 0 }, 'choir money smoking helpers night', 5],
  [{ what: 'club', page: 2, size: 2 }, 'judo darts', 5],
  [{ what: 'club', page: 3, size: 2 }, 'football', 5],
  // What lies farther than ten miles from the middle comes last, however lately it was confirmed; not from where it lies.
  [{ page: 2, size: 30 }, 'refuge foodbank shopping practice darts caffi far meibion', 38],
  [{ filters: { language: ['cy'] }, near: { lat: 53.04, lng: -2.99 } }, 'meibion caffi', 2],
  [{ page: 40, size: 1 }, '', 38],
  [{ near: {}, miles: 3, sort: 'soon', filters: { day: ['tu'] } }, 'night money knit chess choir', 5],
  [{ filters: { open: ['now'], need: ['food'] } }, 'foodbank', 1],
  [{ filters: { open: ['now'] }, near: {}, miles: 1 }, 'foodbank', 1],
  [{ what: 'lonely', filters: { how: ['phone'] } }, 'night', 1],
  [{ what: 'food', age: 70 }, 'foodbank lunches pantry wheels', 4],
  // What the place is called is a hint: nobody is lost without it, nobody is found by it alone.
  [{ what: 'club', place: 'Riverside', near: {} }, 'chess deaf darts judo football', 5],
  [{ what: 'club', place: 'Football', near: {} }, 'football chess deaf darts judo', 5],
  [{ what: 'judo', place: 'M33 2AA', near: {} }, 'judo', 1],
  [
    { what: '', place: 'Riverside', near: {}, miles: 0.4 },
    'choir foodbank yoga money smoking helpers night',
    7,
  ],
  [{ what: 'singing', place: 'Nowhere Town', near: {} }, 'choir', 1],
  [{ what: 'yogga', place: 'Riverside', near: {} }, 'yoga', 1],
]

export const MORE: Case[] = [
  ...TYPED.map(([what, found]) => ({
    ask: { what },
    widened: found.startsWith('~'),
    ids: found.replace('~', ''),
  })),
  ...ASKED.map(([ask, ids, total]) => ({ ask, ids, total })),
]
