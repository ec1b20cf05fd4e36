/** How long the money lasts. Days and months come ready written. */
export const funding = {
  /** For the public: that it may change, and never why, by whom or how much. */
  open: {
    head: 'Planning ahead?',
    after: (month: string) => `This may change after ${month}.`,
    during: (month: string) => `This may change during ${month}.`,
    over: (month: string) => `This may have changed after ${month}. Nobody has told us since.`,
    ask: 'Ask them before you plan further ahead.',
    askNow: 'Ask them before you go.',
  },
  /** For link workers, the desk and the group itself. */
  goesOn: 'Its funding goes on.',
  goesOnUntil: (day: string) => `Its funding goes on until ${day}.`,
  endsOn: (day: string) => `Its funding ends on ${day}.`,
  unknown: 'Whether its funding goes on is not known yet.',
  unknownUntil: (day: string) => `Funded until ${day}. Whether it goes on is not known yet.`,
  ended: (day: string) => `It was funded until ${day}. Nobody has said since whether it goes on.`,
  said: {
    group: (ago: string) => `The group said so ${ago}.`,
    umbrella: (ago: string) => `A local support body said so ${ago}.`,
    desk: (ago: string) => `The directory team heard so ${ago}.`,
    'link-worker': (ago: string) => `A link worker heard so ${ago}.`,
    source: (ago: string) => `It was published ${ago}.`,
  },
  told: (source: string) => `Told by ${source}.`,
  grant: (funder: string, source: string) => `A grant of ${funder}, told by ${source}.`,

  /** Grants of a group, one by one. */
  grants: {
    title: 'Grants we know of',
    gave: (funder: string) => `From ${funder}`,
    until: (day: string) => `until ${day}`,
    ended: (day: string) => `ended on ${day}`,
    noEnd: 'the end is not known',
    noAmount: 'the amount is not known',
    toldBy: (source: string) => `Told by ${source}`,
    more: (count: number) => (count === 1 ? '1 older one' : `${count} older ones`),
    group: 'They are the group’s. They may pay for something else than this.',
  },
}
