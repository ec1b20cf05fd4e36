/** Rows of real files as the matching sees them, by the number that tests/real/labels/matches.json gives. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { sideOf } from '../../../src/imports/matching/side.ts'
import type { Side } from '../../../src/imports/matching/compare.ts'
import { findPhone, findUrl } from '../../../src/imports/transforms/contacts.ts'
import { fullPostcode, postcodeInside } from '../../../src/places/postcode.ts'

type Row = { [column: string]: string }
type Said = {
  name: string
  address?: string
  postcode?: string
  phone?: string
  website?: string
  orgIds?: string[]
}

const csv =
  (path: string, read: (row: Row) => Said) =>
  (folder: string): Side[] =>
    Papa.parse<Row>(readFileSync(join(folder, path), 'utf8').replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: 'greedy',
    }).data.map((row) => side(read(row)))

type Feature = { properties: Row; geometry: { coordinates: [number, number] } }
const geojson =
  (path: string, read: (row: Row) => Said) =>
  (folder: string): Side[] =>
    (JSON.parse(readFileSync(join(folder, path), 'utf8')) as { features: Feature[] }).features.map(
      ({ properties, geometry: { coordinates } }) =>
        side(read(properties), { lat: coordinates[1], lng: coordinates[0] }),
    )

const none = (text: string | undefined): string =>
  /^(|na|n\/a|-|—|no data|null)$/i.test((text ?? '').trim()) ? '' : (text ?? '').trim()

function side(
  { name, address = '', postcode = '', phone = '', website = '', orgIds = [] }: Said,
  point?: { lat: number; lng: number },
): Side {
  const inside = postcodeInside(none(address))
  const full = fullPostcode(none(postcode)) ?? (inside === null ? null : inside.postcode)
  const url = findUrl(none(website)).url
  const number = findPhone(none(phone))
  return sideOf(
    {
      name,
      places: [
        {
          address: none(address),
          ...(full === null ? {} : { postcode: full }),
          ...(point === undefined ? {} : { point, precision: 'exact' as const }),
        },
      ],
      ...(number === '' ? {} : { phone: { number, visible: true } }),
      ...(url === '' ? {} : { website: url }),
    },
    orgIds.filter((id) => /^[A-Z]{2,3}-/.test(id)),
  )
}

const mental = (row: Row): Said => ({
  name: row['name'] ?? '',
  address: row['address'] ?? '',
  postcode: row['postcode'] ?? '',
  phone: row['telephone'] ?? '',
  website: row['website'] ?? '',
})
const bank = (row: Row): Said => ({
  name: row['Name'] ?? '',
  address: row['Address'] ?? '',
  postcode: row['Postcode'] ?? '',
  phone: row['Contact'] ?? '',
  website: row['Website'] ?? '',
})
const library = (row: Row): Said => ({
  name: row['Library name'] ?? '',
  address: [row['Address 1'], row['Address 2'], row['Address 3']].filter(Boolean).join(', '),
  postcode: row['Postcode'] ?? '',
  website: row['URL'] ?? '',
})
const club = (row: Row): Said => ({
  name: row['name'] ?? '',
  address: row['address'] ?? '',
  postcode: row['postcode'] ?? '',
})

export const FILES: { [file: string]: (folder: string) => Side[] } = {
  mental: csv('trafford-mental-health/trafford_mental_health_services.csv', mental),
  mental_raw: csv('trafford-mental-health/mental_health_services_RAW.csv', mental),
  hubs: csv('trafford-community-hubs/trafford_community_hubs.csv', (row) => ({
    ...mental(row),
    name: row['community_hub'] ?? '',
  })),
  sports: csv('trafford-sports-clubs/sports_clubs.csv', club),
  cascs: csv('cascs/cascs.csv', club),
  banks: csv('gm-food-banks/gm_food_banks.csv', bank),
  banks_geojson: geojson('gm-food-banks/gm_food_banks.geojson', bank),
  warm: geojson('warm-spaces-manchester/warm_spaces_tile_505_331.geojson', (row) => ({
    name: row['title'] ?? '',
    address: row['address'] ?? '',
    website: row['url'] ?? '',
    phone: row['contact'] ?? '',
  })),
  charities: csv('trafford-charities/charities_operating_in_trafford.csv', (row) => ({
    name: row['charity_name'] ?? '',
    address: row['charity_contact_address'] ?? '',
    postcode: row['charity_contact_postcode'] ?? '',
    phone: row['charity_contact_phone'] ?? '',
    website: row['charity_contact_web'] ?? '',
    orgIds: [`GB-CHC-${row['registered_charity_number']}`],
  })),
  grants: csv('trafford-grants-360g/trafford_council_voluntary_sector_grants.csv', (row) => ({
    name: row['Recipient Org:Name'] ?? '',
    address: row['Recipient Org:Street Address'] ?? '',
    postcode: row['Recipient Org:Postal Code'] ?? '',
    website: row['Recipient Org:Web Address'] ?? '',
    orgIds: [row['Recipient Org:Identifier'] ?? ''],
  })),
  wales: csv('wales-libraries/libraries_wales.csv', library),
  wales_raw: csv('wales-libraries/raw_wales.csv', (row) => ({ ...club(row), website: row['website'] ?? '' })),
  kent: csv('kent-libraries/kent_county_council.csv', library),
}
