/** The runs of a source, as the desk looks at them: the difference, what could not be used, taking one back. */
import { number, plural } from '../format.ts'

const en = { lang: 'en' } as const
const n = (count: number) => number(count, en)
const listings = (count: number) => plural(count, { one: '# listing', other: '# listings' }, en)
const rows = (count: number) => plural(count, { one: '# row', other: '# rows' }, en)

export const run = {
  title: (source: string, at: string) => `${source}, read on ${at}`,
  back: (source: string) => `Back to ${source}`,
  why: 'Why it stopped',
  whyFailed: 'What went wrong',
  accept: 'Accept the loss and run it again',
  acceptWords: 'Only if the source is whole. What is gone becomes missing; nothing is deleted.',
  otherwise: 'If it is not whole, do nothing. The directory stays as it was.',
  byOthers: 'Somebody of the desk for all areas can answer this.',
  byCommand: 'If the file is whole, whoever runs the program types:',
  undo: 'Take this run back',
  undone: 'This run was taken back. What it said is gone.',
  stays: 'What stays',
  staysWords: (count: number) =>
    count === 1
      ? 'People changed 1 listing since. Their words stay.'
      : `People changed ${listings(count)} since. Their words stay.`,
  staysMore: (count: number) => `and ${n(count)} more`,
  counts: 'What it changed',
  would: 'What it would have changed',
  /** Beside one listing. */
  tags: {
    added: 'Added',
    changed: 'Changed',
    back: 'Back again',
    missing: 'Missing',
    ended: 'Ended',
    conflict: 'Conflict',
  } as Record<string, string>,
  read: (count: number) => `${rows(count)} read`,
  parts: {
    all: 'Everything',
    added: 'Added',
    changed: 'Changed',
    back: 'Back again',
    missing: 'Missing',
    ended: 'Ended',
    conflict: 'Conflicts',
    problems: 'Problems',
  } as Record<string, string>,
  words: {
    added: 'New in the directory, or new to this source.',
    changed: 'The source says something else than before.',
    back: 'It was missing, and is there again.',
    missing: 'It was in the source before, and is not now.',
    ended: 'The source says that it has ended.',
    conflict: 'The source now says something else than a person did. What the person said stands.',
    problems: 'What could not be used, by its row. The first row is the header.',
  } as Record<string, string>,
  shown: (from: number, to: number, of: number) => `${n(from)} to ${n(to)} of ${n(of)}`,
  none: 'There is nothing of this kind.',
  noLines: 'What this run changed one by one was not kept.',
  unchanged: (count: number) => `${n(count)} said the same as before`,
  duplicate: (count: number) => plural(count, { one: '# row twice', other: '# rows twice' }, en),
  refused: (count: number) => `${rows(count)} could not be used`,
  unkept: (count: number) => `${n(count)} more are counted, but not kept one by one.`,
  skipped: (count: number) => `${rows(count)} left out on purpose`,
  old: 'Before',
  /** Instead of "before", where nothing was overwritten. */
  shownNow: 'Shown now',
  new: 'The source says now',
  nothingThere: 'nothing',
  unreadable: 'cannot be shown',
  problemHead: { row: 'Row', field: 'Field', value: 'Value', problem: 'Problem', did: 'What was done' },
  hidden: 'It is not public. See the page of the listing.',
  seeMatter: 'It waits for the desk: decide it',
  registerRead: (count: number, matched: number) =>
    `${rows(count)} read. The directory knows ${n(matched)} of these groups.`,
  registerSaid: (removed: number, merged: number, signals: number) =>
    `${n(removed)} of them removed, ${n(merged)} merged. ${plural(signals, { one: '# signal', other: '# signals' }, en)} raised.`,
  grantsRead: (count: number, individuals: number, live: number) =>
    `${plural(count, { one: '# grant', other: '# grants' }, en)} read, ${n(live)} of them running now. ${n(individuals)} to single people were left out.`,
  grantsMatched: (byId: number, byName: number, unmatched: number) =>
    `${n(byId)} belong to groups here by their number. ${n(byName)} may, by name. ${n(unmatched)} belong to none.`,
}

export const undo = {
  title: 'Take this run back?',
  lead: 'Everything this run said goes back to what stood there before it.',
  will: 'What will happen',
  added: (count: number) =>
    plural(
      count,
      {
        one: '# listing that only this run told of becomes a draft. Nobody sees it then.',
        other: '# listings that only this run told of become drafts. Nobody sees them then.',
      },
      en,
    ),
  changed: (count: number) =>
    plural(
      count,
      { one: '# listing gets its former words back.', other: '# listings get their former words back.' },
      en,
    ),
  missing: (count: number) =>
    plural(
      count,
      {
        one: '# listing that went missing counts as there again.',
        other: '# listings that went missing count as there again.',
      },
      en,
    ),
  said: 'What it said on a day goes too: confirmations, money, signals.',
  stays: (count: number) =>
    count === 0
      ? 'Nobody changed these words since. What the desk decided about conflicts stays.'
      : `People changed ${listings(count)} since. What they said stays.`,
  again: 'The same file read again brings it all back.',
  long: 'A run of many thousand rows takes some seconds. Press the button once.',
  button: 'Take it back',
  cancel: 'Leave it as it is',
  cannot: 'This run cannot be taken back: it was not applied, or was taken back before.',
}
