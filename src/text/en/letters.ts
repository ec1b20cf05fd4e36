/** What letters say: one question each. */
export const letters = {
  /** Under every letter. */
  foot: {
    who: (name: string, place: string) => `${name} is the directory of local groups in ${place}.`,
    contact: (email: string, phone: string, hours: string) => `Write to ${email} or ring ${phone}, ${hours}.`,
    why: 'This came because your address looks after a listing, or asked us for it.',
    stop: 'Stop these letters',
  },
  signIn: {
    subject: (code: string, name: string) => `${code} is your ${name} code`,
    lead: (name: string) => `Type this code to sign in to ${name}:`,
    minutes: 'It works once, for 10 minutes, in the browser where you asked for it.',
    fill: 'Fill the code in for me',
    notYou: 'Did you not ask for this? Then do nothing. Nobody gets in without the code.',
  },
  /** After a change to how somebody signs in. */
  account: {
    subject: {
      address: (name: string) => `The address you sign in to ${name} with was changed`,
      'second-on': (name: string) => `A second step was set up for ${name}`,
      'second-off': (name: string) => `Your second step for ${name} was taken away`,
      left: (name: string) => `You have left ${name}`,
    },
    lead: {
      address: (name: string) => `Somebody who was signed in as you changed the address for ${name}.`,
      'second-on': (name: string) => `From now on ${name} asks for a code from an app as well.`,
      'second-off': (name: string) => `${name} no longer asks you for a code from an app.`,
      left: (name: string) => `Your address, your roles and your sign-ins were deleted from ${name}.`,
    },
    notYou: (email: string, phone: string) => `Was this not you? Tell us at once: ${phone}, ${email}.`,
  },
  /** Is it still right? */
  review: {
    subject: (name: string, many: number) =>
      many === 1 ? `Is “${name}” still right?` : `Are your ${many} listings still right?`,
    again: (name: string, many: number) =>
      many === 1
        ? `We have not heard: is “${name}” still right?`
        : `We have not heard: are your ${many} listings still right?`,
    lead: (name: string) => `People find you through ${name}. Is this still what they should see?`,
    answer: (many: number): string =>
      many === 1 ? 'Answer three short questions' : 'Answer for each of them',
    nothing: 'It takes twenty seconds. Nothing changes until you press “Save” on the page that opens.',
    contact: 'You get this because the listing shows your address.',
    keep: 'Keep this listing yourself',
    unknownTimes: 'No times are shown.',
  },
  /** Before a word on room lapses. */
  roomNudge: {
    subject: {
      open: (name: string) => `Is there still room at “${name}”?`,
      waiting: (name: string) => `Is there still a waiting list at “${name}”?`,
      full: (name: string) => `Is “${name}” still full?`,
      paused: (name: string) => `Is “${name}” still having a break?`,
    },
    lead: {
      open: (name: string) => `You told us that ${name} has room for new people. Is that still so?`,
      waiting: (name: string) => `You told us that ${name} has a waiting list. Is that still so?`,
      full: (name: string) => `You told us that ${name} is full. Is that still so?`,
      paused: (name: string) => `You told us that ${name} is having a break. Is that still so?`,
    },
    lapses: (day: string) => `People see it until ${day}. After that they see “not known: ask them”.`,
    still: {
      open: 'Yes, there is room',
      waiting: 'Yes, there is a waiting list',
      full: 'Yes, it is full',
      paused: 'Yes, we are having a break',
    },
    now: {
      open: 'There is room now',
      waiting: 'There is a waiting list now',
      full: 'It is full now',
      paused: 'We are having a break now',
    },
    nothing: 'Nothing changes until you press “Save” on the page that opens.',
  },
  /** To link workers. */
  ringThese: {
    subject: (many: number) => (many === 1 ? 'One group to ring' : `${many} groups to ring`),
    lead: (many: number): string =>
      many === 1
        ? 'This group does not answer letters. Would you ring it?'
        : 'These groups do not answer letters. Would you ring one or two?',
    open: 'Open the list with the numbers',
    seconds: 'What you heard takes ten seconds to write down. It helps every colleague.',
  },
}
