/** What a search must answer, case by case, whichever engine is asked. Everything is counted by hand from listings.json. */
import type { EngineAnswer, EngineQuery } from '../../src/search/engine.ts'
import { EVERYTHING, FACETS, type Query } from '../../src/search/query.ts'
import { ANYBODY } from '../../src/search/serves.ts'
import { METRES_PER_MILE } from '../../src/places/geo.ts'
import { NOW } from '../fixtures.ts'
import { MIDDLE } from './listings.ts'

export type Ask = Partial<Omit<EngineQuery, 'filters' | 'near'>> & {
  filters?: Partial<Query['filters']>
  near?: Partial<NonNullable<EngineQuery['near']>>
  miles?: number
}
export type Case = {
  ask: Ask
  total?: number
  /** All of them, in this order. */
  ids?: string
  /** All of them, in any order. */
  set?: string
  /** The first ones, in this order. */
  first?: string
  /** Among those found, and not among them. */
  has?: string
  not?: string
  facets?: EngineAnswer['facets']
  widened?: boolean
}

export const asked = ({ filters, near, miles, ...over }: Ask): EngineQuery => ({
  ...EVERYTHING,
  size: 100,
  near: near ? { ...MIDDLE, ...ANYBODY, ...near } : null,
  practice: [],
  withinMetres: miles === undefined ? null : miles * METRES_PER_MILE,
  now: NOW.getTime(),
  checkedDays: 183,
  facets: FACETS,
  fair: null,
  ...over,
  filters: { ...EVERYTHING.filters, ...filters },
})

/** what → ids in order, or "=" and ids in any order; "~": near spellings or only some of the words. */
const words = (rows: [what: string, found: string][]): Case[] =>
  rows.map(([what, found]) => {
    const widened = found.startsWith('~')
    const ids = found.replace(/^[~=]+/, '').trim()
    return { ask: { what }, widened, ...(/^~?=/.test(found) ? { set: ids } : { ids }) }
  })

/** `football` is for men: it stands back where nobody said men. */
const LONELY = 'knit visits night football'
const FOOD = '= foodbank wheels pantry lunches'

export const WORDS = words([
  // As typed, in any case, number, accent and punctuation.
  ['judo', 'judo'],
  ['JUDO', 'judo'],
  ['  judo  ', 'judo'],
  ['chess', 'chess'],
  ['chest', 'chest'],
  ['tuesday choir', 'choir meibion'],
  ['choir tuesday', 'choir meibion'],
  ['choir', 'choir meibion'],
  ['choirs', 'choir meibion'],
  ['the choir', 'choir meibion'],
  ['is there a choir for me?', 'choir meibion'],
  ['cafe', 'memory'],
  ['café', 'memory'],
  ['CAFÉS', 'memory'],
  ['cafe\u0301', 'memory'],
  ['lunch', '= lapsed lunches'],
  ['riverside', 'choir'],
  ['elm surgery', 'practice'],
  ['vegetable', 'far'],
  ['self-help', 'smoking'],
  ['self help', 'smoking'],
  ['stop smoking', 'smoking'],
  ['e-mail', 'smoking'],
  ["O'Connor", 'smoking'],
  ['o’connor', 'smoking'],
  ['oconnor hall', 'smoking yoga'],
  ['tea & toast', 'tea memory'],
  ['tea', 'tea memory'],
  ['نادي', 'tea'],
  [
    'sale',
    '= foodbank choir chair football memory dance wheels pantry helpers lgbt neighbours deaf knit judo chess chest bowls lunches refuge yoga darts lapsed films poetry camp toddlers dropin smoking tea far',
  ],
  ['m33 7xx', 'foodbank'],
  ['m337xx', 'foodbank'],
  ['brookfield', 'visits'],
  ['club', 'chess deaf judo darts football'],
  ['moving', '= chair football dance'],
  // Words that mean a need, a kind or a condition.
  ['lonely', LONELY],
  ['Lonely!', LONELY],
  ['isolated', LONELY],
  ['no friends', LONELY],
  ['someone to talk to', 'night'],
  ['I need to talk', 'night'],
  ['talk', 'night'],
  ['listening ear', 'night'],
  ["can't pay my bills", 'money'],
  ['cant pay my bills', 'money'],
  ['debt', 'money'],
  ['money worries', 'money'],
  ['bills', 'money'],
  ['hungry', FOOD],
  ['food parcel', FOOD],
  ['groceries', 'pantry lunches wheels foodbank'],
  ['food bank', '= foodbank wheels'],
  ['foodbank', 'foodbank wheels'],
  ['food bank sale', '= foodbank wheels'],
  ['parkinsons', 'dance'],
  ["Parkinson's", 'dance'],
  ['parkinson’s disease', 'dance'],
  ['parkinson', 'dance'],
  ['dementia', 'memory'],
  ["alzheimer's", 'memory'],
  ['wheelchair', '= choir chair dance'],
  ['bsl', 'deaf'],
  ['signing', 'deaf'],
  ['looking after my mum', 'memory'],
  ['gay', 'lgbt'],
  ['LGBT', 'lgbt'],
  ['asylum', 'neighbours'],
  ['urdu', 'neighbours'],
  ['men', 'football'],
  ['walking football for men', 'football'],
  ['lonely men', 'football knit visits night'],
  ['exercise', 'chair football dance'],
  ['chair exercises M33', 'chair football dance'],
  // Welsh.
  ['côr', 'meibion choir'],
  ['cor', 'meibion choir'],
  ['dŵr', 'meibion'],
  ['dwr', 'meibion'],
  ['sgwrs', 'caffi'],
  ['paned', 'caffi'],
  ['canu', '= choir meibion'],
  ['bwyd', FOOD],
  ['unig', LONELY],
  ["teimlo'n unig", LONELY],
  ['cymraeg', 'caffi meibion'],
  ['welsh', 'caffi meibion'],
  // Spelt nearly so.
  ['dimentia', '~memory'],
  ['fottball', '~football'],
  ['jduo', '~judo'],
  ['juddo', '~judo'],
  ['lonley', `~${LONELY}`],
  ['parkinsns', '~dance'],
  ['memmory cafe', '~memory'],
  ['allotmnet', '~far'],
  ['vegatabels', '~far'],
  ['foodbnk', '~= foodbank wheels'],
  ['knitting', '~knit'],
  ['kniting', '~knit'],
  ['memorycafe', '~memory'],
  ['walkingfootball', '~football'],
  // Nothing to be found, and only some of the words.
  ['judooo', ''],
  ['xyzzy', ''],
  ['bingo', ''],
  ['secret', ''],
  ['past', ''],
  ['hidden', ''],
  ['hidden lodge', ''],
  ['english', ''],
  ['chess judo', '~= chess judo'],
  ['judo xyzzy', '~judo'],
  ['football with friends', 'football'],
])

/** What somebody may type to see what happens: each is words, and nothing but words. */
export const HOSTILE: [what: string, first: string | null][] = [
  ['"judo"', 'judo'],
  ['"judo', 'judo'],
  ['judo*', 'judo'],
  ['judo AND', 'judo'],
  ['NOT judo', 'judo'],
  ['(judo', 'judo'],
  ['judo))', 'judo'],
  ['^judo', 'judo'],
  ['-judo', 'judo'],
  ['name:judo', 'judo'],
  ['{name} : judo', 'judo'],
  ['NEAR(judo, 2)', 'judo'],
  ['judo" OR "1"="1', 'judo'],
  ["judo'; DELETE FROM x; --", 'judo'],
  ['judo\u0000', 'judo'],
  ['\u0000judo', 'judo'],
  ['judo\\', 'judo'],
  ['judo %00 %', 'judo'],
  ['judo '.repeat(2000), 'judo'],
  ['judo \ud800', 'judo'],
  ['judo \u202e', 'judo'],
  ['_geoRadius(1,2,3) judo', 'judo'],
  ['verified = true OR judo', 'judo'],
  ['*', null],
  ['""', null],
  ['" OR *', null],
  ['AND OR NOT', null],
  ['a'.repeat(10_000), null],
  ['z\u0301'.repeat(5000), null],
  ['{', null],
  ['__proto__', null],
  ['constructor', null],
  ['🫖', null],
  ['ﷺ'.repeat(300), null],
  [Array.from({ length: 300 }, (_, n) => `x${n}`).join(' '), null],
]
