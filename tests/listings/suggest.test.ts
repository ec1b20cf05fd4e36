import { describe, expect, it } from 'vitest'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { makeSuggester, suggest } from '../../src/listings/suggest.ts'

const taxonomy = readTaxonomy()
const ask = makeSuggester(taxonomy)

describe('needs from words', () => {
  it.each<[why: string, name: string, description: string, needs: string[]]>([
    ['nothing said', 'The Lantern', 'Open to all.', []],
    ['a phrase', 'The Lantern', 'We give debt advice.', ['debt']],
    ['a name', 'Lantern Debt Advice', '', ['debt']],
    ['both, once', 'Lantern Debt Advice', 'Free debt advice for all.', ['debt']],
    ['capitals and apostrophe', 'LANTERN CARERS’ CENTRE', '', ['carers-support']],
    ['plural in the text', 'The Lantern', 'Food parcels on Fridays', ['food-help']],
    ['hyphens', 'The Lantern', 'A community-transport scheme', ['transport']],
    ['an en dash is no letter', 'The Lantern', 'Advice – debt – and more', ['debt']],
    ['a whole word only', 'The Lantern', 'Our ballroom holds indebtedness.', ['dancing']],
    ['not a bowl of soup', 'The Lantern', 'A bowl of soup and a glass of squash', []],
    ['not the day after Christmas', 'The Lantern', 'Closed on Boxing Day', []],
    ['not another phrase with the word', 'Sporting Memories', 'Talk about old games', ['dementia']],
    ['said not to be there', 'The Lantern', 'We do not give debt advice.', []],
    ['said not to be there, further on', 'The Lantern', 'Debt advice, but no legal advice', ['debt']],
    ['a no in the sentence before', 'No referral', 'Debt advice', ['debt']],
    ['a phrase does not run over a full stop', 'The Lantern', 'Hot food. Bank here.', []],
    ['a venue is no offer', 'The Lantern', 'Within walking distance of the station', []],
    ['guide dogs are no Guides', 'The Lantern', 'Guide dogs welcome', []],
    [
      'low mood after birth is its own need',
      'The Lantern',
      'For mums with postnatal depression',
      ['perinatal-mental-health'],
    ],
    ['a kind brings its need', 'Larkfield Community Choir', '', ['singing']],
    ['a condition brings its need', 'Lantern', 'For people with Parkinson’s', ['long-term-condition']],
    ['Welsh', 'Côr Cymunedol y Llan', 'Canu am hwyl', ['singing']],
    ['Welsh, a plural', 'Lle Cynnes', 'Croeso i bawb', ['warm-place']],
    ['abuse only where it is said', 'Women of the Valley', 'A drop-in for women', []],
    ['abuse where it is said', 'The Lantern', 'For anyone living with domestic abuse', ['domestic-abuse']],
  ])('%s', (_, name, description, needs) => {
    expect(ask(name, description).needs).toEqual(needs)
  })

  it('keeps the order of name, then text, and stops at eight', () => {
    const all =
      'Debt advice; singing; yoga; gardening; cookery; swimming; dancing; walking group; bereavement; food bank'
    const { needs } = ask('Legal advice', all)
    expect(needs[0]).toBe('legal-advice')
    expect(needs.slice(1, 4)).toEqual(['debt', 'singing', 'yoga-and-tai-chi'])
    expect(needs).toHaveLength(8)
  })
})

describe('the other lists', () => {
  it.each<[string, string, Partial<ReturnType<typeof ask>>]>([
    ['Kettle On coffee morning', 'Every Friday', { kinds: ['coffee-morning'] }],
    ['Oakfield Men’s Shed', '', { kinds: ['mens-shed'] }],
    ['Oakfield Judo Club', 'Judo', { kinds: ['sports-club', 'martial-arts-club'] }],
    ['Oakfield Library', '', { kinds: ['library'] }],
    ['Llyfrgell Glan-yr-afon', '', { kinds: ['library'] }],
    ['Oakfield Friends of the Library', 'Friends of the library', { kinds: [] }],
    ['Rainbow Place', 'For lesbian, gay, bisexual and trans people', { communities: ['lgbt', 'trans'] }],
    ['The Drill Hall', 'Breakfast for veterans', { communities: ['veterans'] }],
    ['Oakfield Stroke Club', 'For stroke survivors', { conditions: ['stroke'] }],
    ['Oakfield Swimmers', 'Learn breast stroke', { conditions: [] }],
    [
      'Oakfield Hall',
      'Level access, hearing loop, free parking',
      { access: ['step-free', 'hearing-loop', 'parking'] },
    ],
    ['Oakfield Hall', 'There is no parking', { access: [] }],
    ['Oakfield Hall', 'We speak Polish and Urdu', { languages: ['pl', 'ur'] }],
  ])('%s: %s', (name, description, expected) => {
    expect(ask(name, description)).toMatchObject(expected)
  })
})

describe('any text', () => {
  const NONE = { needs: [], kinds: [], communities: [], conditions: [], access: [], languages: [] }
  it.each([
    ['', ''],
    ['\u0000', '\uFFFF\uD800'],
    ['constructor __proto__', 'toString hasOwnProperty'],
    ['....', ',,,,\n\n'],
    ['🎉', '漢字 الله'],
  ])('%j', (name, description) => {
    expect(ask(name, description)).toEqual(NONE)
  })

  it('reads a very long description', () => {
    expect(ask('x', `${'word '.repeat(50_000)} debt advice`).needs).toEqual(['debt'])
  })

  it('answers the same when it is built for one question', () => {
    expect(suggest(taxonomy, 'The Lantern', 'Debt advice')).toEqual(ask('The Lantern', 'Debt advice'))
  })
})
