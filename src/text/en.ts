/** Every word a person reads, in English. Short sentences, plain words. The same keys stand in cy.ts. */
import { miles, money, plural, type Lang } from './format.ts'
import { desk } from './en/desk.ts'
import { editing } from './en/editing.ts'
import { finding } from './en/finding.ts'
import { gaps } from './en/gaps.ts'
import { funding } from './en/funding.ts'
import { fundingEnds } from './en/funding-ends.ts'
import { groups } from './en/groups.ts'
import { keepers } from './en/keepers.ts'
import { letters } from './en/letters.ts'
import { mail } from './en/mail.ts'
import { reports } from './en/reports.ts'
import { schedule } from './en/schedule.ts'
import { sources } from './en/sources.ts'
import { umbrella } from './en/umbrella.ts'
import { pages } from './en/pages.ts'
import { signIn } from './en/sign-in.ts'
import { privateWords } from './en/private.ts'
import { workers } from './en/workers.ts'
import { reviews } from './en/reviews.ts'
import { why } from './en/why.ts'

const EN = { lang: 'en' } as const
const count = (n: number, one: string, other: string) => plural(n, { one, other }, EN)

export const en = {
  lang: 'en' as Lang,
  language: 'English',

  clock: { midday: 'midday', midnight: 'midnight', span: (from: string, to: string) => `${from} to ${to}` },

  /** Freshness. `who` is the name of a source; `ago` is "12 days ago"; days and months come ready written. */
  standing: {
    confirmed: {
      group: 'Confirmed by the group',
      umbrella: 'Confirmed by a local support body',
      desk: 'Confirmed by the directory team',
      'link-worker': 'Confirmed by a link worker',
      source: (who: string) => `Confirmed by ${who}`,
      'a-source': 'Confirmed by another directory',
    },
    due: (confirmed: string, ago: string) => `${confirmed} ${ago}.`,
    checkFirst: 'Check before you go',
    ringFirst: 'Ring first',
    notSince: (month: string) => `Nobody has confirmed this since ${month}.`,
    never: 'Nobody has confirmed this yet.',
    likelyEnded: 'This may have ended.',
    mayBeWrong: 'Something here may be wrong.',
    why: {
      bounced: 'E-mail to the group comes back',
      'dead-link': 'Its website has gone',
      'removed-from-register': 'The group has left its register',
      merged: 'The charity register says it became part of another group',
      dissolved: 'The register says the group has been closed down',
      insolvent: 'The register says the group cannot pay its debts',
      'accounts-overdue': 'The register says the group’s accounts are late',
      'reported-closed': 'Somebody told us it has closed',
      'reported-wrong': 'Several people told us so',
      'missing-from-source': 'It is no longer in the list it came from',
      'rang-no-answer': 'Nobody answers the telephone',
    },
    ended: 'This has ended.',
    endedOn: (day: string) => `It ended on ${day}`,
  },

  /** Room for new people. */
  capacity: {
    open: 'Room for new people',
    waiting: (weeks: number | null) =>
      weeks === null ? 'Waiting list' : `Waiting list, about ${count(weeks, '1 week', '# weeks')}`,
    waitingSoon: 'Waiting list, less than a week',
    full: 'Full',
    fullUntil: (day: string) => `Full until ${day}`,
    paused: 'Paused',
    pausedUntil: (day: string) => `Paused until ${day}`,
    unknown: 'Room not known: ask them',
    said: (ago: string) => `said ${ago}`,
    saidBy: {
      group: (ago: string) => `said by the group ${ago}`,
      umbrella: (ago: string) => `said by a local support body ${ago}`,
      desk: (ago: string) => `said by the directory team ${ago}`,
      'link-worker': (ago: string) => `said by a link worker ${ago}`,
      source: (ago: string) => `said by another directory ${ago}`,
    },
    /** `days` is "Tuesday and Thursday", `state` "full until 1 March". */
    bySession: (days: string, state: string) => `${days}: ${state}`,
    trend: (full: number, of: number) => `Full in ${full} of the last ${count(of, '1 month', '# months')}`,
    neverFull: (of: number) => `Not full in the last ${count(of, '1 month', '# months')}`,
    reopens: (weeks: number) => `Usually has room again after ${count(weeks, '1 week', '# weeks')}`,
    noTrend: 'Too little was said so far to count months.',
    trendHead: 'Room over time',
    intake: (perMonth: number, pointed: number) =>
      `They can take about ${count(perMonth, '1 new person', '# new people')} a month. ${pointed === 0 ? 'Nobody was' : count(pointed, '1 was', '# were')} pointed here or put on a shortlist this month.`,
    intakeFull: 'That is as many as they can take: ring first.',
  },

  /** When it runs. */
  schedule,

  /** What it costs, how to join, whom it is for, whom it serves. */
  facts: {
    free: 'Free',
    donation: 'Donation',
    donationOf: (pence: number) => `Donation, ${money(pence, EN)} suggested`,
    paid: 'There is a charge',
    amount: (pence: number) => `${money(pence, EN)} a session`,
    join: {
      'turn-up': 'Just turn up',
      book: 'Book',
      'self-refer': 'Refer yourself',
      referral: 'Somebody has to refer you',
    },
    referrer: {
      gp: 'GP',
      'link-worker': 'link worker',
      'social-care': 'social worker',
      professional: 'professional',
    },
    /** `who` is "link worker or GP". */
    canRefer: (who: string) => `A ${who} can refer`,
    mustRefer: (who: string) => `A ${who} has to refer you`,
    anybody: 'Anybody',
    people: 'People',
    girls: 'Girls',
    boys: 'Boys',
    gender: { women: 'Women', men: 'Men', 'non-binary': 'Non-binary people' },
    /** Age groups. "People" is put in front by gender: "Women over 18". */
    age: {
      over: (who: string, age: number) => `${who} over ${age}`,
      under: (who: string, age: number) => `${who} under ${age}`,
      between: (who: string, from: number, to: number) => `${who} aged ${from} to ${to}`,
      exactly: (who: string, age: number) => `${who} aged ${age}`,
    },
    adults: 'Adults',
    children: 'Children',
    youngPeople: 'Young people',
    carers: 'Carers',
    whoCare: (who: string) => `${who} who are carers`,
    /** `conditions` is "Parkinson's and dementia". */
    living: (who: string, conditions: string) => `${who} with ${conditions}`,
    livingAndCarers: (who: string, conditions: string) =>
      `${who} with ${conditions} and those who care for them`,
    /** `communities` is "Veterans, Students". */
    especially: (who: string, communities: string) => `${who}: ${communities}`,
    serves: {
      anyone: 'Anybody, wherever they live',
      country: (name: string) => `Serves all of ${name}`,
      all: (name: string) => `Serves all of ${name}`,
      areas: (names: string) => `Serves ${names}`,
      areasMany: (names: string, more: number) => `Serves ${names} and ${more} more areas`,
      areasUnnamed: 'Serves some areas only: ask',
      postcodes: (starts: string) => `Serves postcodes that begin ${starts}`,
      postcodesMany: (starts: string, more: number) =>
        `Serves postcodes that begin ${starts} and ${more} more`,
      radius: (n: number) => `Within ${miles(n, EN)}`,
      practices: (names: string) => `Patients of ${names}`,
      practicesUnnamed: 'Patients of some GP practices: ask',
    },
    country: {
      GB: 'Great Britain',
      UK: 'the United Kingdom',
      EN: 'England',
      WA: 'Wales',
      SC: 'Scotland',
      NI: 'Northern Ireland',
    },
  },

  editing,
  finding,
  why,
  funding,
  fundingEnds,
  gaps,
  groups,
  pages,
  letters,
  mail,
  private: privateWords,
  signIn,
  keepers,
  umbrella,
  desk,
  reports,
  workers,
  reviews,
  sources,
}

/** The shape every language has. */
export type Text = typeof en
