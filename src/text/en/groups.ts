/** What groups read: what keeping a listing means, their listings, and the three questions. */
import { plural } from '../format.ts'

const en = { lang: 'en' } as const
const people = (n: number) => plural(n, { one: '# person', other: '# people' }, en)

export const groups = {
  title: 'For groups',

  /** For everybody, before they sign in. */
  about: {
    lead: 'Keep your listing right, and the right people find you. It takes twenty seconds a few times a year.',
    steps: [
      'We write to you when we need to know something: one mail, three questions.',
      'You answer: is it right, have you got room, does your funding go on.',
      'People see at once what you said, and when you said it. Nobody sees your name.',
    ],
    stays: 'You stay in charge: you can change or take back anything for 30 days.',
    find: 'Find your listing',
    findHint: 'The name of your group, or of what you run',
    findButton: 'Find it',
    findThen: 'Open your listing and choose “Is this yours? Keep it right”.',
    keep: 'You keep a listing already',
    signIn: 'Sign in',
    signInWords: 'We send a code to your e-mail address. You need no password.',
    add: 'Not in the directory yet?',
    addWords: 'Tell us about it in small steps. What you typed is kept as you go.',
    addLink: 'Add what you run',
  },

  /** My listings. */
  mine: {
    title: 'My listings',
    none: 'You keep no listing yet.',
    noneWords: 'Find yours by its name and choose “Is this yours? Keep it right”, or add a new one.',
    answer: 'Answer 3 questions',
    answerFor: (name: string) => `Answer 3 questions about ${name}`,
    change: 'Change',
    history: 'History, undo',
    see: 'See what people see',
    due: {
      right: 'still right?',
      room: 'room?',
      funding: 'funding?',
    },
    dueNow: 'We ask:',
    seen: 'People see',
    nothingDue: 'Nothing to do.',
    draft: 'Not public yet',
    goOn: 'Go on with it',
    waiting: (n: number) =>
      plural(
        n,
        { one: '# change waits for the directory team', other: '# changes wait for the directory team' },
        en,
      ),
    unsent: 'Begun, not sent yet',
    unnamed: 'Without a name so far',
    ended: 'It has ended',
    tapLegend: (name: string) => `Have you got room at ${name}?`,
    tap: { open: 'Room', waiting: 'Waiting list', full: 'Full', paused: 'Having a break' },
    tapped: (name: string, said: string) => `${name}: people see “${said}” now.`,
    takeBack: 'Take it back',
    takenBack: (name: string, said: string) => `Taken back. ${name}: people see “${said}”.`,
    tooLate: 'It is too late to take that back. Say how it is now.',
    people: (group: string) => `People who keep ${group}`,
    keepers: 'Who keeps it',
    add: 'Add another listing',
  },

  /** The three questions. */
  ask: {
    yours: 'Your listing',
    title: (name: string) => `Three questions about ${name}`,
    seen: 'People see:',
    see: 'See what people see',
    right: 'Is it still right?',
    rightIs: {
      yes: 'Yes, all of it',
      changed: 'Something has changed',
      ended: 'It has ended',
    },
    changedHint: 'you change it after this page',
    room: 'Have you got room?',
    roomIs: {
      open: 'Room for new people',
      waiting: 'Waiting list',
      full: 'Full',
      paused: 'Having a break',
    },
    untilSmall: 'until when?',
    weeksSmall: 'how long?',
    weeks: 'About how many weeks?',
    until: 'Until when?',
    untilFor: { full: 'Full until when?', paused: 'Having a break until when?' },
    untilHint: 'For example “1 March” or “1/3”. Not sure? Leave it empty.',
    more: 'Day by day, and how many a month',
    moreOne: 'How many new people a month?',
    bySession: 'Is it different on some days?',
    session: (name: string) => `${name}`,
    sessionUntil: (name: string) => `${name}: until when?`,
    sessionAs: 'The same',
    perMonth: 'How many new people can you take in a month?',
    perMonthHint: 'Link workers see the number. It stops nobody. Empty: you do not count.',
    funding: 'What happens with your funding?',
    fundingEnds: (day: string) => `Your funding ends on ${day}. Will you go on?`,
    fundingEnded: (day: string) => `Your funding ended on ${day}. Do you go on?`,
    fundingGranted: (day: string) => `We read of a grant until ${day}. Does your money go on after that?`,
    fundingIs: {
      yes: 'Yes',
      no: 'No',
      'goes-on': 'It goes on',
      ends: 'It ends',
      unknown: 'Do not know yet',
    },
    goesOnSmall: 'until when?',
    goesOnUntil: 'Until when is it sure?',
    goesOnHint: 'For example “31 March 2028”. Not sure? Leave it empty.',
    endsSmall: 'on which day?',
    endsOn: 'On which day does it end?',
    askAgain: (month: string) => `we will ask again in ${month}`,
    save: 'Save',
    leave: 'You can leave a question out.',
    pointed: (n: number) =>
      n === 0
        ? 'Nobody was pointed to you this month yet.'
        : `${n === 1 ? '1 person was' : `${people(n)} were`} pointed to you this month.`,
    youSee: (said: string) => `People see “${said}”.`,
    since: 'This was changed since we wrote to you:',
    stale: 'This was changed while you had it open',
    staleWords: 'What you said about room and funding is saved. Look at the changes: is it still right?',
    errors: {
      nothing: 'Answer at least one of the three questions',
      day: 'Type a day such as “1 March”, or leave it empty',
      past: 'That day is over: type one that is still to come',
      far: 'Type a day in the next twelve months',
      later: 'Type a day after the one you know of, or leave it empty',
      needed: 'Type the day on which the funding ends, such as “31 March”',
      endedAhead: 'Type a day that is over, or today',
      weeks: 'Type a number of weeks, such as 6',
      perMonth: 'Type a number, such as 5',
      successor: 'Type the address of its page here, or leave it empty',
    },
  },

  /** "It has ended", made sure of. */
  end: {
    title: (name: string) => `Has ${name} ended?`,
    lead: 'People will see “This has closed”. Its page stays, and leads them on.',
    on: 'When did it end?',
    onHint: 'For example “20 November”. Empty: today.',
    successor: 'Did something take its place?',
    none: 'No',
    other: 'Something else here',
    otherPage: 'The address of its page here',
    sure: 'Yes, it has ended',
    back: 'No, go back',
  },

  /** After saving. */
  done: {
    title: 'Saved. Thank you',
    see: 'People see now:',
    confirmed: 'Confirmed by the group today',
    ended: 'This has closed',
    waits: 'The directory team looks at it first: another source says that it still runs.',
    pointed: (n: number) =>
      n === 0
        ? 'Nobody was pointed to you this month yet.'
        : `${n === 1 ? '1 person was' : `${people(n)} were`} pointed to you this month.`,
    page: 'See the page',
    /** Before "Its funding goes on until 31 March." */
    insiders: 'Link workers and the directory team read:',
    undo: 'Was that wrong? See the history and undo it',
    undoLink: 'Was that wrong? Sign in to undo it',
    next: (name: string) => `Next: ${name}`,
    all: 'All my listings',
    change: 'Now change what is not right',
    changeSignIn: 'Sign in to change what is not right',
    changeWords: 'You said that something has changed. The rest is saved.',
  },

  /** The link in a letter. */
  link: {
    title: 'Your listings',
    lead: 'One after the other. Each takes twenty seconds.',
    answered: (day: string) => `Answered on ${day}`,
    usedTitle: 'This link has been used',
    used: (day: string) => `It was answered on ${day}. A link works once for each listing.`,
    expiredTitle: 'This link is too old',
    expired: (day: string) => `It worked until ${day}.`,
    unknownTitle: 'This link does not work',
    unknown: 'Perhaps it was cut off in the mail. Copy all of it, or sign in.',
    instead: 'Do you want to tell us something? Sign in with your e-mail address. We send you a code.',
    signIn: 'Sign in',
    askDesk: 'Or ask a person:',
  },

  /** On the public page of a listing. */
  isThisYours: 'Is this yours? Keep it right',
}
