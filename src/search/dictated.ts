/** A question as people say it aloud or type it on a telephone: numbers in words, a mother-in-law, "sum1 2nite". Pure. */

const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i) => [word, (i + 2) * 10] as const),
)
const ONES = new Map(
  'one two three four five six seven eight nine'.split(' ').map((word, i) => [word, i + 1] as const),
)
const RELATIVES = new Set('mother mum mam father dad parents sister brother son daughter'.split(' '))

/** As people type on a telephone, and as they say it. */
const TEXT_SPEAK: ReadonlyMap<string, string> = new Map(
  [
    'someone some1 sum1 sumone',
    'anyone any1 ne1',
    'everyone every1',
    'something somethin sumthing sumthin sumfin smthing smth',
    'somewhere sumwhere somwhere',
    'anything anythin nething',
    'nothing nothin nuffin nowt',
    'tonight 2nite tonite 2night',
    'today 2day',
    'tomorrow 2moro 2morrow tmrw tomoz',
    'because cos coz cuz bcoz bcos bc',
    'with wiv wif',
    'school skool skl',
    'holidays hols',
    'boyfriend bf boyf',
    'girlfriend gf',
    'husband hubby hubbys hubbie',
    'grandad grandads gramps',
    'nan nanna nana nans gran grans grannys granny',
    'mum mam mams mom mommy',
    'people ppl peeps',
    'please pls plz',
    'talk tlk',
    'weeks wks',
    'week wk',
    'months mnths mths',
    'month mnth mth',
    'years yrs',
    'football footy footie',
    'electric leccy lecky',
    'benefits bennies',
    'university uni',
    'afternoon avo arvo',
    'television telly tv',
    'christmas xmas crimbo',
    'appointment appt',
    'doctor docs doc',
  ].flatMap((line) => {
    const [word = '', ...others] = line.split(' ')
    return others.map((it) => [it, word] as const)
  }),
)
/** Verbs whose -ing people cut short: "drinkin" is drinking; "robin" and "cousin" stay as they are. */
const CUT_SHORT =
  /^(drink|gett|feel|talk|struggl|go|do|com|look|cry|smok|gambl|sleep|eat|walk|danc|sing|knitt|cook|swimm|runn|liv|work|wait|try|shout|hitt|bully|hav|mak|tak|giv|tell|want|need|cop|fight|hurt|mov|learn|read|writ|meet|chatt|sitt|stopp|los|strugg|worry|freez|starv|car|help|pay|rent|driv|start|think|play)in$/

/** "Eighty six" is 86; a mother-in-law has nothing to do with law. "Sixty" alone stays as it is: it stands in names. */
export function asWritten(said: readonly string[]): string[] {
  const words = said.map((word) => TEXT_SPEAK.get(word) ?? (CUT_SHORT.test(word) ? `${word}g` : word))
  const read: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const [ten, one] = [TENS.get(word), ONES.get(words[at + 1] ?? '')]
    if (word === 'in' && words[at + 1] === 'law' && RELATIVES.has(words[at - 1] ?? '')) at++
    else if (ten === undefined || one === undefined) read.push(word)
    else {
      read.push(String(ten + one))
      at++
    }
  }
  return read
}

/** The number that a word or digits name; 0: none. */
export const numberIn = (word: string): number => TENS.get(word) ?? Number(/^\d{1,3}$/.exec(word)?.[0] ?? 0)
