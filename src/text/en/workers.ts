/** What link workers read and write, and the letters that come of it. */
import { plural } from '../format.ts'

const EN = { lang: 'en' } as const
const count = (n: number, one: string, other: string) => plural(n, { one, other }, EN)

export const workers = {
  title: 'For link workers',
  lead: 'Find the right group for the person in front of you. Help to keep what stands here true.',
  can: 'What you can do here',
  canList: [
    [
      'See more when you search',
      'Numbers for referrals, how long the money lasts, and how many people were pointed to a group.',
    ],
    ['Say what you heard', 'You rang a group? Ten seconds, and everybody sees that somebody checked.'],
    ['Leave a note for colleagues', 'It ends by itself, so that no old story stays.'],
    ['Save a search', 'One e-mail a week tells you what changed.'],
    ['See whom to ring next', 'The listings in your area that nobody has checked for longest.'],
  ],
  signIn: 'Sign in',
  howIn: 'How to get in',
  howInWords: 'Ask the directory team. Say where you work and which area you look after.',
  notOne: 'You are signed in, but not as a link worker.',
  area: (names: string) => `Your area: ${names}`,
  everywhere: 'Your area: the whole directory',
  searchLabel: 'What would help?',
  whereLabel: 'Where?',
  search: 'Search',

  see: 'See what link workers see',
  private: 'Only link workers, support bodies and the directory team see this page.',
  publicPage: 'See what people see',
  pointedWeek: (n: number) =>
    n === 0
      ? 'Nobody was pointed here this week'
      : count(n, '1 person pointed here this week', '# people pointed here this week'),
  pointedMonth: (n: number) =>
    n === 0
      ? 'Nobody was pointed here this month.'
      : count(n, '1 person was pointed here this month.', '# people were pointed here this month.'),
  notesCount: (n: number) => count(n, '1 note from colleagues', '# notes from colleagues'),
  fundingEnds: (day: string) => `Funded until ${day}`,

  feedback: {
    pointed: (n: number) =>
      n === 0
        ? 'Link workers pointed nobody to you this month.'
        : count(n, '1 person was pointed to you this month.', '# people were pointed to you this month.'),
    full: (n: number) => count(n, '1 listing like yours is full.', '# listings like yours are full.'),
    noneFull: 'No listing like yours says it is full.',
  },

  rang: {
    title: 'Did you ring?',
    heard: 'Rang today? What did you hear?',
    choices: {
      running: ['It is running', 'what stands here is right'],
      changed: ['Something has changed', 'say what: the directory team puts it right'],
      full: ['It is full', 'or has a waiting list'],
      'no-answer': ['Nobody answered', ''],
      ended: ['It has ended', 'the directory team looks into it'],
    },
    words: 'One sentence',
    wordsHint: 'The group and the directory team can read it. Nothing about the person you help.',
    more: 'Full until when, how long is the wait, how you heard',
    until: 'Full until',
    weeks: 'Weeks to wait',
    how: 'How did you hear?',
    hows: { phone: 'On the telephone', visit: 'I was there', form: 'In a message' },
    save: 'Save',
    today: 'Rang today',
    saved: {
      running: 'Thank you. People now see that a link worker confirmed it today.',
      full: 'Thank you. People now see that it is full.',
      changed: 'Thank you. The directory team will put it right.',
      'no-answer': 'Thank you. It is noted that nobody answered.',
      ended: 'Thank you. The directory team will look into it.',
    },
    told: 'The group hears of it, and can put it right.',
    stale: 'This listing was changed while you looked at it. Please read it again, then say what you heard.',
    wrongHeard: 'Choose what you heard',
    wrongWords: 'Say in at most 300 letters what you heard',
    wrongChanged: 'Say what has changed',
    wrongUntil: 'Give a day within a year from today, or leave it out',
    wrongWeeks: 'Give the weeks as a number from 0 to 104, or leave them out',
  },

  point: {
    title: 'Pointed somebody here?',
    button: 'I pointed somebody here',
    hint: 'We count how many in a week, once a day from each link worker. We keep nothing about anybody.',
    done: 'Counted.',
    again: 'You said so today already. It counts once a day.',
    undo: 'Take it back',
    undone: 'Taken back.',
  },

  ask: {
    title: 'Whom to ask',
    hidden: 'not shown to the public',
    referral: 'How to refer',
    mail: 'E-mail',
    none: 'No telephone number is known.',
  },
  room: {
    title: 'Room for new people',
    history: 'What was said before',
    none: 'Nobody has said anything about room yet.',
    by: (who: string, day: string) => `${who}, ${day}`,
    who: {
      group: 'the group',
      umbrella: 'a local support body',
      desk: 'the directory team',
      'link-worker': 'a link worker',
      source: 'another directory',
    },
  },
  money: { title: 'Funding', none: 'Nothing is known about its funding.' },

  notes: {
    title: 'Notes from colleagues',
    none: 'No colleague has left a note.',
    by: (role: string, day: string, until: string) => `${role}, ${day}. Shown until ${until}.`,
    roles: {
      'link-worker': 'A colleague',
      umbrella: 'A local support body',
      desk: 'The directory team',
      administrator: 'The directory team',
      group: 'The group',
    },
    add: 'Leave a note',
    words: 'Your note',
    hint: 'Nothing about a client: no name, no story, no health. Colleagues in your area read it.',
    until: 'Show it until',
    untilHint: 'At most 90 days from today',
    save: 'Save the note',
    end: 'End this note',
    saved: 'Your note is saved.',
    ended: 'The note has ended.',
    wrongWords: 'Write a note of at most 500 letters',
    wrongUntil: 'Give a day within the next 90 days',
  },

  group: {
    title: 'The group says to link workers',
    ask: 'What should link workers know?',
    words: 'Your words',
    tell: 'Tell link workers something',
    change: 'Change it',
    hint: 'One or two sentences. Only link workers and the directory team read it. It ends after 90 days.',
    example: 'For example: “Ring before 11. Thank you for the six people you sent us this month.”',
    save: 'Save',
    saved: 'Link workers see this now.',
    end: 'Take it away',
    ended: 'Link workers do not see it any more.',
    until: (day: string) => `Shown until ${day}.`,
    now: (until: string) => `Link workers see this until ${until}:`,
    wrong: 'Write at most 300 letters',
    back: 'Back to your listing',
  },

  ring: {
    title: 'Whom to ring next',
    lead: 'These need a call most. Take one, ring, and say what you heard.',
    none: 'Nobody needs a call just now. Thank you.',
    nobody: 'There is no telephone number. Try the e-mail address, or ask the directory team.',
    take: 'I will ring this one',
    free: 'Leave it to somebody else',
    mine: (time: string) => `Yours until ${time}`,
    taken: (time: string) => `A colleague is ringing this one, until ${time}`,
    takenNow: 'A colleague was quicker with this one. Please take another.',
    all: 'See whom to ring next',
    facts: 'What stands here',
  },

  searches: {
    title: 'Saved searches',
    lead: 'Once a week one e-mail tells you what changed in them. Nothing changed: no e-mail.',
    none: 'You have no saved search yet. Search, then press “Save this search”.',
    save: 'Save this search',
    saveThis: 'Save this search',
    name: 'A name for it',
    nameHint: 'For yourself only. Not the name of a client.',
    saved: 'Saved. The first e-mail comes when something has changed.',
    forget: 'Forget it',
    forgotten: 'Forgotten. Nothing of it is left.',
    keep: 'Only you can see these. They are kept sealed, and gone when you forget them.',
    many: 'You have 20 saved searches. Forget one first.',
    wrongName: 'Give it a name of at most 80 letters',
    wrongQuery: 'This search cannot be saved. Search again, then save it.',
    change: 'Change your saved searches',
  },

  unmet: {
    title: 'Needed, but not found',
    lead: 'This tells the directory team what is missing where. Nothing about the person is kept.',
    need: 'What was needed?',
    choose: 'Choose one',
    where: 'Where?',
    whereHint: 'The first half of a postcode, such as M33. You can leave this out.',
    wrongWhere: 'Give the first half of a postcode, such as M33, or leave it out',
    save: 'Count it',
    wrong: 'Choose what was needed',
  },

  letters: {
    confirmed: {
      subject: (listing: string) => `Is this right? ${listing}`,
      who: {
        'link-worker': 'A link worker',
        umbrella: 'A local support body',
        desk: 'The directory team',
      },
      how: {
        phone: (who: string, day: string) => `${who} rang on ${day}.`,
        visit: (who: string, day: string) => `${who} was with you on ${day}.`,
        form: (who: string, day: string) => `${who} heard from you on ${day}.`,
      },
      heard: {
        running: 'They heard that it is running, and that what stands in the directory is right.',
        full: (room: string) => `They heard about room for new people: “${room}”.`,
        changed: 'They heard that something has changed.',
        ended: 'They heard that it has ended.',
      },
      wrote: (words: string) => `They wrote: “${words}”`,
      ask: 'Is that right?',
      button: 'See it and put it right',
      right: 'If it is right, you need do nothing.',
    },
    changed: {
      subject: 'What changed in your saved searches',
      lead: 'This is what changed in the last week.',
      is: {
        found: (name: string) => `New: ${name}`,
        ended: (name: string) => `Has ended: ${name}`,
        full: (name: string) => `Is full now: ${name}`,
        room: (name: string) => `Has room again: ${name}`,
        lapsed: (name: string) => `Nobody has confirmed it lately: ${name}`,
      },
      more: (n: number) => count(n, 'and 1 more', 'and # more'),
      button: 'See your saved searches',
      why: 'You get this letter because you saved a search here.',
    },
  },
}
