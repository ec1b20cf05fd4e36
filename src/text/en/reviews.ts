/** Whom to ask next, and why. */
import { plural } from '../format.ts'

const EN = { lang: 'en' } as const

export const reviews = {
  /** One sentence a reason; days and months come ready written. */
  why: {
    signal: {
      bounced: 'E-mail to the group comes back.',
      'dead-link': 'Its website has gone.',
      'removed-from-register': 'The group has left its register.',
      merged: 'The register says it became part of another group.',
      dissolved: 'The register says it has been closed down.',
      insolvent: 'The register says it cannot pay its debts.',
      'accounts-overdue': 'Its accounts are late at the register.',
      'reported-closed': 'Somebody told us it has closed.',
      'reported-wrong': 'Several people told us that something is wrong.',
      'missing-from-source': 'It is no longer in the list it came from.',
      'rang-no-answer': 'Nobody answers the telephone.',
    },
    fundingEnded: (day: string) => `Its funding ended on ${day} and nobody has said since.`,
    fundingEnds: (day: string) => `Its funding ends on ${day}.`,
    noAnswer: {
      asked: 'One letter has had no answer.',
      again: 'Two letters have had no answer.',
      'somebody-else': 'Two people of the group have not answered.',
      'link-workers': 'Letters and calls have had no answer.',
      desk: 'Nobody has answered for months.',
    },
    noAddress: 'It shows no e-mail address.',
    noAddressNorNumber: 'It shows no e-mail address and no telephone number.',
    neverConfirmed: 'Nobody has confirmed it yet.',
    longAgo: (ago: string) => `It was last confirmed ${ago}.`,
    yearEnd: 'Many grants end on 31 March, and nobody has said since.',
    muchLookedAt: (looks: number) =>
      `${plural(looks, { one: '1 person looks', other: '# people look' }, EN)} at it a week.`,
    changesOften: 'Things like this change often.',
    withOthers: 'It goes in the same letter as another.',
  },
  /** The steps of asking, as names. */
  rung: {
    asked: 'First letter',
    again: 'Second letter',
    'somebody-else': 'Letter to somebody else of the group',
    'link-workers': 'Ring',
    desk: 'The directory team looks',
  },
}
