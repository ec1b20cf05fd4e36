/** "Are you still full?": one question, and links that only fill the answer in. */
import { describe, expect, test } from 'vitest'
import { CAPACITY_STATES } from '../../src/capacity/event.ts'
import { roomNudge } from '../../src/mail/letters/room-nudge.ts'
import { aReader } from './reader.ts'

describe('the letter before a word on room lapses', () => {
  test.each(CAPACITY_STATES)('%s', (state) => {
    const about = { name: 'Kettle On', state, lastDay: '2027-03-01', path: '/answer/t0k3n' }
    for (const lang of ['en', 'cy'] as const) {
      const { subject, blocks } = roomNudge.write(about, aReader({ lang }))
      expect(subject).toContain('Kettle On')
      const urls = blocks.flatMap((block) => ('url' in block ? [new URL(block.url)] : []))
      expect(urls.map(({ searchParams }) => searchParams.get('room'))).toEqual([
        state,
        ...CAPACITY_STATES.filter((it) => it !== state),
      ])
      expect(new Set(urls.map(({ pathname }) => pathname)).size).toBe(1)
      expect(urls[0]?.pathname).toBe(lang === 'en' ? '/answer/t0k3n' : '/cy/answer/t0k3n')
    }
  })
})
