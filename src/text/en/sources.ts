/** Sources and their runs, as the desk reads them; and where the words of a listing come from. */
import { number, plural } from '../format.ts'
import { run, undo } from './runs.ts'

const en = { lang: 'en' } as const
const n = (count: number) => number(count, en)
const listings = (count: number) => plural(count, { one: '# listing', other: '# listings' }, en)
const rows = (count: number) => plural(count, { one: '# row', other: '# rows' }, en)
const things = (count: number) => plural(count, { one: '# thing', other: '# things' }, en)

export const sources = {
  title: 'Sources',
  lead: 'Where the directory reads from. What is in trouble stands first.',
  none: 'Nothing has been read yet.',
  never: 'Known, but never read',
  neverWords: 'Their files are named at the command line, or nobody asked for them yet.',
  /** `whose`: the publisher. */
  by: (whose: string) => `from ${whose}`,
  kinds: {
    spreadsheet: 'A spreadsheet',
    geojson: 'A map file (GeoJSON)',
    'open-referral': 'An Open Referral feed',
    '360giving': 'Grants (360Giving)',
    'charity-commission': 'Charity register, England and Wales',
    'charity-commission-legacy': 'Charity register, England and Wales, to 2020',
    oscr: 'Charity register, Scotland',
    ccni: 'Charity register, Northern Ireland',
    'charity-mergers': 'Register of charity mergers',
    'charity-reregistrations': 'Charities with a new number',
    osm: 'A map made by volunteers (OpenStreetMap)',
    demonstration: 'Invented for the demonstration',
    people: 'People, on this site',
  } as Record<string, string>,
  otherKind: 'Another kind of source',
  every: {
    hand: 'Read only when somebody says so',
    day: (time: string) => `Read every day at ${time}`,
    week: (weekday: string, time: string) => `Read every ${weekday} at ${time}`,
    month: (date: number, time: string) => `Read on day ${date} of each month at ${time}`,
    year: (day: string, time: string) => `Read each year on ${day} at ${time}`,
    other: 'Read by a plan of its own',
    next: (when: string) => `next time ${when}`,
  },
  health: {
    well: 'In order',
    'by-hand': 'In order',
    late: 'Not read when it should have been',
    waits: 'A run waits for your answer',
    failed: 'Could not be read',
    running: 'Being read now',
    never: 'Never read',
  } as Record<string, string>,
  failedTimes: (times: number) =>
    times < 2 ? '' : plural(times, { one: 'once', other: '# times in a row' }, en),
  runs: {
    /** The sentence of a run: "Read 3 days ago: 4 added, 12 changed, 2 missing". */
    applied: (ago: string, what: string) => `Read ${ago}: ${what}.`,
    refused: (ago: string) => `Stopped ${ago}, to ask you. Nothing was changed.`,
    undone: (ago: string) => `Read ${ago}, and taken back.`,
    failed: (ago: string) => `Failed ${ago}. Nothing was changed.`,
    running: (ago: string) => `Began ${ago}, and goes on.`,
    cut: (ago: string) => `Cut off ${ago}. Nothing was changed.`,
    nothing: 'nothing new',
    added: (count: number) => `${n(count)} added`,
    changed: (count: number) => `${n(count)} changed`,
    back: (count: number) => `${n(count)} back again`,
    missing: (count: number) => `${n(count)} missing`,
    ended: (count: number) => `${n(count)} ended`,
    conflicts: (count: number) => plural(count, { one: '# conflict', other: '# conflicts' }, en),
    refusedRows: (count: number) => `${rows(count)} refused`,
    signals: (count: number) => plural(count, { one: '# signal', other: '# signals' }, en),
    live: (count: number) => `${n(count)} of them running on that day`,
    grants: (count: number) => plural(count, { one: '# grant read', other: '# grants read' }, en),
    drafts: (count: number) => plural(count, { one: '# draft made', other: '# drafts made' }, en),
    state: {
      applied: 'Applied',
      refused: 'Asks you',
      undone: 'Taken back',
      failed: 'Failed',
      running: 'Going on',
      cut: 'Cut off',
    } as Record<string, string>,
  },
  stands: (count: number, confirmed: number) =>
    count === 0
      ? 'No listing stands on it.'
      : `${listings(count)} stand on it. ${confirmed === 0 ? 'None was' : plural(confirmed, { one: '# was', other: '# were' }, en)} confirmed lately.`,
  standsOne: (confirmed: number): string =>
    confirmed === 0 ? '1 listing stands on it.' : '1 listing stands on it. It was confirmed lately.',
  draftsWait: (count: number) =>
    plural(count, { one: '# draft to look through', other: '# drafts to look through' }, en),
  seeRun: 'See the run',
  how: {
    title: 'Add a source',
    words: [
      'Each source is an entry in the file data/sources.json of this site.',
      'It says where to read, how often, whose it is, and under which licence.',
      'Ask whoever runs the program to add one. The file’s own words say how.',
      'Some files need no entry. They are read once, by the command: npm run import.',
    ],
  },

  one: {
    back: 'All sources',
    about: 'About it',
    kind: 'What it is',
    publisher: 'Whose it is',
    licence: 'Licence',
    noLicence: 'Not stated. Ask its publisher before you use more of it.',
    attribution: 'Words its publisher wants to see',
    at: 'Where it is read',
    noAt: 'Named on the command line',
    when: 'When it is read',
    profile: 'Profile',
    stands: 'What stands on it',
    ranks: 'How far it is believed',
    ranksUsual: 'Like any list. The word of a group, of link workers and of the desk counts more.',
    ranksRegister: 'Like a register. It knows whether a charity goes on, and little else.',
    ranksAs: {
      usual: (rank: number) => `${n(rank)} of 100, as any list`,
      more: (rank: number, usual: number) => `${n(rank)} of 100, more than any list (${n(usual)})`,
      less: (rank: number, usual: number) => `${n(rank)} of 100, less than any list (${n(usual)})`,
    },
    rankGroups: {
      identity: 'Its name and what it is',
      contact: 'Telephone, e-mail, website',
      times: 'When it runs',
      place: 'Where it is',
      eligibility: 'Who may come, and the cost',
      'getting-in': 'Getting in, languages',
      tags: 'Needs and kinds',
      safeguarding: 'Keeping people safe',
      status: 'Whether it goes on',
    } as Record<string, string>,
    now: 'Read now',
    nowWords: 'It may take a minute. What it changed stands here when it is done.',
    byCommand: 'This site does not know where its files are. Whoever runs the program types:',
    corrections: 'What people put right',
    correctionsWait: (count: number) => `${things(count)} that people put right since, to send back.`,
    correctionsWords: 'The file has the columns of the source, so that its publisher can take it in.',
    correctionsGet: 'Download the corrections (CSV)',
    draftsTitle: 'Drafts from this source',
    draftsWords: 'Nobody sees them until you publish them.',
    draftsLook: (count: number) => plural(count, { one: 'Look at it', other: 'Look through all #' }, en),
    runs: 'Runs, newest first',
    runsNone: 'It was never read.',
    runsOlder: 'Older runs',
    done: {
      begun: 'It is being read. Load this page again to see what came of it.',
      busy: 'It is being read already. Load this page again in a minute.',
    } as Record<string, string>,
  },

  run,
  undo,

  drafts: {
    title: (source: string) => `Drafts: ${source}`,
    lead: (count: number) =>
      count === 0
        ? 'No drafts wait here.'
        : `${plural(count, { one: '# draft', other: '# drafts' }, en)} from this source. Nobody sees them until you publish them.`,
    hint: 'A register knows an office, not where help is given. Publish what people can go to or ring.',
    choose: 'Which ones?',
    number: (id: string) => `Number ${id}`,
    publish: 'Publish those ticked',
    discard: 'Throw away those ticked',
    edit: 'Change it first',
    next: 'The next ones',
    first: 'The first ones',
    nothing: 'Tick at least one draft',
    published: (count: number) => `${plural(count, { one: '# draft', other: '# drafts' }, en)} published.`,
    discarded: (count: number) => `${plural(count, { one: '# draft', other: '# drafts' }, en)} thrown away.`,
    left: (count: number) => `${n(count)} could not be: somebody changed them meanwhile.`,
  },

  listing: {
    back: 'The desk',
    all: 'All that is known of it',
    draft: 'Nobody else sees it yet.',
    seen: 'Your reading of this page is in the record.',
    said: 'Who said what, and when',
    /** "The group, 3 May 2026". */
    line: (who: string, day: string) => `${who}, ${day}`,
    otherwise: 'Others say',
    nothing: 'there is none',
    sources: 'Its sources',
    sourceSays: (count: number, day: string) =>
      `Says ${plural(count, { one: '# part', other: '# parts' }, en)} of it, last on ${day}`,
    noSource: 'This listing is kept by the group. No list stands behind it.',
    signals: 'What makes it doubtful',
    signalsNone: 'Nothing.',
    waits: 'What waits for the desk',
    waitsNone: 'Nothing waits.',
    acts: 'What you can do',
    edit: 'Change the listing',
    history: 'See its history',
    page: 'See what people see',
    preview: 'See how it will look',
    workers: 'See what link workers see',
    record: 'See the record',
    facts: 'What is shown',
  },
}
