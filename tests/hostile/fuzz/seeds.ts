/** One small good file of each kind of source, from which the wrong ones are made. Everything in them is invented. */
import { join } from 'node:path'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { crc32 } from 'node:zlib'
import { readSources } from '../../../src/app/read-sources.ts'
import { importFiles } from '../../../src/imports/apply.ts'
import { sourceOf } from '../../../src/imports/arrangement.ts'
import type { Report } from '../../../src/imports/report.ts'
import { runSource } from '../../../src/imports/runs.ts'
import type { SourceKind } from '../../../src/imports/source-kinds.ts'
import type { Manner } from '../../../src/imports/workshop.ts'
import { A, B, C, list, plain, type Bench } from '../../imports/workshop.ts'

export type Seed = {
  name: string
  good: string | Uint8Array
  /** Reads the file at a path. */
  run: (path: string, bench: Bench, manner: Manner) => Promise<Report>
  file: string
}

const folder = mkdtempSync(join(tmpdir(), 'fingerpost-fuzz-'))
const arranged = readSources()

/** Of a standard kind; `inFolder`: the folder is read, not the file. */
const standard =
  (kind: SourceKind, inFolder = false): Seed['run'] =>
  (path, bench, manner) => {
    const at = inFolder ? [join(path, '..')] : [path]
    return runSource({ ...manner, kind, at, source: sourceOf(arranged, kind) }, bench)
  }

/** Where the wrong files of a seed are written, one over the other. */
export function pathOf({ name, file }: Seed): string {
  const own = join(folder, name)
  mkdirSync(own, { recursive: true })
  return join(own, file)
}
export const write = (path: string, bytes: Uint8Array | string): void => writeFileSync(path, bytes)

const feature = (id: string, properties: object, lng: number): object => ({
  type: 'Feature',
  id,
  properties,
  geometry: { type: 'Point', coordinates: [lng, 53.42] },
})

const CHARITY = {
  date_of_extract: '2026-11-01',
  organisation_number: 1,
  registered_charity_number: 1234567,
  linked_charity_number: 0,
  charity_name: 'KETTLE ON',
  charity_registration_status: 'Registered',
  date_of_registration: '2010-05-03T00:00:00',
  date_of_removal: null,
  charity_reporting_status: 'Submission Received',
  charity_contact_postcode: 'M33 2AB',
  charity_contact_web: 'https://kettle.example.org',
  charity_insolvent: false,
  charity_in_administration: false,
  cio_is_dissolved: null,
  charity_activities: 'Tea and talk.',
}

const SERVICE = {
  id: '7a1c2b54-0d7f-4a86-9b6e-0c1f5a3b9d01',
  name: 'Kettle On',
  description: 'Tea and talk',
  status: 'active',
  url: 'https://kettle.example.org',
  assured_date: '2026-10-01',
  last_modified: '2026-10-02T09:00:00.000Z',
  minimum_age: 18,
  organization: { id: '7a1c2b54-0d7f-4a86-9b6e-0c1f5a3b9d02', name: 'Kettle Friends', description: '' },
  schedules: [{ id: 'a', freq: 'WEEKLY', byday: 'TU', opens_at: '10:00', closes_at: '12:00' }],
  cost_options: [{ id: 'b', amount: 0, option: 'free' }],
  service_at_locations: [
    {
      id: 'c',
      location: {
        id: 'd',
        location_type: 'physical',
        latitude: 53.42,
        longitude: -2.31,
        addresses: [
          { id: 'e', address_1: '1 High Street', city: 'Sale', postal_code: 'M33 2AB', country: 'GB' },
        ],
        accessibility: [{ id: 'f', description: 'Step-free' }],
      },
    },
  ],
  phones: [{ id: 'g', number: '0161 496 0001' }],
}

/** A ZIP of one file that is not compressed (APPNOTE 4.3). */
function zipped(name: string, written: string): Buffer {
  const [title, body] = [Buffer.from(name), Buffer.from(written)]
  const about = Buffer.alloc(26)
  about.writeUInt16LE(20, 0)
  about.writeUInt32LE(crc32(body), 10)
  about.writeUInt32LE(body.length, 14)
  about.writeUInt32LE(body.length, 18)
  about.writeUInt16LE(title.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, title, body])
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), about, Buffer.alloc(14), title])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

export const SEEDS: Seed[] = [
  {
    name: 'spreadsheet',
    file: 'list.csv',
    good: `${list(A, B, C)}\n`,
    run: (path, bench, manner) => importFiles({ ...manner, files: [path], profile: plain() }, bench),
  },
  {
    name: 'geojson',
    file: 'map.geojson',
    good: JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature(
          'node/1',
          { name: 'Sale Library', amenity: 'library', opening_hours: 'Mo-Fr 09:00-17:00' },
          -2.31,
        ),
        feature(
          'node/2',
          { name: 'The Green', leisure: 'park', website: 'https://green.example.org' },
          -2.32,
        ),
      ],
    }),
    run: standard('osm'),
  },
  {
    name: 'overpass',
    file: 'map.json',
    good: JSON.stringify({
      version: 0.6,
      elements: [
        { type: 'node', id: 1, lat: 53.42, lon: -2.31, tags: { name: 'Sale Library', amenity: 'library' } },
        {
          type: 'way',
          id: 2,
          tags: { name: 'The Green', leisure: 'park' },
          geometry: [
            { lat: 53.42, lon: -2.3 },
            { lat: 53.43, lon: -2.3 },
            { lat: 53.43, lon: -2.29 },
            { lat: 53.42, lon: -2.3 },
          ],
        },
      ],
    }),
    run: standard('osm'),
  },
  {
    name: '360giving-json',
    file: 'grants.json',
    good: JSON.stringify({
      grants: [
        {
          id: '360G-example-1',
          title: 'A kettle',
          description: 'For tea',
          currency: 'GBP',
          amountAwarded: 1200,
          awardDate: '2026-03-01T00:00:00+00:00',
          plannedDates: [{ startDate: '2026-04-01', endDate: '2027-03-31', duration: 12 }],
          recipientOrganization: [{ id: 'GB-CHC-1234567', name: 'Kettle On', postalCode: 'M33 2AB' }],
          fundingOrganization: [{ id: 'GB-CHC-7654321', name: 'A Trust' }],
        },
        {
          id: '360G-example-2',
          title: 'For one person',
          description: '',
          currency: 'GBP',
          amountAwarded: 1,
          awardDate: '2026-03-01',
          recipientIndividual: { id: 'x', name: 'x' },
          fundingOrganization: [{ id: 'GB-CHC-7654321', name: 'A Trust' }],
        },
      ],
    }),
    run: standard('360giving'),
  },
  {
    name: '360giving-csv',
    file: 'grants.csv',
    good:
      'Identifier,Title,Description,Currency,Amount Awarded,Award Date,Planned Dates:Duration (months),Recipient Org:Identifier,Recipient Org:Name,Recipient Org:Postal Code,Funding Org:Identifier,Funding Org:Name\n' +
      '360G-example-1,A kettle,For tea,GBP,1200,2026-03-01,12,GB-CHC-1234567,Kettle On,M33 2AB,GB-CHC-7654321,A Trust\n' +
      '360G-example-2,Songs,,GBP,900.50,2026-03-13,6,360G-example-singers,Sale Singers,,GB-CHC-7654321,A Trust\n',
    run: standard('360giving'),
  },
  {
    name: 'register-json',
    file: 'publicextract.charity.json',
    good: JSON.stringify([
      CHARITY,
      { ...CHARITY, registered_charity_number: 1234568, charity_name: 'SALE SINGERS' },
    ]),
    run: standard('charity-commission'),
  },
  {
    name: 'register-tabs',
    file: 'publicextract.charity.txt',
    good: `${Object.keys(CHARITY).join('\t')}\n${Object.values(CHARITY).join('\t')}\n`,
    run: standard('charity-commission'),
  },
  {
    name: 'register-zip',
    file: 'publicextract.charity.zip',
    good: zipped('publicextract.charity.json', JSON.stringify([CHARITY])),
    run: standard('charity-commission'),
  },
  {
    name: 'mergers',
    file: 'mergers.csv',
    good:
      'org_id_a,org_id_b,relationship,source,org_name_a,transferor_regno,transferor_subno,org_name_b,transferee_regno,transferee_subno,date_vesting_declaration,date_property_transferred,valid_from\n' +
      'GB-CHC-1234567,GB-CHC-1234568,sameas,A register,Kettle On,1234567,0,Sale Singers,1234568,0,,2026-01-01 00:00:00,2026-02-01 00:00:00\n',
    run: standard('charity-mergers'),
  },
  {
    name: 'feed',
    file: 'services.json',
    good: JSON.stringify({
      total_items: 1,
      total_pages: 1,
      page_number: 1,
      size: 1,
      contents: [SERVICE],
    }),
    run: standard('open-referral', true),
  },
]
