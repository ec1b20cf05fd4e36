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
}
