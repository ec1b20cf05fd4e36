/** What ends with its money: the page for whoever plans what is there. */
import { plural } from '../format.ts'

const EN = { lang: 'en' } as const
const count = (n: number, one: string, other: string) => plural(n, { one, other }, EN)

export const fundingEnds = {
  title: 'Funding that ends',
  lead: 'What may stop when its money stops, and what else there is nearby.',
  filter: 'What to look at',
  days: 'In the next',
  span: (days: number) => `${days} days`,
  need: 'Need',
  ward: 'Ward',
  district: 'Postcode district',
  allNeeds: 'All needs',
  allWards: 'All wards',
  allDistricts: 'All districts',
  show: 'Show',
  reset: 'Show everything',

  /** "4 listings at 6 places are funded until a day before 20 February 2027." */
  total: (n: number, to: string) =>
    n === 0
      ? `No funding that we know of ends by ${to}.`
      : count(
          n,
          `The funding of 1 listing ends by ${to}, as far as we know.`,
          `The funding of # listings ends by ${to}, as far as we know.`,
        ),
  atPlaces: (n: number) => (n === 0 ? '' : count(n, 'It runs at 1 place.', 'They run at # places.')),
  leaves: (n: number) =>
    n === 0
      ? 'For each of their needs something nearby says it has room.'
      : count(
          n,
          '1 leaves a need without anything nearby that says it has room.',
          '# leave a need without anything nearby that says it has room.',
        ),
  money: (pounds: string) => `${pounds} of grants end with them, where the grant says how much.`,
  unknown: (n: number, total: number) =>
    `Of ${count(total, '1 listing', '# listings')}, ${count(n, '1 has', '# have')} no known funding. They are in no table here.`,

  byNeed: 'By need',
  byWard: 'By ward',
  byDistrict: 'By postcode district',
  oneListing: 'Which listings',
  listings: 'Listings',
  places: 'Places',
  others: 'Others nearby',
  withRoom: 'with room',
  without: 'Left without',
  pounds: 'Grants (£)',
  notSaid: 'not said',
  words: (miles: number) =>
    `Others nearby: listings for the same need within ${miles} miles that do not end in these days. Left without: none of them says it has room. Help by telephone or online counts everywhere.`,
  more: (n: number) => count(n, '1 more', '# more'),
  listing: 'Listing',
  group: 'Group',
  until: 'Funded until',
  said: 'Who said so',
  page: 'Public page',
  hidden: (n: number) =>
    count(n, '1 more lies outside what you look after.', '# more lie outside what you look after.'),
  hiddenLink: 'Only its facts are hidden from you. It is counted above.',

  chart: 'The same as a picture',
  chartTitle: 'Listings whose funding ends, by need',
  chartWords: 'The figures stand in the table “By need”.',
  chartLeft: 'no other with room nearby',
  chartElse: 'another with room nearby',
  bar: (label: string, n: number, without: number) =>
    `${label}: ${n}${without === 0 ? '' : `, ${without} left without`}`,

  download: 'As a file for a spreadsheet (CSV)',
  files: { needs: 'By need', wards: 'By ward', districts: 'By postcode district', listings: 'Listings' },
}
