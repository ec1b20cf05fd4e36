/** Umbrella bodies: they support groups, and keep the listings of those that accepted them. */
import { plural } from '../format.ts'

const EN = { lang: 'en' } as const
const listings = (n: number) => plural(n, { one: '1 listing', other: '# listings' }, EN)

export const umbrella = {
  /** /umbrella */
  title: 'Groups we support',
  none: 'You act for no umbrella body.',
  noGroups: 'No group has accepted your help yet.',
  lead: (groups: number, n: number) =>
    `${plural(groups, { one: '1 group', other: '# groups' }, EN)} with ${listings(n)}. Those to ring first stand at the top.`,
  rang: 'Have you rung round? Choose an answer for each, then save once.',
  heard: {
    'not-rung': 'Not rung',
    running: 'Still right',
    full: 'Full',
    changed: 'Changed',
    'no-answer': 'No answer',
    ended: 'Ended',
  },
  heardLegend: (listing: string) => `What did you hear about ${listing}?`,
  more: 'Add words or a date',
  words: 'In a sentence',
  wordsHint: 'The group and the directory team read it.',
  until: 'Full until',
  weeks: 'Weeks on the waiting list',
  save: 'Save all',
  savedCount: (n: number) => `${plural(n, { one: '1 answer', other: '# answers' }, EN)} saved.`,
  groupsHear: 'The groups get a letter, and can put it right.',
  nothing: 'Nothing was chosen yet.',
  results: {
    saved: 'Saved',
    stale: 'Somebody changed it meanwhile. Look at it again, then choose once more.',
    refused: 'You may not say this of it.',
    invalid: 'Give a day that is still to come, or fewer weeks.',
    unknown: 'It is no longer in the directory.',
  },
  someNot: (n: number) =>
    `${plural(n, { one: '1 answer was', other: '# answers were' }, EN)} not saved. The others were.`,
  edit: 'Change it',
  editName: (listing: string) => `Change it: ${listing}`,
  notPublic: 'Not public',
  groupsLink: 'Invite groups',
  groupsPlace: (groups: string) => `Groups of ${groups}`,

  /** /umbrella/groups */
  groups: {
    title: 'Invite groups',
    back: 'Groups we support',
    lead: 'A group that accepts lets you confirm and change its listings. It can end that at any time.',
    find: 'Find a group',
    what: 'Name, or what it does',
    where: 'Near',
    whereHint: 'A postcode, town or area. You can leave it out.',
    search: 'Search',
    found: (n: number) =>
      n === 0 ? 'No group found.' : `${plural(n, { one: '1 group', other: '# groups' }, EN)} found`,
    wider: 'Try fewer words, or leave the place out.',
    invite: 'Invite',
    inviteName: (group: string) => `Invite ${group}`,
    as: (umbrella: string) => `for ${umbrella}`,
    states: { invited: 'Invited', accepted: 'Accepted', none: 'Not invited' },
    invitedOn: (day: string) => `Invited on ${day}`,
    acceptedOn: (day: string) => `Accepted on ${day}`,
    invited: 'Waiting for their answer',
    accepted: 'They accepted',
    nobody: 'None.',
    noKeeper: 'nobody keeps it yet',
    noKeeperWhat: 'Where nobody keeps a group yet, ring it. The directory team can say yes for it.',
    end: 'End',
    endName: (group: string) => `End our help for ${group}`,
    takeBack: 'Take back',
    takeBackName: (group: string) => `Take back the invitation of ${group}`,
    did: {
      invited: 'The group is invited. Those who keep it get a letter.',
      ended: 'Ended. You can no longer change its listings.',
      'as-it-is': 'That was so already.',
    } as Record<string, string>,
  },

  /** On /groups/people/<group> */
  help: {
    title: 'Umbrella bodies',
    lead: 'An umbrella body supports local groups. If you accept one, it may confirm and change your listings.',
    offers: (umbrella: string) => `${umbrella} offers to help you keep your listings right.`,
    helps: (umbrella: string, day: string) => `${umbrella} helps you since ${day}.`,
    accept: 'Accept',
    acceptName: (umbrella: string) => `Accept ${umbrella}`,
    decline: 'No, thank you',
    declineName: (umbrella: string) => `Say no to ${umbrella}`,
    end: 'End it',
    endName: (umbrella: string) => `End the help of ${umbrella}`,
    byPhone: 'Nobody keeps this group. Accept for it only if somebody of the group said so on the telephone.',
    onlyGroup: 'Only somebody of the group can answer.',
  },
  letters: {
    invites: {
      subject: (umbrella: string, group: string) => `${umbrella} offers to help ${group}`,
      lead: (umbrella: string, group: string) =>
        `${umbrella} offers to help ${group} to keep its listings right.`,
      what: 'If you accept, they may confirm and change your listings. You can end it at any time.',
      button: 'See the offer',
      not: 'Do you not want it? Then do nothing.',
    },
    changed: {
      subject: {
        accepted: (_umbrella: string, group: string) => `${group} accepts your help`,
        declined: (_umbrella: string, group: string) => `${group} does not need your help`,
        ended: (_umbrella: string, group: string) => `${group} has ended your help`,
        'ended-by-body': (umbrella: string, group: string) => `${umbrella} no longer helps ${group}`,
      },
      lead: {
        accepted: (umbrella: string, group: string) =>
          `${group} has accepted ${umbrella}. You may now confirm and change its listings.`,
        declined: (umbrella: string, group: string) => `${group} has said no to ${umbrella}.`,
        ended: (umbrella: string, group: string) =>
          `${group} has ended the help of ${umbrella}. You can no longer change its listings.`,
        'ended-by-body': (umbrella: string, group: string) =>
          `${umbrella} no longer helps ${group}. It can no longer change your listings.`,
      },
      button: 'See the page',
    },
  },
}
