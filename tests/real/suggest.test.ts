/** Suggestions on 60 real rows against what a person said of each: right where there are any, and none wrong. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { makeSuggester } from '../../src/listings/suggest.ts'
import { HOW_TO_HAVE_REAL_DATA, realData } from '../real-data.ts'
import labels from './labels/trafford-mental-health.json' with { type: 'json' }

const folder = realData()
const path = join(folder ?? '', 'trafford-mental-health/trafford_mental_health_services.csv')
const here = folder !== null
if (!here) console.log(`tests/real/suggest.test.ts skipped: ${HOW_TO_HAVE_REAL_DATA}`)

/** Rows of 60 that must get a right need: the yardstick of the first session's issue. */
const LEAST_RIGHT = 50

const taxonomy = readTaxonomy()

describe('the labels', () => {
  it('name 60 rows and only needs that exist', () => {
    const rows = Object.entries(labels.rows)
    expect(rows).toHaveLength(60)
    expect(rows.flatMap(([, ids]) => ids).filter((id) => !taxonomy.byId.needs.has(id))).toEqual([])
  })
})

describe.skipIf(!here)('suggestions on trafford-mental-health', () => {
  const accepted = new Map(Object.entries(labels.rows))
  const { data } = here
    ? Papa.parse<{ name: string; description: string }>(readFileSync(path, 'utf8'), {
        header: true,
        skipEmptyLines: true,
      })
    : { data: [] }
  const ask = makeSuggester(taxonomy)
  const rows = data.map((row, i) => {
    const right = accepted.get(String(i + 1)) ?? []
    const { needs } = ask(row.name, row.description)
    return {
      row: i + 1,
      right: needs.filter((id) => right.includes(id)),
      wrong: needs.filter((id) => !right.includes(id)),
    }
  })

  it('gives no row a wrong need', () => {
    expect(rows).toHaveLength(60)
    expect(rows.filter(({ wrong }) => wrong.length > 0)).toEqual([])
  })

  it(`gives at least ${LEAST_RIGHT} of 60 rows a right one`, () => {
    const without = rows.filter(({ right }) => right.length === 0).map(({ row }) => row)
    expect(60 - without.length, `rows with none: ${without.join(', ')}`).toBeGreaterThanOrEqual(LEAST_RIGHT)
  })
})
