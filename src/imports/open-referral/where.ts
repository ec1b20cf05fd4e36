/** Where it is: the locations that people go to. A post box and a video link are none. */
import { words } from '../mapping/checks.ts'
import type { Draft, PlaceSaid } from '../mapping/draft.ts'
import { at, listAt, numberAt, type Json } from './json.ts'
import { checkedIn } from './put.ts'
import { lineAt, together, wordsAt } from './words.ts'

/** As many as a listing holds. */
const MOST_PLACES = 50

/** A service at a location: the location, what is said of the two together, and its number among the draft's places. */
export type Spot = { here: Json; location: Json; place: number | null }
export type Where = { spots: Spot[]; isVirtual: boolean }

/** Fills the draft's places; gives every location, those to visit with their index among the places. */
export function addPlaces(draft: Draft, service: Json): Where {
  const found: PlaceSaid[] = []
  let isVirtual = false
  const spots = pairsOf(service).map(([here, location]): Spot => {
    const type = wordsAt(location, 'location_type').toLowerCase()
    if (type === 'virtual') isVirtual = true
    const place =
      type === 'virtual' || type === 'postal'
        ? null
        : placeOf(draft, location, at(service, 'hide_address') === true)
    if (place === null) return { here, location, place: null }
    const same = found.findIndex((one) => JSON.stringify(one) === JSON.stringify(place))
    if (same >= 0) return { here, location, place: same }
    if (found.length >= MOST_PLACES) return { here, location, place: null }
    return { here, location, place: found.push(place) - 1 }
  })
  const [first, ...more] = found
  if (first) draft.place = first
  draft.more = more
  return { spots, isVirtual }
}

/** `service_at_locations` with a location each; some feeds hang the locations on the service itself. */
function pairsOf(service: Json): [here: Json, location: Json][] {
  const joined = listAt(service, 'service_at_locations').flatMap((here): [Json, Json][] =>
    listAt(here, 'location').map((location) => [here, location]),
  )
  if (joined.length > 0) return joined
  return listAt(service, 'locations', 'location').map((location) => [{}, location])
}

function placeOf(draft: Draft, location: Json, masked: boolean): PlaceSaid | null {
  const address = addressOf(location)
  const place: PlaceSaid = {}
  const say = (key: 'name' | 'address' | 'town' | 'postcode', value: string, max: number): void => {
    const checked = checkedIn(draft, `location.${key}`, value, words(max))
    if (typeof checked === 'string') place[key] = checked
  }
  say('name', lineAt(location, 'name'), 200)
  if (address) {
    // "attention" is a person's name.
    say(
      'address',
      together([lineAt(address, 'address_1', 'address1'), lineAt(address, 'address_2')], ', '),
      400,
    )
    say('town', lineAt(address, 'city'), 100)
    say('postcode', lineAt(address, 'postal_code'), 200)
  }
  const lat = numberAt(location, 'latitude')
  const lng = numberAt(location, 'longitude')
  if (lat !== undefined && lng !== undefined) Object.assign(place, { lat, lng })
  if (Object.keys(place).length === 0) return null
  return masked ? { ...place, masked } : place
}

/** The one people go to, where several are told of. */
function addressOf(location: Json): Json | undefined {
  const all = listAt(location, 'addresses', 'physical_addresses', 'address')
  const typed = (type: string) => all.find((one) => wordsAt(one, 'address_type').toLowerCase() === type)
  return typed('physical') ?? all.find((one) => wordsAt(one, 'address_type') === '') ?? typed('postal')
}
