/** The words of opening times: each word or phrase of English that is understood, and the token it stands for. */
export type Part = 'morning' | 'afternoon' | 'evening'
/** A time as written. Whether "2" is 14:00 depends on what stands beside it (see clock-reading.ts). */
export type WrittenTime = {
  hour: number
  minute: number
  half: 'am' | 'pm' | null
  /** Written on the 24-hour clock: "09:30", "14:00", "0930". */
  exact: boolean
  /** How: "10", which may as well be a date; "1730", which may be a year; "10.30", "10am", "noon". */
  as: 'hour' | 'digits' | 'clock'
}
type Sign =
  | 'to'
  | 'dash'
  | 'and'
  | 'comma'
  | 'stop'
  | 'slash'
  | 'colon'
  | 'open'
  | 'close'
  | 'between'
  | 'every'
  | 'month'
  | 'term'
  | 'closed'
  | 'lunch'
  | 'always'
  | 'last-entry'
export type Token =
  | { is: 'time'; time: WrittenTime }
  /** 0 Monday to 6 Sunday. */
  | { is: 'day'; days: number[] }
  /** 1 to 5, or -1 for the last. */
  | { is: 'nth'; nth: number }
  | { is: 'part'; part: Part }
  | { is: Sign }

const ALL_DAYS: Token = { is: 'day', days: [0, 1, 2, 3, 4, 5, 6] }
export const NOON: WrittenTime = { hour: 12, minute: 0, half: 'pm', exact: false, as: 'clock' }
export const MIDNIGHT: WrittenTime = { hour: 12, minute: 0, half: 'am', exact: false, as: 'clock' }

/** Two-letter names are left to osm.ts: "we" is a word of its own here. */
const DAY_NAMES = [
  'mon monday mondays',
  'tue tues tuesday tuesdays',
  'wed weds wednesday wednesdays',
  'thu thur thurs thursday thursdays',
  'fri frid friday fridays',
  'sat sats saturday saturdays',
  'sun suns sunday sundays',
]
const ORDINALS: [string, number][] = [
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['fifth', 5],
  ['last', -1],
]
const PARTS: Part[] = ['morning', 'afternoon', 'evening']

const MEANINGS: [Token[], string[]][] = [
  [[{ is: 'to' }], ['to', 'until', 'till', 'til', 'through', 'thru', 'up to']],
  [[{ is: 'dash' }], ['-', '=', '--']],
  [[{ is: 'and' }], ['and', '&', '+', 'and also', 'plus']],
  [[{ is: 'comma' }], [',']],
  [[{ is: 'stop' }], ['.', ';', '|', '•', '*']],
  [[{ is: 'slash' }], ['/']],
  [[{ is: 'colon' }], [':']],
  [[{ is: 'open' }], ['(', '[']],
  [[{ is: 'close' }], [')', ']']],
  [[{ is: 'between' }], ['between']],
  [[{ is: 'every' }], ['every', 'each']],
  [[{ is: 'closed' }], ['closed', 'shut', 'not open']],
  [[{ is: 'lunch' }], ['for lunch', 'lunch']],
  [
    [{ is: 'last-entry' }],
    ['last entry', 'last admission', 'last orders', 'last entry at', 'last admission at'],
  ],
  [[{ is: 'time', time: NOON }], ['noon', 'midday']],
  [[{ is: 'time', time: MIDNIGHT }], ['midnight']],
  [[ALL_DAYS], ['daily', 'every day', 'everyday', 'each day', '7 days', 'seven days', 'all week']],
  [
    [ALL_DAYS],
    ['7 days a week', '7 days per week', 'seven days a week', '7 days / week', 'every day of the week'],
  ],
  [[{ is: 'always' }], ['24 hours', '24 hrs', '24 hours a day', '24 hours per day', 'all day and night']],
  [[ALL_DAYS, { is: 'always' }], ['24 / 7']],
  [[{ is: 'day', days: [0, 1, 2, 3, 4] }], ['weekday', 'weekdays', 'week days', 'working days']],
  [[{ is: 'day', days: [5, 6] }], ['weekend', 'weekends']],
  [
    [{ is: 'month' }],
    ['of', 'in'].flatMap((of) => ['', 'the ', 'each ', 'every '].map((which) => `${of} ${which}month`)),
  ],
  [[{ is: 'month' }], ['monthly', 'each month', 'every month', 'of the calendar month']],
  [
    [{ is: 'term' }],
    ['term time', 'term - time', 'termtime'].flatMap((term) =>
      ['', 'in ', 'during ', 'school ', 'during school ', 'in school '].flatMap((before) =>
        ['', ' only'].map((after) => `${before}${term}${after}`),
      ),
    ),
  ],
  // Words that change nothing about when it is.
  [
    [],
    [
      'open',
      'opening',
      'opening times',
      'opening hours',
      'open times',
      'open hours',
      'hours',
      'times',
      'time',
    ],
  ],
  [
    [],
    [
      'we are open',
      'we open',
      'open from',
      'runs',
      'meets',
      'we meet',
      'from',
      'at',
      'on',
      'the',
      'a',
      'only',
    ],
  ],
  [[], ['weekly', 'every week', 'each week', 'once a week', 'hrs', "o'clock", 'oclock']],
  [[], ['all welcome', 'everyone welcome', 'everybody welcome', 'all are welcome', 'just turn up']],
]

function lexicon(): Map<string, Token[]> {
  const words = new Map<string, Token[]>()
  for (const [tokens, phrases] of MEANINGS) for (const phrase of phrases) words.set(phrase, tokens)
  DAY_NAMES.forEach((names, day) => {
    for (const name of names.split(' '))
      for (const word of [name, `${name}'s`]) words.set(word, [{ is: 'day', days: [day] }])
  })
  for (const [word, nth] of ORDINALS) words.set(word, [{ is: 'nth', nth }])
  for (const part of PARTS)
    for (const phrase of [part, `${part}s`, `in the ${part}`]) words.set(phrase, [{ is: 'part', part }])
  return words
}

/** Word or phrase (small letters, one blank between lexemes) to what it stands for; none: it changes nothing. */
export const LEXICON: ReadonlyMap<string, readonly Token[]> = lexicon()
/** Lexemes in the longest phrase. */
export const LONGEST = Math.max(...[...LEXICON.keys()].map((phrase) => phrase.split(' ').length))
