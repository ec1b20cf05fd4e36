/** A gathered feed as what every source gives: listings under keys that stay, and what had to be left out. */
import { keyText } from '../mapping/key.ts'
import type { Meaning, Told } from '../told.ts'
import type { Gathered } from './gathered.ts'
import { isJson, listAt, type Json } from './json.ts'
import { readPage } from './page.ts'
import { draftOf, type Mapping } from './service.ts'
import { idAt, lineAt, wordsAt } from './words.ts'

/** Services made into listings at a time. */
const BATCH = 200

export async function toldOf(file: string, gathered: Gathered, mapping: Mapping): Promise<Told> {
  const unsound = await unsoundIds(gathered)
  return {
    file,
    problems: gathered.problems,
    // What is broken stands under its id; where that tells of several things, nothing is taken to be gone.
    whole: gathered.whole && ![...gathered.broken.keys()].some((id) => unsound.has(id)),
    batches: batchesOf(gathered, unsound, mapping),
  }
}

async function* batchesOf(
  gathered: Gathered,
  unsound: ReadonlySet<string>,
  mapping: Mapping,
): AsyncGenerator<Meaning[]> {
  let batch: Meaning[] = []
  let row = 0
  for await (const item of itemsOf(gathered)) {
    row++
    batch.push(await meaningOf(item, row, gathered, unsound, mapping))
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Lists first, page by page, then what stands in no list. */
async function* itemsOf({ lists, loose }: Gathered): AsyncGenerator<Json> {
  for (const list of lists) for (const item of readPage(await list())?.items ?? []) yield item
  for (const body of loose) {
    const item = await body()
    if (isJson(item)) yield item
  }
}

async function meaningOf(
  item: Json,
  row: number,
  { details, broken }: Gathered,
  unsound: ReadonlySet<string>,
  mapping: Mapping,
): Promise<Meaning> {
  const id = idAt(item)
  const why = id === null ? undefined : broken.get(id)
  // The little that the list says of it would take away what is known of it.
  if (why !== undefined && id !== null)
    return refused(row, 'id', id, `cannot be read: ${why}`, unsound.has(id) ? undefined : keyOf(id))
  const full = id === null ? undefined : await details.get(id)?.()
  const service = isJson(full) ? full : item
  const key = id === null || unsound.has(id) ? nameAndPlace(service) : keyOf(id)
  const draft = draftOf(service, row, mapping)
  if (draft.fields.name === undefined) return refused(row, 'name', id ?? '', 'there is no name', key)
  return { is: 'listing', key, draft }
}

const keyOf = (id: string): string => keyText(`id ${id}`)

const refused = (row: number, field: string, value: string, problem: string, key?: string): Meaning => ({
  is: 'refused',
  problems: [{ row, field, value: value.slice(0, 120), problem, did: 'left this row out' }],
  ...(key !== undefined && { key }),
})

/** Ids under which the lists tell of several things: of different names, or at different postcodes. */
async function unsoundIds(gathered: Gathered): Promise<Set<string>> {
  const first = new Map<string, { name: string; postcode: string }>()
  const unsound = new Set<string>()
  for await (const item of itemsOf(gathered)) {
    const id = idAt(item)
    if (id === null) continue
    const [name, postcode] = [folded(lineAt(item, 'name')), folded(postcodeOf(item))]
    const before = first.get(id)
    if (before === undefined) first.set(id, { name, postcode })
    else {
      if (before.name !== name || differs(before.postcode, postcode)) unsound.add(id)
      before.postcode ||= postcode
    }
  }
  return unsound
}

const differs = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b

function postcodeOf(service: Json): string {
  const spots = listAt(service, 'service_at_locations').flatMap((one) => listAt(one, 'location'))
  for (const location of [...spots, ...listAt(service, 'locations')])
    for (const address of listAt(location, 'addresses', 'physical_addresses')) {
      const postcode = wordsAt(address, 'postal_code')
      if (postcode !== '') return postcode
    }
  return ''
}

const nameAndPlace = (service: Json): string =>
  keyText(`${folded(lineAt(service, 'name'))}|${folded(postcodeOf(service))}`)

const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
