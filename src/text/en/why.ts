/** Why a listing is among what was found, in a few words each: see search/why.ts. */
import { miles, plural } from '../format.ts'

const EN = { lang: 'en' } as const

export const why = {
  ways: { home: 'comes to you', phone: 'by telephone', online: 'online' },
  unplaced: 'distance not known',
  about: (distance: string) => `about ${distance}`,
  /** Whom it is for; `whom` below. */
  here: (whom: string) => `Serves ${whom}`,
  unsaid: (whom: string) => `For ${whom}`,
  elsewhere: (whom: string) => `For ${whom}: ask first`,
  people: (where: string) => `people in ${where}`,
  whole: (name: string) => `all of ${name}`,
  areasMore: (name: string, more: number) =>
    `${name} and ${plural(more, { one: '# other area', other: '# other areas' }, EN)}`,
  /** `names`: "Sale" or "Sale and Stretford". */
  wards: (names: string, count: number) => `${names} ${count === 1 ? 'ward' : 'wards'}`,
  wardsIn: (count: number, district: string | null) =>
    `${count} wards${district === null ? '' : ` in ${district}`}`,
  someAreas: 'some areas only',
  postcodesMore: (name: string, more: number) =>
    `${name} and ${plural(more, { one: '# other postcode area', other: '# other postcode areas' }, EN)}`,
  within: (n: number) => `people within ${miles(n, EN)}`,
  patients: (names: string) => `patients of ${names}`,
  patientsMore: (name: string, more: number) =>
    `patients of ${name} and ${plural(more, { one: '# other practice', other: '# other practices' }, EN)}`,
  somePractices: 'patients of some GP practices',
  /** Notes above the results. `typed`: what to type for the practice. */
  alsoPractice: (name: string, typed: string) =>
    `There is also a GP practice called ${name}. For what its patients can use, type “${typed}”.`,
  asPractice: (name: string) => `${name} practice`,
  practiceOnly: (name: string) =>
    `We do not know where ${name} is. Add a comma and a postcode to see what is near too.`,
  forPatients: (name: string) => `for patients of ${name}`,
  /** `near`: "near M33". */
  orPatients: (near: string, name: string) => `${near}, or for patients of ${name}`,
  /** Heading of these words on a card, for screen readers. */
  heading: 'Who it is for',
}
