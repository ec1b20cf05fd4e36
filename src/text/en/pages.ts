/** What the pages say besides the words of listings. Sentences of 20 words at most, for a reader of eleven. */
import { number, plural } from '../format.ts'
import { how, listing } from './listing.ts'
import { quality } from './quality.ts'
import { map, search } from './search.ts'
import { statements } from './statements.ts'

const en = { lang: 'en' } as const
const count = (n: number) => number(n, en)

export const pages = {
  frame: {
    skip: 'Skip to the main part',
    demo: 'Demonstration. The groups here are invented.',
    menu: 'Main',
    search: 'Search',
    about: 'About',
    quality: 'How current it is',
    groups: 'For groups',
    workers: 'For link workers',
    home: 'start page',
    other: 'Cymraeg',
    leave: 'Leave this site',
    leaveWhy: 'Goes to the weather at once. Press Escape three times to do the same.',
    footContact: 'Ask a person',
    footTrust: 'How far you can trust it',
    footTrustWords: 'Every page says who confirmed it, and when.',
    footMore: 'About this site',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
    titled: (title: string, name: string) => `${title} – ${name}`,
  },
  ask: {
    region: 'Search',
    what: 'What would help?',
    whatHint: 'For example “someone to talk to”',
    where: 'Where?',
    whereHint: 'Postcode, town or area',
    within: 'Within',
    anyDistance: 'Any distance',
    button: 'Search',
    near: 'Near me',
    nearWait: 'Asking your device',
    here: 'where you are',
    nearHere: 'near where you are',
    nearNo: 'Your device did not say where you are. Type a postcode or a town.',
    offers: 'Words that may fit',
    /** Said by script: "#" becomes the number. */
    offered: { one: '# suggestion', other: '# suggestions' },
    kinds: { need: 'need', kind: 'kind', group: 'group', listing: 'listing', place: 'place' },
  },
  home: {
    title: (place: string) => `What would help? Groups and support in ${place}`,
    h1: 'What would help?',
    lead: (place: string) =>
      `Groups, activities and people who help, in and around ${place}. Say it in your own words.`,
    what: 'What are you looking for?',
    post: 'Often needed',
    choose: 'Help me choose',
    chooseWords: 'Pick what fits best. We keep nothing about you.',
    places: (n: number) => plural(n, { one: '# place', other: '# places' }, en),
    workersLink: 'See what takes a referral from you',
    current: 'How current is it?',
    currentWords: (confirmed: number, total: number, months: number) =>
      `${count(confirmed)} of ${plural(total, { one: '# listing', other: '# listings' }, en)} were confirmed in the last ${months === 6 ? 'six' : months} months.`,
    currentMore: 'See how current the directory is',
    groups: 'For groups',
    groupsWords:
      'Do you run something people can join? Say yourself whether it is right and whether you have room.',
    groupsSoon: 'It takes twenty seconds a few times a year. You need no password.',
    groupsLink: 'Keep your listing right',
    workers: 'For link workers',
    workersWords:
      'Search as everybody does. “How to join” shows who takes a referral, “Has room” who takes people now.',
    workersSoon: 'Signed in, you also see what groups and colleagues say, and say what you heard.',
    workersIn: 'Your pages as a link worker',
  },
  search,
  map,
  listing,
  how,
  quality,
  statements,
  errors: {
    mark: (title: string) => `Error: ${title}`,
    summary: 'There is a problem',
    notFound: 'This page does not exist',
    notFoundWords: 'The address may be wrong, or the page has moved. Search for what you need:',
    broken: 'Something broke on our side',
    brokenWords: 'It is not your fault. Try again in a minute, or ask a person:',
  },
}
