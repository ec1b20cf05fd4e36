/**
 * How often something may be tried, one table. Over it: 429, when to come back, in plain words; nobody is ever locked
 * out. A network is a /24 or a /64: whole offices share one address, and one person can have thousands of version 6.
 */

/**
 * address: of e-mail. address-there: that address, asked for from one network. network: whence it comes. person: who is
 * signed in. all: everybody together.
 */
export type Whose = 'address' | 'address-there' | 'network' | 'person' | 'all'
export type Limit = { kind: LimitKind; whose: Whose; count: number; minutes: number; why: string }

const HOUR = 60
const DAY = 24 * HOUR

export const LIMITS = [
  {
    kind: 'sign-in',
    whose: 'address-there',
    count: 3,
    minutes: 15,
    why: 'a lost mail is asked for again at most twice',
  },
  {
    kind: 'sign-in',
    whose: 'address-there',
    count: 10,
    minutes: DAY,
    why: 'a stranger who asks in my name uses up their tries, not mine',
  },
  {
    kind: 'sign-in',
    whose: 'address',
    count: 10,
    minutes: HOUR,
    why: 'nobody’s mailbox is filled from many places; an hour later it is open again',
  },
  { kind: 'sign-in', whose: 'network', count: 10, minutes: HOUR, why: 'an office signs in on one morning' },
  { kind: 'sign-in', whose: 'all', count: 200, minutes: HOUR, why: 'our mail server keeps its good name' },
  {
    kind: 'code',
    whose: 'network',
    count: 60,
    minutes: HOUR,
    why: 'each code has 5 tries of its own; this stops machines',
  },
  { kind: 'second', whose: 'person', count: 5, minutes: 5, why: 'a million codes need years at this pace' },
  { kind: 'second', whose: 'person', count: 30, minutes: DAY, why: 'a slow guesser is stopped too' },
  {
    kind: 'report',
    whose: 'network',
    count: 5,
    minutes: HOUR,
    why: 'a reader finds few wrong listings in an hour',
  },
  {
    kind: 'keep',
    whose: 'network',
    count: 5,
    minutes: HOUR,
    why: 'a group asks to keep a handful of listings',
  },
  {
    kind: 'keep',
    whose: 'address',
    count: 3,
    minutes: HOUR,
    why: 'a group’s own mailbox is not filled by a stranger',
  },
  {
    kind: 'invite',
    whose: 'person',
    count: 30,
    minutes: HOUR,
    why: 'an umbrella body invites its groups in one go',
  },
  {
    kind: 'answer',
    whose: 'network',
    count: 60,
    minutes: HOUR,
    why: 'links in letters are long; guessing one is hopeless',
  },
  {
    kind: 'work',
    whose: 'person',
    count: 300,
    minutes: HOUR,
    why: 'a link worker who rings, points and notes all day does less; a program does more',
  },
  {
    kind: 'add-listing',
    whose: 'person',
    count: 10,
    minutes: HOUR,
    why: 'a new listing takes minutes to write',
  },
] as const satisfies readonly (Omit<Limit, 'kind'> & { kind: string })[]
export type LimitKind = (typeof LIMITS)[number]['kind']

export const limitsOf = (kind: LimitKind): Limit[] => LIMITS.filter((it) => it.kind === kind)

/** "203.0.113.0/24", "2001:db8:1:2::/64"; what is no address is a network of its own. */
export function networkOf(address: string): string {
  if (/^\d+(\.\d+){3}$/.test(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length)
  const parts = [...front, ...Array.from({ length: gap }, () => '0'), ...back]
  const four = parts.slice(0, 4).map((part) => part.replace(/^0+(?=.)/, ''))
  return `${four.join(':')}::/64`
}
