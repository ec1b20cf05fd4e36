/** One small good file of each kind of source, from which the wrong ones are made. Everything in them is invented. */
import { join } from 'node:path'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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
]
