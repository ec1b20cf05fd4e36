/** A spreadsheet of invented groups, as a council might send it: every row different, some of them untidy. */
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

const FIRST = [
  'Kettle',
  'Willow',
  'Harbour',
  'Lantern',
  'Orchard',
  'Beacon',
  'Meadow',
  'Copper',
  'Linden',
  'Juniper',
]
const WHAT = [
  'Singers',
  'Walkers',
  'Gardeners',
  'Coffee Morning',
  'Carers Group',
  'Craft Circle',
  'Lunch Club',
  'Chair Yoga',
]
const TOWN = ['Sale', 'Stretford', 'Urmston', 'Altrincham', 'Partington', 'Hale', 'Timperley', 'Davyhulme']
const DAY = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
const TYPE = ['Singing', 'Walking', 'Gardening', 'Social', 'Support', 'Crafts', 'Food', 'Exercise']
const LETTER = 'ABDEFGHJLNPQRSTUWXYZ'

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

function row(i: number): string {
  const town = pick(TOWN, i >> 3)
  const name = `${pick(FIRST, i)} ${pick(WHAT, i >> 1)} of ${town} ${i}`
  const about =
    `A friendly group that meets in ${town}. Everybody is welcome, whatever you can do and however you feel. ` +
    `There is tea, and somebody will meet you at the door on your first visit. Group number ${i}.`
  const postcode = `M${30 + (i % 17)} ${i % 10}${pick([...LETTER], i >> 4)}${pick([...LETTER], i >> 2)}`
  const phone = `0161 496 ${String(i % 10_000).padStart(4, '0')}`
  const times = i % 3 ? `${pick(DAY, i)} ${9 + (i % 4)}am - 2pm` : `Every other ${pick(DAY, i)}, ring first`
  const address = `${(i % 200) + 1} Example Street, ${town}`
  const email = `info${i}@group${i}.example.org`
  return `"${name}",${pick(TYPE, i)},"${about}","${address}",${postcode},${phone},${email},www.group${i}.example.org,"${times}",${i % 4 ? 'Free' : '£2.50'}\n`
}

export const COLUMNS = [
  'name',
  'type',
  'description',
  'address',
  'postcode',
  'phone',
  'email',
  'website',
  'times',
  'cost',
]

export async function writeRows(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path)
  file.write(`${COLUMNS.join(',')}\n`)
  for (let i = 0; i < rows; i++) if (!file.write(row(i))) await once(file, 'drain')
  file.end()
  await once(file, 'finish')
}
