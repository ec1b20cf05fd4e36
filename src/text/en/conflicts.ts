/** A source now says something else than a person said. */
export const conflicts = {
  kind: 'Conflicts',
  kindWords: 'A source says something else than a person said. Nothing was overwritten.',
  line: (source: string, fields: string) => `${source} says otherwise: ${fields}`,
  lead: (source: string) =>
    `${source} has changed what it says. A person said otherwise before, and their word still counts.`,
  shown: 'Shown now',
  by: (who: string, day: string) => `${who}, ${day}`,
  offered: (source: string) => `${source} says`,
  since: (day: string) => `since ${day}`,
  answer: (field: string) => `What shall count for “${field}”?`,
  rulings: { keep: 'Keep what is shown', take: 'Take the new words', always: 'Always take this source' },
  hints: {
    keep: 'We do not ask about these words again.',
    take: 'They count from now on.',
    always: 'Its later words count here too.',
  },
  until: 'Your answer holds until a person changes that part again.',
  ruled: { keep: 'Kept', take: 'Taken', always: 'This source always counts' },
  decision: 'Save the answers',
  done: 'The answers are saved.',
  agreed: 'They say the same now.',
  did: 'Said what counts, where a source said otherwise',
}
