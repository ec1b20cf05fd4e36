/**
 * What the order hangs on, as one text a listing. Meilisearch unpacks a hit attribute by attribute, which is most of what
 * a hit costs it: fourteen attributes take several times as long as one.
 */
import type { SearchDocument } from '../document.ts'
import { idKey, nameKey } from '../ties.ts'
import { meetsOf } from '../hint-times.ts'
import type { Found } from './found.ts'
import { packSlot } from './open-now.ts'

/** As they stand in a row, one after the other. */
const IN_ROW = [
  ...(['confirmedAt', 'doubtedFrom', 'capacity', 'lapsesAt', 'points', 'area', 'nameKey', 'idKey'] as const),
  ...(['needs', 'kinds', 'who', 'access', 'languages', 'cost', 'how', 'ageFrom', 'ageTo'] as const),
  ...(['meets', 'away', 'serves'] as const),
] as const

type Row = Pick<Found, (typeof IN_ROW)[number]>

export function packRow(document: SearchDocument): string {
  const { name, points, capacity, serves, confirmedAt, doubtedFrom } = document
  const { needs, kinds, who, access, languages, cost, how, ageFrom, ageTo, away } = document
  const row: { [F in keyof Row]-?: unknown } = {
    ...{ confirmedAt, doubtedFrom, capacity: capacity?.state ?? null, lapsesAt: capacity?.lapsesAt ?? null },
    ...{
      points: points.map(({ lat, lng }) => [lat, lng]),
      area: points.length > 0 && points.every(({ area }) => area),
      nameKey: nameKey(name),
      idKey: idKey(document.id),
    },
    ...{ needs, kinds, who, access, languages, cost, how, ageFrom, ageTo, away, serves },
    meets: meetsOf(document.slots),
  }
  return JSON.stringify(IN_ROW.map((field) => row[field]))
}

export const packSlots = (slots: SearchDocument['slots']): string => JSON.stringify(slots.map(packSlot))

/** A hit with what its texts hold in the place of the texts. Throws where one of them is not ours. */
export function unpacked(hit: object): object {
  const { row, said, slots, ...rest } = hit as { [name: string]: unknown }
  return {
    ...rest,
    ...(row === undefined ? {} : fieldsOf(row)),
    ...(typeof said === 'string' ? { said: said.split('\n') } : {}),
    ...(slots === undefined ? {} : { slots: listIn(slots) }),
  }
}

function fieldsOf(row: unknown): object {
  const values = listIn(row)
  return Object.fromEntries(IN_ROW.map((field, at) => [field, values[at]]))
}

function listIn(text: unknown): unknown[] {
  const list: unknown = JSON.parse(String(text))
  if (!Array.isArray(list)) throw new TypeError('no list')
  return list
}
