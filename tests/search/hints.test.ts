import { describe, expect, it } from 'vitest'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { phraseList } from '../../src/search/phrase-list.ts'
import { makePhrases } from '../../src/search/phrases.ts'
import { meetsOf } from '../../src/search/hint-times.ts'
import { hintsOf } from '../../src/search/hints.ts'
import { askedWords, unitsOf } from '../../src/search/units.ts'
import { wordsOf } from '../../src/search/words.ts'
import { TAXONOMY } from './listings.ts'

describe('what a question says besides what is sought', () => {
  it.each([
    ['my mum is 84', 'age 84, who older-people'],
    ['help for my 80 year old dad', 'age 80, who older-people'],
    ['a lady of 78 who fell', 'age 78, who older-people'],
    ['diagnosed at 58', 'age 58'],
    ['clubs for over 60s', 'age 60, who older-people'],
    ['anorexia daughter 17', 'age 17, who young-people'],
    ['my son is 7', 'age 7, who children'],
    ['84yo man, falls', 'age 84, who older-people'],
    ['sport for teenage girl', 'age 15, who young-people, who women'],
    ['somewhere for my nan', 'who older-people'],
    ['dad yn 82 oed', 'age 82, who older-people'],
    ['lives alone, 82F', 'age 82, who older-people'],
    ['low mood 45M', 'age 45'],
    ['lad 14', 'age 14, who young-people'],
    ['she is eighty', 'age 80, who older-people'],
    ['over sixty', 'age 60, who older-people'],
    ["she doesn't get out", 'who housebound, how home-visit, how phone'],
    ['my husband hits me', 'who women'],
    ['my girlfriend threatens me', 'who men'],
    ['my husband has dementia', ''],
    ['anything on at 10', ''],
    ['bus 84', ''],
    ['100 day challenge', ''],
    ['size 18 clothes', ''],
    ['free lunch', 'cost free'],
    ["can't afford swimming", 'cost free'],
    ['cheap food', 'cost free'],
    ['cwnsela am ddim', 'cost free'],
    ['step free choir', ''],
    ['gluten free cooking', ''],
    ['free time', ''],
    ['housebound and lonely', 'who housebound, how home-visit, how phone'],
    ['she never leaves the house', 'who housebound, how home-visit, how phone'],
    ['counselling over the phone', 'how phone'],
    ['my new phone', ''],
    ['online yoga', 'how online, how video'],
    ['hairdresser at home', 'how home-visit'],
    ['judo', ''],
    ['nowhere to go on sundays', 'meets su'],
    ['breakfast on a Saturday morning', 'meets sa, meets morning'],
    ['evenings are long', 'meets evening'],
    ['something at the weekend', 'meets sa, meets su'],
    ['côr nos Fawrth', 'meets tu, meets evening'],
    ['bore dydd Llun', 'meets mo, meets morning'],
    ['no food till friday', ''],
    ['no food till friday or saturday', 'meets sa'],
    ['coffee morning', ''],
    ['Hong Kong', ''],
  ])('%s: %s', (what, hints) => {
    const said = hintsOf(wordsOf(what)).map(({ facet, id }) => `${facet} ${id}`)
    expect(said.join(', ')).toBe(hints)
  })

  const phrases = makePhrases(phraseList(TAXONOMY))
  const hintUnits = (what: string) =>
    unitsOf(askedWords(what), phrases).flatMap(({ hint, terms }) => (hint ? terms.map(({ id }) => id) : []))

  it('is never a condition, nor said twice', () => {
    expect(hintUnits('judo for my son, 7')).toEqual(['7', 'children'])
    expect(hintUnits('judo for girls')).toEqual(['women'])
    expect(hintUnits('judo for girls and women')).toEqual([])
    expect(unitsOf(askedWords('free judo'), phrases).filter(({ weak }) => !weak)).toHaveLength(1)
  })

  const real = makePhrases(phraseList(readTaxonomy()))
  const sought = (what: string) =>
    unitsOf(askedWords(what), real).flatMap(({ weak, hint, words }) =>
      weak || hint ? [] : words.map(({ word }) => word),
    )

  it.each([
    ['something for my son, he is 6', 'children'],
    ['anything for my mother in law who is eighty six', 'older people'],
    ['help my nan get out', 'older people'],
    ['lad of 15', 'young people'],
    ['anything for my friend', 'anything friend'],
    ['judo for my son, he is 6', 'judo'],
    ['son in law wants judo', 'judo'],
    ['law in Sale', 'law sale'],
  ])('%s seeks %s', (what, found) => {
    expect(sought(what).join(' ')).toBe(found)
  })

  it('knows when something meets, whether the time is known or not', () => {
    const slot = { weekday: 1, start: 600, end: 780, from: 0, until: 30_000, weeks: 1, nth: 0 }
    expect(meetsOf([slot])).toEqual(['tu', 'morning', 'afternoon'])
    expect(meetsOf([{ ...slot, weekday: 6, start: -1, end: -1 }])).toEqual(['su'])
    expect(meetsOf([])).toEqual([])
  })

  it('is nothing without words', () => {
    expect(askedWords('').hints).toEqual([])
  })
})
