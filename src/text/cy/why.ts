/** Yr un geiriau â why.ts yn Saesneg. */
import type { why as english } from '../en/why.ts'
import { miles, plural } from '../format.ts'

const CY = { lang: 'cy' } as const

export const why: typeof english = {
  ways: { home: 'yn dod atoch chi', phone: 'dros y ffôn', online: 'ar-lein' },
  unplaced: 'pellter anhysbys',
  about: (distance) => `tua ${distance}`,
  here: (whom) => `Yn gwasanaethu ${whom}`,
  unsaid: (whom) => `Ar gyfer ${whom}`,
  elsewhere: (whom) => `Ar gyfer ${whom}: gofynnwch yn gyntaf`,
  people: (where) => `pobl yn yr ardal hon: ${where}`,
  whole: (name) => `${name} i gyd`,
  areasMore: (name, more) =>
    `${name} a ${plural(more, { two: '# ardal arall', other: '# ardal arall' }, CY)}`,
  wards: (names, count) => `${count === 1 ? 'ward' : 'wardiau'} ${names}`,
  wardsIn: (count, district) => `${count} ward${district === null ? '' : ` yn ardal ${district}`}`,
  someAreas: 'rhai ardaloedd yn unig',
  postcodesMore: (name, more) =>
    `${name} a ${plural(more, { two: '# ardal cod post arall', other: '# ardal cod post arall' }, CY)}`,
  within: (n) => `pobl o fewn ${miles(n, CY)}`,
  patients: (names) => `cleifion ${names}`,
  patientsMore: (name, more) =>
    `cleifion ${name} a ${plural(more, { two: '# feddygfa arall', other: '# meddygfa arall' }, CY)}`,
  somePractices: 'cleifion rhai meddygfeydd',
  alsoPractice: (name, typed) =>
    `Mae meddygfa o’r enw ${name} hefyd. I weld beth y gall ei chleifion ei ddefnyddio, teipiwch “${typed}”.`,
  asPractice: (name) => `meddygfa ${name}`,
  practiceOnly: (name) =>
    `Ni wyddom ble mae ${name}. Ychwanegwch goma a chod post i weld beth sydd gerllaw hefyd.`,
  forPatients: (name) => `i gleifion ${name}`,
  orPatients: (near, name) => `${near}, neu i gleifion ${name}`,
  heading: 'I bwy y mae',
}
