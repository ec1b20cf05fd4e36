/** Signing in, and somebody's own page. */
const minutesOf = (n: number) => (n === 1 ? '1 minute' : `${n} minutes`)

export const signIn = {
  title: 'Sign in',
  lead: 'For groups who keep their listing, link workers and the directory team. To search, nobody signs in.',
  email: 'Your e-mail address',
  emailHint: 'We send you a code of six digits. There is no password.',
  emailWrong: 'Write an e-mail address, such as name@example.org',
  send: 'Send me a code',
  privacy: 'When you press this, we keep your address and set one cookie.',
  privacyLink: 'What we keep',

  codeTitle: 'Type the code',
  codeLead: (email: string) => `We sent a code to ${email}. It can take a minute.`,
  code: 'Code of six digits',
  codeHint: 'It works for 10 minutes, in this browser only.',
  come: 'Sign in',
  notCome: 'No letter?',
  notComeWords: [
    'Look in the folder for spam.',
    'Look whether the address above is right.',
    'Ask for another code. Only the newest one works here.',
  ],
  another: 'Ask for another code',
  problems: {
    unreadable: 'Type the six digits from the letter',
    wrong: (left: number) =>
      left === 1
        ? 'That is not the code. You can try once more'
        : `That is not the code. You can try ${left} times more`,
    taken: 'Somebody signs in with this address already',
  },
  over: {
    used: {
      title: 'This code has been used',
      words: 'Each code works once. Ask for another one if you want to sign in again.',
    },
    expired: { title: 'This code is too old', words: 'A code works for 10 minutes. Ask for another one.' },
    'too-many': {
      title: 'That was not the code, five times',
      words: 'So this code does not work any more. You can ask for another one at once.',
    },
    elsewhere: {
      title: 'This browser did not ask for a code',
      words:
        'The code works only in the browser where you asked for it, for 10 minutes. Go back to that one, or ask here for another.',
    },
  },

  secondTitle: 'Type the code of your app',
  secondLead: 'The directory team can change what everybody sees. So it asks for a second step.',
  secondCode: 'Code from your app',
  secondHint: 'Or one of the codes you wrote down.',
  secondGo: 'Go on',
  secondWrong: 'That is not the code, or it was used. Wait for the next one',
  secondLater: 'Go on without it: only your other roles count then',
  secondLost:
    'Lost your phone and your written codes? Ask another administrator to end your role and give it anew.',
  setUp: {
    title: 'Set up a second step',
    lead: 'An app on your phone makes codes. Who decides for the directory shows one at each sign-in.',
    steps: [
      'Have an app for codes on your phone: Aegis, 2FAS, Google Authenticator or your password manager.',
      'Let the app look at this picture, or type the key into it. Choose “time based”, if it asks.',
      'Type the code that the app shows.',
    ],
    picture: 'QR code with your key',
    key: 'Your key',
    open: 'Open it in an app on this device',
    go: 'Set it up',
    begin: 'Begin',
    wrong: 'That is not the code the app shows now. Is the clock of your phone right?',
    doneTitle: 'Write these codes down',
    doneLead:
      'Each of them works once, for the day you do not have your phone. They are shown this one time.',
    done: 'I have written them down',
  },

  againTitle: 'Is it still you?',
  againLead: (email: string) => `Before contacts are changed we send a new code to ${email}.`,

  out: {
    title: 'Sign out',
    lead: 'This ends your sign-in in this browser.',
    go: 'Sign out',
    doneTitle: 'You are signed out',
    done: 'Nobody else can use your pages in this browser now.',
  },

  tooOften: {
    title: 'That was many times in a short while',
    words: (seconds: number) =>
      seconds < 60
        ? 'Please try again in a minute. Nothing is lost, and nobody is locked out.'
        : seconds < 5400
          ? `Please try again in ${minutesOf(Math.ceil(seconds / 60))}. Nothing is lost, and nobody is locked out.`
          : `Please try again in ${Math.ceil(seconds / 3600)} hours. Nothing is lost, and nobody is locked out.`,
    help: (phone: string, hours: string) => `Is it urgent? Ring us: ${phone}, ${hours}.`,
  },

  account: {
    title: 'Your sign-in',
    address: 'Your address',
    newAddress: 'Your new address',
    newAddressHint: 'We send a code to the new address, and tell the old one.',
    change: 'Change your address',
    changed: 'Your address was changed. We wrote to both addresses.',
    roles: 'What you may do',
    noRoles: 'You keep no listing yet.',
    noRolesLink: 'See what you can do',
    role: {
      group: (of: string) => `Keep the listings of ${of}`,
      umbrella: (of: string) => `Help the groups that ${of} supports`,
      'link-worker': (of: string | null) => (of === null ? 'Link worker' : `Link worker in ${of}`),
      desk: (of: string | null) => (of === null ? 'Directory team' : `Directory team for ${of}`),
      administrator: () => 'Administrator',
    },
    waits: 'This counts only after your second step.',
    browsers: 'Where you are signed in',
    browser: (name: string, system: string) =>
      name === '' ? 'A browser' : system === '' ? name : `${name} on ${system}`,
    here: 'this one',
    seen: (when: string) => `Last used ${when}`,
    end: 'End',
    endWhich: (name: string) => `End ${name}`,
    endOthers: 'End all the others',
    ended: (n: number) => (n === 1 ? 'One sign-in was ended.' : `${n} sign-ins were ended.`),
    second: 'Second step',
    secondNone: 'Not set up. The directory team needs one.',
    secondOn: (left: number) =>
      `Set up. ${left === 1 ? 'One written code is' : `${left} written codes are`} left.`,
    secondSetUp: 'Set it up',
    secondDrop: 'Take it away',
    secondDropped: 'Your second step was taken away.',
    secondRefused: 'Show your second step first.',
    leave: 'Leave',
    leaveWords:
      'We delete your address and end your roles and sign-ins. Listings stay. This cannot be undone.',
    leaveGo: 'Leave and delete my address',
    leaveSure: 'Yes, delete it',
    leaveTick: 'Tick the box if you want to leave',
  },
}
