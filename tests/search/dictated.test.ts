import { expect, it } from 'vitest'
import { asWritten } from '../../src/search/dictated.ts'
import { wordsOf } from '../../src/search/words.ts'

const written = (what: string) => asWritten(wordsOf(what)).join(' ')

it.each([
  ['eighty six', '86'],
  ['my mother in law', 'my mother'],
  ['sixty up', 'sixty up'],
  ['sum1 to tlk to 2nite', 'someone to talk to tonight'],
  ["hubby's drinkin again", 'husband drinking again'],
  ['footie for the summer hols', 'football for the summer holidays'],
  ['nowt on for 3 wks', 'nothing on for 3 weeks'],
  ['my nan and grandads flat', 'my nan and grandad flat'],
  ['our cousin Robin and a bargain bin', 'our cousin robin and a bargain bin'],
  ['captain of the cabin', 'captain of the cabin'],
])('"%s" is "%s"', (said, is) => {
  expect(written(said)).toBe(is)
})
