/** Pages about letters, and what the desk reads of what came back. */
export const mail = {
  signals: {
    bounced: 'A letter to an address of this listing came back.',
    'dead-link': 'The website of this listing was gone each time we looked.',
  },
  stop: {
    title: 'Stop these letters',
    lead: 'Press the button and we send no more letters of this kind to you.',
    others: 'Letters you ask for yourself, such as a sign-in code, still come.',
    button: 'Stop these letters',
    stopped: 'We have stopped these letters',
    stoppedLead: 'No more letters of this kind go to your address. You need do nothing else.',
    back: 'Did you not mean to? Then have them again.',
    again: 'Send them again',
    againTitle: 'These letters will come again',
    againLead: 'The next one comes at its usual time.',
    unknown: 'This link is not one of ours',
    unknownLead: 'Perhaps a part of it was lost. Open it from the letter again, or write to us.',
  },
  dev: {
    title: 'Letters',
    lead: 'No mail server is set, so letters are kept on this machine. Only this machine can read them.',
    none: 'No letter has been written yet.',
    to: 'To',
    from: 'From',
    subject: 'Subject',
    when: 'Written',
    read: (subject: string) => `Read “${subject}”`,
    all: 'All letters',
    text: 'As plain text',
    html: 'Source of the HTML',
    showing: (shown: number, of: number) => `The newest ${shown} of ${of} letters.`,
  },
  /** What a program is told that tells us of letters that came back. */
  bounce: {
    off: 'This address is not in use here.',
    secret: 'Send the secret of this site in the Authorization header, as Bearer or as a Basic password.',
    body: 'Send JSON such as {"email": "name@example.org", "permanent": true}, {"message": "a mail"}, or a list.',
  },
  /** On the sign-in page. */
  development: 'No mail server is set: read your letters at',
  trouble: 'Letters are not going out just now, so a code may come late. Please try again in ten minutes.',
}
