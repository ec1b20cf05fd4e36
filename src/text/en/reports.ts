/** "Something wrong?": what anybody can say of a listing, and the letters that follow. */
import { plural } from '../format.ts'

const en = { lang: 'en' } as const

export const reports = {
  title: 'Something wrong?',
  about: (name: string) => `Tell us about ${name}. You need no account.`,
  what: 'What is wrong?',
  whats: {
    closed: 'It has closed',
    moved: 'It has moved',
    full: 'It is full',
    number: 'The number or address is wrong',
    other: 'Something else',
  },
  words: 'What do you know?',
  wordsHint: 'One sentence. Please name nobody.',
  tell: 'Your e-mail, if you want to hear what we did',
  tellHint: 'We write to you once. Then we delete your address.',
  empty: 'Leave this empty',
  send: 'Send',
  orRing: (phone: string) => `Or ring ${phone}.`,
  danger: 'Is somebody in danger? Ring 999 now. Nobody reads this page at night.',
  errors: {
    what: 'Choose what is wrong',
    words: (max: number) => `Use ${max} letters or fewer`,
    other: 'Say in a sentence what is wrong',
    tell: 'Write an e-mail address like name@example.org, or leave it empty',
    early: 'That was very quick. Look once more, then press Send again.',
    old: 'This page was open for too long. Please press Send again.',
  },
  limited: (minutes: number) =>
    `Many reports came from where you are. Try again in ${plural(minutes, { one: '# minute', other: '# minutes' }, en)}, or ring us.`,
  thanks: 'Thank you',
  thanksWords: (days: number) =>
    `We look at it within ${plural(days, { one: '# day', other: '# days' }, en)}. We ask those who run it, too.`,
  thanksTell: 'If you left an address, we tell you what we did.',
  back: (name: string) => `Back to ${name}`,
  wrongTell: 'Tell us what is wrong',
  /** After "you told us that". */
  short: {
    closed: 'it has closed',
    moved: 'it has moved',
    full: 'it is full',
    number: 'a number or an address is wrong',
    other: 'something is wrong',
  },
  heardLetter: {
    subject: (listing: string) => `Is this still right? ${listing}`,
    said: {
      closed: (listing: string) => `Somebody says that ${listing} has closed. Is that so?`,
      moved: (listing: string) => `Somebody says that ${listing} has moved. Is that so?`,
      full: (listing: string) => `Somebody says that ${listing} is full. Is that so?`,
      number: (listing: string) =>
        `Somebody says that a number or an address of ${listing} is wrong. Is that so?`,
      other: (listing: string) => `Somebody says that something about ${listing} is wrong. Is it all right?`,
    },
    ask: 'You know best. It takes less than a minute.',
    button: 'Say how it is',
    why: (name: string) => `You get this letter because you keep this listing on ${name}.`,
  },
  outcomeLetter: {
    subject: (listing: string) => `What we did: ${listing}`,
    thanks: (listing: string, what: string) => `You told us about ${listing}: ${what}. Thank you.`,
    decided: {
      right: 'We looked at it. As far as we can find out, what stands there is right.',
      'put-right': 'We looked at it, and put it right.',
      ended: 'You were right: it has ended. The page says so now.',
    },
    look: 'Look at the page',
    gone: 'We have deleted your address from your report. You will hear no more from us about it.',
  },
}
