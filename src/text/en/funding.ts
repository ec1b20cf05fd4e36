/** How long the money lasts, in public. Days come ready written. */
export const funding = {
  goesOn: 'Its funding goes on.',
  goesOnUntil: (day: string) => `Its funding goes on until ${day}.`,
  endsOn: (day: string) => `Its funding ends on ${day}.`,
  unknown: 'Whether its funding goes on is not known yet.',
  unknownUntil: (day: string) => `Funded until ${day}. Whether it goes on is not known yet.`,
  ended: (day: string) => `It was funded until ${day}. Ask whether it still runs.`,
  head: 'Its funding',
  said: {
    group: (ago: string) => `The group said so ${ago}.`,
    umbrella: (ago: string) => `A local support body said so ${ago}.`,
    desk: (ago: string) => `The directory team heard so ${ago}.`,
    'link-worker': (ago: string) => `A link worker heard so ${ago}.`,
    source: (ago: string) => `It was published ${ago}.`,
  },
}
