/** Transforms of single cells, as tables: what stands in a file, and what comes of it. */
import { describe, expect, test } from 'vitest'
import { cleaner } from '../../src/imports/transforms/cell.ts'
import { findEmail, findPhone, findUrl } from '../../src/imports/transforms/contacts.ts'
import { dayOf, pence } from '../../src/imports/transforms/figures.ts'
import { isRoleAddress } from '../../src/imports/transforms/role-address.ts'
import { firstSentence, repairMojibake, stripHtml, titleCase } from '../../src/imports/transforms/words.ts'

describe('a cell', () => {
  const clean = cleaner(['not relevant'])
  test.each([
    ['  Kettle  On ', 'Kettle On'],
    ['Kettle\u00a0On\u200b', 'Kettle On'],
    ['two \n lines\r', 'two\nlines'],
    ['\tTab\there', 'Tab here'],
    ['', ''],
    ['   ', ''],
    ['NA', ''],
    ['n/a', ''],
    ['—', ''],
    ['-', ''],
    ['No data', ''],
    ['NaN', ''],
    ['null', ''],
    ['Not known', ''],
    ['NO INFORMATION RECORDED', ''],
    ['[No registered public address]', ''],
    ['Not Relevant', ''],
    // Only as the whole cell, and "None" may be a price.
    ['NA Meetings', 'NA Meetings'],
    ['None', 'None'],
    ['- bring a cup', '- bring a cup'],
    ['0', '0'],
  ])('%j is %j', (cell, meant) => expect(clean(cell)).toBe(meant))
})

test.each([
  ['0161 496 0000', '0161 496 0000'],
  ['01614960000', '0161 496 0000'],
  ['+44 161 496 0000', '0161 496 0000'],
  ['0044 (0)161 496 0000', '0161 496 0000'],
  ['(0161) 496-0000', '0161 496 0000'],
  ['O161 496 OOOO', '0161 496 0000'],
  // Excel ate the first 0.
  ['7700900123', '07700 900123'],
  ['1614960000', '0161 496 0000'],
  ['020 7946 0000', '020 7946 0000'],
  ['0300 123 4567', '0300 123 4567'],
  ['116 123', '116 123'],
  ['0161 496 0000 or 07700 900123', '0161 496 0000'],
  ['0161 496 0000 07700 900123', '0161 496 0000'],
  ['info@example.org\u00a00161 496 0000', '0161 496 0000'],
  ['ring 0161 496 0000 (during opening hours)', '0161 496 0000'],
  ['0161 496 / hello@example.org', ''],
  ['ericsmith5892@example.org', ''],
  ['07700900123@example.org', ''],
  ['M33 2AB', ''],
  ['2026-11-22', ''],
  ['+44 1603 6522561', ''],
  ['ask for it', ''],
])('the telephone number in %j is %j', (cell, number) => expect(findPhone(cell)).toBe(number))

test.each([
  ['info@example.org', 'info@example.org'],
  ['mailto:info@example.org', 'info@example.org'],
  ['MAILTO:Info@EXAMPLE.org', 'Info@example.org'],
  ['info@example.org\n0161 496 0000', 'info@example.org'],
  ['0161 496 0000 / info@example.org', 'info@example.org'],
  ['dushy@example.org;', 'dushy@example.org'],
  ['or email\u00a0info@example.org', 'info@example.org'],
  ['tim...tim@example.org', ''],
  ['info@localhost', ''],
  ['info at example.org', ''],
  ['@example.org', ''],
])('the e-mail address in %j is %j', (cell, address) => expect(findEmail(cell)).toBe(address))

test.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['http://example.org/ ', 'http://example.org/'],
  ['www.example.org', 'https://www.example.org'],
  ['example.org/path?a=b', 'https://example.org/path?a=b'],
  ['HTTP://example.org', 'http://example.org'],
  ['http:/example.org', 'http://example.org'],
  ['https://www.google.com/url?q=https://example.org/x&sa=D', 'https://example.org/x'],
  ['https://www.google.com/url?q=javascript:alert(1)', ''],
  ['javascript:alert(1)', ''],
  [' JavaScript:alert(1)//example.org', ''],
  ['data:text/html,hello', ''],
  ['file:///etc/passwd', ''],
  ['https://somebody@example.org/', ''],
  ['none', ''],
  ['ask at the door', ''],
  ['https://', ''],
])('the web address in %j is %j', (cell, url) => expect(findUrl(cell).url).toBe(url))

test.each([
  ['info@example.org', 'Kettle On', true],
  ['bolton.citadel@example.org', 'Salvation Army Bolton Citadel', true],
  ['secretary_kettle@example.org', 'Kettle On', true],
  ['referrals.thekettle@example.org', 'Kettle On', true],
  ['kettleon@example.org', 'Kettle On', true],
  ['jo.bloggs@example.org', 'Kettle On', false],
  ['jbloggs@example.org', 'Kettle On', false],
  ['mark.cotter@example.org', "St Mark's Church Hall", false],
  ['ericsmith5892@example.org', 'Kettle On', false],
  ['v.keelan.4ct@example.org', 'Kettle On', false],
  ['12345@example.org', 'Kettle On', false],
])('%s of %s is a role address: %s', (address, name, role) =>
  expect(isRoleAddress(address, [name])).toBe(role),
)

test.each([
  ['<p>Tea &amp; talk<br>every week</p>', ' Tea & talk\nevery week\n'],
  ['&lt;b&gt;Tea&lt;/b&gt;', ' Tea '],
  ['<script>alert(1)</script>Tea', ' Tea'],
  ['<img src=x onerror=alert(1)>Tea', ' Tea'],
  ['under 5 < 6 and > 3', 'under 5 < 6 and > 3'],
  ['caf&eacute; &pound;2', 'café £2'],
])('without HTML %j is %j', (text, bare) => expect(stripHtml(text)).toBe(bare))

test.each([
  ['cafÃ©', 'café'],
  ['Â£2', '£2'],
  ['donâ€™t', 'don’t'],
  ['10amâ€“2pm', '10am–2pm'],
  // Twice broken is mended once, and what is whole stays.
  ['cafÃƒÂ©', 'cafÃ©'],
  ['café', 'café'],
  ['Â café 東京', 'Â café 東京'],
  ['Llanfair Pwllgwyngyll â', 'Llanfair Pwllgwyngyll â'],
])('mojibake %j is %j', (broken, whole) => expect(repairMojibake(broken)).toBe(whole))

test.each([
  ["ST MARY'S CHURCH HALL", "St Mary's Church Hall"],
  ['THE FRIENDS OF SALE', 'The Friends of Sale'],
  ['KETTLE ON CIC', 'Kettle on CIC'],
  ['MCDONALD CENTRE', 'McDonald Centre'],
  ['Kettle ON', 'Kettle ON'],
])('%s as a title is %s', (text, title) => expect(titleCase(text)).toBe(title))

test.each([
  ['Tea and talk. Every week.', 'Tea and talk.'],
  ['At St. Mary Hall we talk. Come.', 'At St. Mary Hall we talk.'],
  ['Costs £2.50 a time. Come.', 'Costs £2.50 a time.'],
  ['No stop at the end', 'No stop at the end'],
  [`${'word '.repeat(50)}.`, `${'word '.repeat(31).trim()}…`],
])('the first sentence of %j', (text, first) => expect(firstSentence(text, 160)).toBe(first))

test.each([
  ['£2.50', 250],
  ['2', 200],
  ['50p a cup', 50],
  ['£1,200', 120_000],
  ['£2 or £3', null],
  ['free', null],
])('%s is %s pence', (text, amount) => expect(pence(text)).toBe(amount))

test.each([
  ['2019-02-07', '2019-02-07'],
  ['2014-10-01T00:00:00Z', '2014-10-01'],
  ['07/02/2019', '2019-02-07'],
  ['Thu, 07/02/2019 - 3:55pm', '2019-02-07'],
  ['7 Feb 2019', '2019-02-07'],
  ['1st of March 2020', '2020-03-01'],
  ['31/02/2019', null],
  ['13/13/2019', null],
  ['2011', null],
  ['soon', null],
])('the day in %j is %s', (text, day) => expect(dayOf(text)).toBe(day))
