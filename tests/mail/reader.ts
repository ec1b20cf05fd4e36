/** Whom tests write letters to. */
import type { Reader } from '../../src/mail/letter.ts'
import type { Lang } from '../../src/text/format.ts'
import { texts } from '../../src/text/texts.ts'
import { NOW } from '../fixtures.ts'

export function aReader(over: Partial<Reader> & { lang?: Lang } = {}): Reader {
  const lang = over.lang ?? 'en'
  return {
    text: texts(lang),
    lang,
    base: 'https://directory.example.org',
    site: {
      name: 'Fingerpost',
      place: 'Trafford',
      contact: {
        email: 'directory@example.org',
        phone: '0161 496 0100',
        phone_hours: 'weekdays, 9am to 4pm',
      },
    },
    stopLink: 'https://directory.example.org/mail/stop/a-token',
    now: NOW,
    ...over,
  }
}
