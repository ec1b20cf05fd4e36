/** Reports of letters that came back, as servers really write them, and mails that are none. */
import { describe, expect, test } from 'vitest'
import { mailsIn, readReport } from '../../src/mail/bounce-report.ts'
import { readMail } from '../../src/mail/read-mail.ts'
import { HOSTILE } from '../hostile/values.ts'
import { aReport } from './reports.ts'

const read = (raw: string) => readReport(readMail(raw))
const GONE = { address: 'kettle@example.org', permanent: true, letter: null }

describe('a report', () => {
  const cases: [what: string, fields: Parameters<typeof aReport>[0], is: object[]][] = [
    ['no such user', {}, [GONE]],
    ['mailbox full', { status: '5.2.2' }, [{ ...GONE, permanent: false }]],
    ['gave up after days', { status: '4.4.7' }, [{ ...GONE, permanent: false }]],
    ['still trying', { action: 'delayed', status: '4.4.1' }, [{ ...GONE, permanent: false }]],
    ['delivered', { action: 'delivered', status: '2.0.0' }, []],
    ['passed on', { action: 'relayed', status: '2.1.9' }, []],
    ['we are blocked', { status: '5.7.1' }, []],
    ['the letter is not liked', { status: '5.6.0' }, []],
    [
      'passed on from our address',
      { original: 'rfc822; Kettle@Example.org', final: 'rfc822; x@elsewhere.example' },
      [GONE],
    ],
    ['brackets', { final: 'RFC822;<kettle@example.org>' }, [GONE]],
    ['words after the status', { status: '5.1.1 (bad destination mailbox address)' }, [GONE]],
    ['a telephone', { final: 'x400; 12345' }, []],
    ['no status', { status: '' }, []],
    ['our letter is in it', { messageId: '<l-1@directory.example.org>' }, [{ ...GONE, letter: 'l-1' }]],
    ['somebody else’s letter', { messageId: '<CAF+x=1@mail.example.com>' }, [GONE]],
    [
      'only the head of it',
      { messageId: '<l-1@directory.example.org>', headOnly: true },
      [{ ...GONE, letter: 'l-1' }],
    ],
  ]
  test.each(cases)('%s', (_, fields, is) => {
    expect(read(aReport(fields))).toEqual(is)
  })
  test('of two recipients', () => {
    const two = aReport({}).replace(
      'Status: 5.1.1\r\n',
      'Status: 5.1.1\r\n\r\nFinal-Recipient: rfc822; b@example.org\r\nAction: failed\r\nStatus: 4.4.7\r\n',
    )
    expect(read(two).map(({ address, permanent }) => [address, permanent])).toEqual([
      ['kettle@example.org', true],
      ['b@example.org', false],
    ])
  })
})

test.each<[string, string]>([
  [
    'an ordinary mail',
    'From: a@example.org\r\nSubject: Hello\r\n\r\nFinal-Recipient: rfc822; a@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n',
  ],
  ['an answer by itself', 'Auto-Submitted: auto-replied\r\nSubject: Away\r\n\r\nI am away.\r\n'],
  ['nothing', ''],
  ['a part without an end', aReport({}).slice(0, 300)],
])('%s is no report', (_, raw) => {
  expect(read(raw)).toEqual([])
})

test('hostile values in any field are read without a fault, and name nobody else', () => {
  const wrong = HOSTILE.flatMap((value) => {
    const reports = [
      ...read(aReport({ final: `rfc822; ${value}` })),
      ...read(aReport({ status: value })),
      ...read(aReport({ action: value })),
      ...read(aReport({ messageId: value })),
      ...read(value),
    ]
    return reports.filter(({ address }) => address !== 'kettle@example.org' && /[\s<>;,"]/.test(address))
  })
  expect(wrong).toEqual([])
})

test('parts in parts without end are given up', () => {
  let raw = 'Content-Type: text/plain\n\nx'
  for (let at = 0; at < 200; at++)
    raw = `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n${raw}\n--b${at}--\n`
  expect(read(raw)).toEqual([])
})

test.each<[string, string, number]>([
  ['one mail', aReport({}), 1],
  [
    'a mailbox of two',
    `From MAILER-DAEMON Sun Nov 22\n${aReport({})}\n\nFrom x Sun Nov 22\n${aReport({})}`,
    2,
  ],
  ['the same with Windows line ends', `From a\r\n${aReport({})}\r\n\r\nFrom b\r\n${aReport({})}`, 2],
  ['an empty file', '', 0],
  [
    'a mailbox with "From" inside a mail',
    `From a Sun\n${aReport({}).replace('came back', 'From us to you')}`,
    1,
  ],
])('%s: %s mails', (_, file, count) => {
  expect(mailsIn(file)).toHaveLength(count)
  expect(mailsIn(file).flatMap(read)).toHaveLength(count)
})
