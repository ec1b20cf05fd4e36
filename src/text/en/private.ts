/** The frame of the pages behind a sign-in, and what every form of theirs says. */
export const privateWords = {
  menu: 'Your pages',
  groups: 'My listings',
  workers: 'For link workers',
  umbrella: 'Groups we support',
  desk: 'Desk',
  account: 'Your sign-in',
  signOut: 'Sign out',
  signIn: 'Sign in',
  notYours: 'This is not one of yours',
  notYoursWords:
    'You are signed in, but this page belongs to somebody else. Ask the directory team if that is wrong.',
  save: 'Save',
  cancel: 'Cancel',
  saved: 'Saved',
  optional: 'you can leave this out',
}
