/** What letters say: one question each. */
export const letters = {
  signIn: {
    subject: (code: string, name: string) => `${code} is your ${name} code`,
    lead: (name: string) => `Type this code to sign in to ${name}:`,
    minutes: 'It works once, for 10 minutes, in the browser where you asked for it.',
    fill: 'Fill the code in for me',
    notYou: 'Did you not ask for this? Then do nothing. Nobody gets in without the code.',
  },
}
