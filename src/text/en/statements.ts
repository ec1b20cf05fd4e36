/** The plain statements: what they say must be true of this program. A paragraph is a string, a list an array. */
export type Statement = {
  title: string
  lead: string
  parts: { title: string; says: (string | string[])[] }[]
}

export const statements = {
  about: (place: string): Statement => ({
    title: 'About this directory',
    lead: `Groups, activities and support in and around ${place}, and how sure we are of each.`,
    parts: [
      {
        title: 'What it is for',
        says: [
          'You look for company, help or something to do. Somebody near you may run just that.',
          'Link workers, families and neighbours can use it in the same way. Nobody has to sign in.',
        ],
      },
      {
        title: 'Where it comes from',
        says: [
          'Groups tell us about themselves. We also read lists that councils and charities publish.',
          'Each page says who said what, and when. What the group says counts most.',
          'Some needs are worked out from the words of a list. The page says so.',
        ],
      },
      {
        title: 'How far you can trust it',
        says: [
          'A listing is confirmed when somebody who knows says that it is right. The page says who, and when.',
          'When nobody has confirmed it for a long time, the page says so. Then ring first.',
          '“Room for new people” holds for some weeks only. After that the page says: not known, ask them.',
          'We never make an address look more exact than it is. Some addresses are kept secret, to keep people safe.',
        ],
      },
      {
        title: 'How results are put in order',
        says: [
          'First comes what fits your words best. Then what is near, what is confirmed, and what has room.',
          'Nobody can pay to stand higher.',
        ],
      },
      {
        title: 'Who makes it',
        says: [
          'The program is called Fingerpost. It is free software under the MIT licence.',
          'The people at the foot of this page run this directory. Tell them what is wrong or missing.',
        ],
      },
    ],
  }),
  accessibility: (name: string): Statement => ({
    title: 'Accessibility',
    lead: `We want everybody to be able to use ${name}. This page says how far we have come.`,
    parts: [
      {
        title: 'What you can do here',
        says: [
          [
            'Enlarge the page to 400 % without losing anything.',
            'Use it on a screen that is 320 pixels wide, without moving sideways.',
            'Use it with the keyboard alone. You always see where you are.',
            'Use it with JavaScript switched off. Only the map is missing then.',
            'Read it in your device’s dark or high contrast colours.',
            'Print every page.',
          ],
          'The letters are Atkinson Hyperlegible Next. They were drawn for people who see poorly.',
        ],
      },
      {
        title: 'How it was tested',
        says: [
          'We build it to meet the Web Content Accessibility Guidelines 2.2, level AA.',
          'A program (axe) checks every kind of page: light and dark, at three widths. It finds nothing wrong.',
          'Other tests check the keyboard, the contrast of every colour, and the pages without JavaScript.',
          'It has not yet been tested by people who use screen readers or other aids every day.',
        ],
      },
      {
        title: 'What does not work well yet',
        says: [
          [
            'The words of listings come from groups. Some are long, hard to read, or in English only.',
            'The map is for people who see. The list says everything that the map shows.',
            'The map has no streets unless the people who run this site have added them.',
            'There is no Easy Read and no sign language version.',
          ],
        ],
      },
      {
        title: 'Tell us what is hard',
        says: [
          'Ring or write to the people at the foot of this page. Ask for what you need in another form.',
          'If you are not happy with the answer, ask the Equality Advisory and Support Service (EASS).',
        ],
      },
    ],
  }),
  privacy: (): Statement => ({
    title: 'Privacy',
    lead: 'What you look for here is your own business. We keep nothing about people who search.',
    parts: [
      {
        title: 'What we do not do',
        says: [
          [
            'We set no cookie while you search and read.',
            'We count no visitors and show no advertisements.',
            'Your browser asks no other company for anything while you read our pages.',
            'We keep no list of searches, and nothing of who you are.',
          ],
        ],
      },
      {
        title: 'What happens when you search',
        says: [
          'Your words go to our server, which answers. Then it forgets them, but for what the next part says.',
          'It writes down what kind of page was asked for, and how long it took. It does not write down what you asked, or who you are.',
          'Your words also stand in the address of the page. So they are in the history of your own browser. On a shared computer, clear the history or use a private window.',
          'We count how often a listing is opened in a week. Nobody is in that count.',
          'Your browser remembers your last list until you close the tab, so that “Back to the results” works.',
        ],
      },
      {
        title: 'When we cannot find what you need',
        says: [
          'Then we count what was missing: the need, the first half of your postcode, and the week. Nobody is in that count.',
          'We show such counts in fives. Fewer than five are shown to nobody.',
          'Of words that found nothing we keep a mark that cannot be read. A key that is not in the database makes it.',
          'When the same words come on five different days, the directory team can read them. They stand without a place.',
          'Some words are never marked: long sentences, names with a capital, numbers, addresses, and what you say about yourself.',
          'Words that may mean danger are not counted at all.',
          'Does your browser say “do not track” (DNT or GPC)? Then we count nothing of your search.',
        ],
      },
      {
        title: 'If you sign in',
        says: [
          'Only people who keep listings need to. When you ask for a code, we keep your address and set one cookie.',
          'When you have typed the code, a second cookie keeps you signed in. They do nothing else.',
          'We keep your address, what you may do here, and when and with what kind of browser you signed in.',
          'We keep what you decided here. The public sees your role, never your name or address.',
          'An address to which a code was sent, but that never typed it, is forgotten after 30 days.',
          'You can see this under “Your sign-in”, and leave there. Then we delete your address.',
          'The list of letters that were sent forgets it after 30 days.',
          'So that nobody can guess codes, we count tries for a day at most, in a form that names nobody.',
        ],
      },
      {
        title: 'If you tell us that something is wrong',
        says: [
          'The directory team reads what you wrote. The group hears what is wrong, never your words.',
          'If you leave your e-mail, we tell you once what we did. Then we delete it.',
          'Until then we keep a mark of the network you wrote from. It tells two people apart, and says nothing else.',
        ],
      },
      {
        title: 'If a link worker helps you',
        says: [
          'They can count that somebody was pointed to a group. Nothing about you is in that count, nor who counted it.',
          'They can leave notes about groups for each other. A note is never about the people they help, and ends after 90 days.',
          'They can count that a need was not met in a postcode district. Who pressed, and for whom, is kept nowhere.',
        ],
      },
      {
        title: '“Near me”',
        says: [
          'We ask your device only after you press it. Your place is rounded to about 100 metres.',
          'It is used for that one search.',
        ],
      },
      {
        title: 'When you leave',
        says: [
          'Pages of groups have their own rules. We do not tell them where you came from.',
          '“Leave this site” opens the weather. It takes our page out of the “back” button, not out of your history.',
          'If somebody may look at what you do here, use another device where you can.',
        ],
      },
      {
        title: 'About groups',
        says: [
          'We show how to reach a group: its telephone, its e-mail, its website. We show no names of people.',
          'A group can ask us to hide or remove what is said about it. Ring or write to us.',
        ],
      },
    ],
  }),
}
