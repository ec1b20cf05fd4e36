import { expect, test } from 'vitest'
import {
  fullPostcode,
  outcodeOf,
  parsePostcode,
  postcodeInside,
  saysNothing,
  sectorOf,
} from '../../src/places/postcode.ts'

/** In short: the postcode, sector or outcode; "~" before it where a letter or digit was changed; "!why" for none. */
function short(text: string): string {
  const parsed = parsePostcode(text)
  expect(parsed.original).toBe(text)
  if (parsed.is === 'none') return `!${parsed.why}`
  const said =
    parsed.is === 'full' ? parsed.postcode : parsed.is === 'sector' ? parsed.sector : parsed.outcode
  return `${parsed.repaired ? '~' : ''}${parsed.is} ${said}`
}

test.each([
  // the six forms, and the oldest exception
  ['M1 1AE', 'full M1 1AE'],
  ['M60 1NW', 'full M60 1NW'],
  ['CR2 6XH', 'full CR2 6XH'],
  ['DN55 1PT', 'full DN55 1PT'],
  ['W1A 1AA', 'full W1A 1AA'],
  ['W1A 1HQ', 'full W1A 1HQ'],
  ['EC1A 1BB', 'full EC1A 1BB'],
  ['SW1A 2AA', 'full SW1A 2AA'],
  ['E1W 1AA', 'full E1W 1AA'],
  ['N1C 4AG', 'full N1C 4AG'],
  ['GIR 0AA', 'full GIR 0AA'],
  ['gir0aa', 'full GIR 0AA'],
  // case, spacing, punctuation
  ['m332aa', 'full M33 2AA'],
  ['M332AA', 'full M33 2AA'],
  ['  M33   2AA  ', 'full M33 2AA'],
  ['M33-2AA', 'full M33 2AA'],
  ['M33.2AA.', 'full M33 2AA'],
  ['(M33 2AA)', 'full M33 2AA'],
  ['m33, 2aa,', 'full M33 2AA'],
  ['M3 32AA', 'full M33 2AA'],
  ['HR8 2 JE', 'full HR8 2JE'],
  ['M 33 2 A A', 'full M33 2AA'],
  ['M33\u00a02AA', 'full M33 2AA'],
  ['M33\u20092AA', 'full M33 2AA'],
  ['M33\u30002AA', 'full M33 2AA'],
  ['M33\u200b2AA', 'full M33 2AA'],
  ['\ufeffM33 2AA', 'full M33 2AA'],
  ['M33\t2AA\r\n', 'full M33 2AA'],
  ['Ｍ３３ ２ＡＡ', 'full M33 2AA'],
  ['M33–2AA', 'full M33 2AA'],
  // islands, forces, elsewhere
  ['JE2 3AB', 'full JE2 3AB'],
  ['GY1 1AA', 'full GY1 1AA'],
  ['IM1 1AA', 'full IM1 1AA'],
  ['BT1 5GS', 'full BT1 5GS'],
  ['ZE1 0AA', 'full ZE1 0AA'],
  ['BF1 3AA', 'full BF1 3AA'],
  ['BX1 1LT', 'full BX1 1LT'],
  ['AB1 0AB', 'full AB1 0AB'],
  ['BFPO 57', '!forces'],
  ['bfpo801', '!forces'],
  ['GX11 1AA', '!overseas'],
  ['ASCN 1ZZ', '!overseas'],
  ['D02 X285', '!not-a-postcode'],
  // slips with one reading alone
  ['WA15 OHF', '~full WA15 0HF'],
  ['WA15OHF', '~full WA15 0HF'],
  ['WAI5 0HF', '~full WA15 0HF'],
  ['S020 6BG', '~full SO20 6BG'],
  ['SO2O 6BG', '~full SO20 6BG'],
  ['S02O 6BG', '~full SO20 6BG'],
  ['CRO 5JH', '~full CR0 5JH'],
  ['cro5jh', '~full CR0 5JH'],
  ['0L1 1AA', '~full OL1 1AA'],
  ['0X4 1AA', '~full OX4 1AA'],
  ['1P1 1AA', '~full IP1 1AA'],
  ['LIO 4AB', '~full L10 4AB'],
  ['L1O 4AB', '~full L10 4AB'],
  ['BSI 4TB', '~full BS1 4TB'],
  ['W1I 1AA', '~full W11 1AA'],
  ['IM1 IAA', '~full IM1 1AA'],
  ['S020', '~outcode SO20'],
  ['wai5', '~outcode WA15'],
  ['S020 6', '~sector SO20 6'],
  // no guess
  ['WA154 1HF', '!too-long'],
  ['WA15 0HFX', '!too-long'],
  ['M33 22AA1', '!too-long'],
  ['M33 2A0', '!not-a-postcode'],
  ['M33 2CV', '!not-a-postcode'],
  ['DD3 0IN', '!not-a-postcode'],
  ['M33 AAA', '!not-a-postcode'],
  ['QX1 1AA', '!unknown-area'],
  ['ZZ99 9ZZ', '!unknown-area'],
  ['S0 1AA', '!unknown-area'],
  ['M0 1AA', '!unknown-area'],
  ['L1A 1AA', '!unknown-area'],
  ['ABC 1234', '!not-a-postcode'],
  ['CRO', '!not-a-postcode'],
  ['Hoo', '!not-a-postcode'],
  ['Sale', '!not-a-postcode'],
  ['0161 496 0000', '!not-a-postcode'],
  ['12345', '!not-a-postcode'],
  ['М33 2АА', '!not-a-postcode'], // Cyrillic letters
  ['M33 2АА', '!not-a-postcode'],
  ['M33 2AA 💙', 'full M33 2AA'],
  ['1 Long Lane, Sale, M33 2AA', '!not-a-postcode'],
  // beginnings
  ['M33', 'outcode M33'],
  ['m 33', 'outcode M33'],
  ['WA14', 'outcode WA14'],
  ['SW1A', 'outcode SW1A'],
  ['W1', 'outcode W1'],
  ['HP7', 'outcode HP7'],
  ['CR0', 'outcode CR0'],
  ['M33 2', 'sector M33 2'],
  ['M332', 'sector M33 2'],
  ['M3 3', 'sector M3 3'],
  ['wa14 1', 'sector WA14 1'],
  ['WA141', 'sector WA14 1'],
  ['SW1A2', 'sector SW1A 2'],
  ['M33 2A', 'sector M33 2'],
  ['E1 1', 'sector E1 1'],
  ['E11', 'outcode E11'],
  // nothing
  ['', '!empty'],
  ['   ', '!empty'],
  ['NA', '!empty'],
  ['n/a', '!empty'],
  ['—', '!empty'],
  ['-', '!empty'],
  ['No data', '!empty'],
  ['NULL', '!empty'],
  ['NaN', '!empty'],
  ['[No registered public address]', '!empty'],
  ['NO INFORMATION RECORDED', '!empty'],
])('%j is %s', (text, is) => expect(short(text)).toBe(is))

test.each([
  ['12 School Road, Sale, M33 7XZ', 'M33 7XZ'],
  ['12 school road, sale m337xz', 'M33 7XZ'],
  ['M33 7XZ, 12 School Road', 'M33 7XZ'],
  ['c/o M1 1AE, now at 3 Hale Road, WA15 9HH, England', 'WA15 9HH'],
  ['Unit B1, 2nd floor, Stretford, M32 0AA', 'M32 0AA'],
  ['Unit B1 2nd floor, Stretford', null],
  ['Hale Road WA15 OHF', 'WA15 0HF'],
  ['Hale Road, WA15 OHF.', 'WA15 0HF'],
  ['Croydon CRO 5JH', 'CR0 5JH'],
  ['Unit B1 Old Street', null],
  ['The Barn, Ledbury, HR8 2 JE', 'HR8 2JE'],
  ['Ledbury HR8\u00a02JE', 'HR8 2JE'],
  ['Tel 0161 496 0000', null],
  ['10 Old Lane', null],
  ['Flat 3, M33', null],
  ['Hale, WA154 1HF', null],
  ['', null],
])('the postcode in %j is %s', (address, postcode) =>
  expect(postcodeInside(address)?.postcode ?? null).toBe(postcode),
)

test.each([
  ['M33 2AA', 'M33', 'M33 2', 'M33 2AA'],
  ['sw1a2aa', 'SW1A', 'SW1A 2', 'SW1A 2AA'],
  ['M33 2', 'M33', 'M33 2', null],
  ['M33', 'M33', null, null],
  ['Sale', null, null, null],
])('parts of %j', (text, outcode, sector, full) =>
  expect([outcodeOf(text), sectorOf(text), fullPostcode(text)]).toEqual([outcode, sector, full]),
)

test('a name with "NA" in it is a name', () => {
  expect(['NA', 'NA Sale', 'Narcotics Anonymous', 'None Such Hall'].map(saysNothing)).toEqual([
    true,
    false,
    false,
    false,
  ])
})
