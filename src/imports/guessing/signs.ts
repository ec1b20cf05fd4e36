/** Signs by which a column is known: its name, else what its cells look like. The first that fits wins. */

export type Meaning = { target: string; transforms?: string[] | undefined }
type Sign = Meaning & { pattern: RegExp }

/** Names in small letters. People's names are never taken: a contact is a role, not a person. */
export const HEADERS: Sign[] = [
  { pattern: /^(post ?code|postal code|zip)$|postcode$/, target: 'place.postcode' },
  { pattern: /^(lat|latitude|y)$/, target: 'place.lat' },
  { pattern: /^(lon|lng|long|longitude|x)$/, target: 'place.lng' },
  {
    pattern: /^(e-?mail|email address|contact email)/,
    target: 'email.address',
    transforms: ['mailto', 'find-email'],
  },
  {
    pattern: /^(tele)?phone|^tel\b|^contact (number|tel)/,
    target: 'phone.number',
    transforms: ['find-phone'],
  },
  { pattern: /^(web ?site|url|web ?address|web|link|homepage)/, target: 'website', transforms: ['url'] },
  { pattern: /^(opening|hours|times|days|when|session)/, target: 'times_words', transforms: ['strip-html'] },
  { pattern: /^(short description|summary|tag ?line)$/, target: 'summary', transforms: ['strip-html'] },
  {
    pattern: /desc|^about\b|^details$|^activities$|^what /,
    target: 'description',
    transforms: ['strip-html'],
  },
  { pattern: /^(venue|venue name|location name|building|where)$/, target: 'place.name' },
  {
    pattern: /^(address|full address|street|address ?(line)? ?1)$/,
    target: 'place.address',
    transforms: ['one-line'],
  },
  { pattern: /^(town|city|post town|locality)$/, target: 'place.town' },
  { pattern: /^(eligibility|who (is it|it is|it's) for|who can)/, target: 'eligibility' },
  { pattern: /^(cost|price|fee|charge)/, target: 'cost.words' },
  { pattern: /^(referral|how to (join|refer|book)|booking)/, target: 'join.words' },
  { pattern: /^(access|accessibility)$/, target: 'access_words' },
  { pattern: /^(organi[sz]ation|provider|charity|operator)( name)?$/, target: 'group.name' },
  { pattern: /^(name|title|service|service name|group|group name|club|activity|project)$/, target: 'name' },
  { pattern: /^(?!.*(contact|person|first|last|sur)).*\bname$/, target: 'name' },
]

/** Days in the names of columns that hold one weekday's times each. */
export const DAYS = [
  ['mo', /\bmon(day)?s?\b/],
  ['tu', /\btue(s|sday)?s?\b/],
  ['we', /\bwed(nesday)?s?\b/],
  ['th', /\bthu(r|rs|rsday)?s?\b/],
  ['fr', /\bfri(day)?s?\b/],
  ['sa', /\bsat(urday)?s?\b/],
  ['su', /\bsun(day)?s?\b/],
] as const

/** Lines of one address, each in a column of its own. */
export const ADDRESS_LINE = /^(address|addr)( line)? ?\d$/
/** A day, a year or a word here means that it is no more. */
export const ENDED = /^((year|date) (closed|ended|removed)|(closed|ended|removed)( (on|date))?)$/

export const VALUES: Sign[] = [
  { pattern: /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i, target: 'place.postcode' },
  {
    pattern: /^(mailto:)?[^@\s]+@[^@\s]+\.[a-z]{2,}$/i,
    target: 'email.address',
    transforms: ['mailto', 'find-email'],
  },
  { pattern: /^(https?:\/\/|www\.)\S+$/i, target: 'website', transforms: ['url'] },
  { pattern: /^(\+44|\(?0)[\d\s()-]{9,14}$/, target: 'phone.number', transforms: ['find-phone'] },
  { pattern: /^(4[9]|5\d|60)\.\d{3,}$/, target: 'place.lat' },
  { pattern: /^-?[0-8]\.\d{3,}$/, target: 'place.lng' },
  {
    pattern: /\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b.*\d/i,
    target: 'times_words',
    transforms: ['strip-html'],
  },
]
