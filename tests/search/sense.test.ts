/** What a question is about by all of its words: of a few lines of our own, and of those in data/taxonomy/said/. */
import { describe, expect, it } from 'vitest'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { understood } from '../../src/app/find/understood.ts'
import { unitWeights } from '../../src/search/aptness.ts'
import { makePhrases } from '../../src/search/phrases.ts'
import { senseOf } from '../../src/search/phrase-list.ts'
import { EVERYTHING } from '../../src/search/query.ts'
import { makeSense } from '../../src/search/sense.ts'
import { askedWords, unitsOf } from '../../src/search/units.ts'
import { wordsOf } from '../../src/search/words.ts'

const said = (need: string, ...lines: string[]) => lines.map((words) => ({ need, words }))
const SAID = [
  ...said('crime', 'somebody broke in', 'my purse was stolen', 'they took the toddler bike'),
  ...said('parenting', 'toddler bites', 'toddler will not sleep', 'bites and kicks'),
  ...said('repairs', 'the lock is broken', 'bath tap drips', 'stairs to the bath'),
]

describe('lines that people say', () => {
  const sense = makeSense(SAID)
  const best = (what: string) => sense(wordsOf(what))[0]?.need

  it.each([
    ['a purse was stolen', 'crime'],
    ['my toddler kicks', 'parenting'],
    ['the tap', 'repairs'],
    ['she took her bike', 'crime'],
    ['the todler bites', 'parenting'],
    ['TODDLERS biting', 'parenting'],
  ])('tell that "%s" is about %s', (what, need) => {
    expect(best(what)).toBe(need)
  })

  it.each(['', 'xylophone', 'the of and', '42', 'his'])('tell nothing of "%s"', (what) => {
    expect(sense(wordsOf(what))).toEqual([])
  })

  it('count two words side by side, the commonest included', () => {
    const pairs = makeSense([...said('grief', 'on my own now'), ...said('pride', 'now my own shop')])
    expect(pairs(wordsOf('on my own'))[0]?.need).toBe('grief')
  })

  it('leave numbers to who reads ages', () => {
    const ages = makeSense([...said('youth', 'he is 15'), ...said('school', 'year 9 boy')])
    expect(ages(wordsOf('15'))).toEqual([])
  })

  it('make needs likely that are one together at most, the likeliest first, none far below it', () => {
    const likely = sense(wordsOf('toddler took the bath lock')).map((it) => it.likely)
    expect(likely).toEqual(likely.toSorted((a, b) => b - a))
    expect(likely.reduce((sum, it) => sum + it, 0)).toBeLessThanOrEqual(1.000001)
    expect(Math.min(...likely)).toBeGreaterThanOrEqual((likely[0] ?? 0) * 0.05)
  })

  it('are said nothing by where there are none', () => {
    expect(makeSense([])(['toddler'])).toEqual([])
  })

  it('make a unit of a question that no phrase explains, and none of what a phrase says already', () => {
    const phrases = makePhrases(
      [{ words: 'toddlers', facet: 'need', id: 'parenting', label: false }],
      [],
      makeSense(SAID),
    )
    const guessed = (what: string) =>
      unitsOf(askedWords(what), phrases).filter(({ likely }) => likely !== null)
    expect(guessed('bites and kicks').map(({ terms }) => terms[0]?.id)).toEqual(['parenting'])
    expect(guessed('toddler bites and kicks')).toEqual([])
    expect(guessed('toddler')).toEqual([])
    expect(guessed('')).toEqual([])
  })

  it('weigh as much as they are sure, and nothing where nobody has what they guess', () => {
    const terms = ['a', 'b'].map((id) => ({ facet: 'need' as const, id }))
    const unit = (likely: number[]) => ({
      weak: true,
      place: false,
      hint: true,
      terms,
      likely,
    })
    const weigh = (likely: number[], having: number) =>
      unitWeights(
        unit(likely),
        0,
        terms.map((meant) => ({ meant, having })),
        100,
      )
    expect(weigh([0.8, 0.1], 5).unit).toBeCloseTo(3 * weigh([0.3, 0], 5).unit)
    expect(weigh([0.6, 0.2], 5).terms.map(({ share }) => share)).toEqual([
      expect.closeTo(0.75),
      expect.closeTo(0.25),
    ])
    expect(weigh([0.6, 0.2], 0).unit).toBe(0)
  })
})

describe('what is said in data/taxonomy/said', () => {
  const taxonomy = readTaxonomy()
  const sense = senseOf(taxonomy)

  it('has lines for every need', () => {
    const has = new Map<string, number>()
    for (const { need } of taxonomy.said) has.set(need, (has.get(need) ?? 0) + 1)
    const few = taxonomy.lists.needs.filter(({ id }) => (has.get(id) ?? 0) < 50).map(({ id }) => id)
    expect(few).toEqual([])
  })

  it.each([
    ["my husband checks my phone and won't let me see my sister", 'domestic-abuse'],
    ['nobody has rung me since easter', 'loneliness'],
    ['the bailiffs are coming on friday', 'debt'],
    ['she lost the baby at twenty weeks', 'baby-loss'],
    ['my gran keeps falling over', 'falls'],
    ['hears things that are not there', 'hearing-voices'],
    ['letter from the council I dont understand', 'advice'],
    ['anyone fancy a game of chess', 'hobbies-and-games'],
    ['look after my wife and I have not slept for a week', 'carers-support'],
    ['mae fy ngwr wedi marw', 'bereavement'],
    ["methu talu'r biliau", 'bills'],
  ])('"%s" is about %s', (what, need) => {
    expect(sense(wordsOf(what))[0]?.need).toBe(need)
  })

  it('is taken for what somebody means where it is sure, and not where it is not', () => {
    const means = (what: string) => understood(taxonomy, { ...EVERYTHING, what }).needs
    expect(means('he reads my texts and wont let me see my mum')).toContain('domestic-abuse')
    expect(means('the table with the yellow cloth')).toEqual([])
  })
})
