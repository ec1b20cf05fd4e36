/** Real opening times beside what their collectors read in them: a wrong time is worse than none. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, test, type TestContext } from 'vitest'
import { WEEKDAYS } from '../../src/listings/session.ts'
import { sessionsFromDay, sessionsFromText } from '../../src/listings/times/text.ts'
import { linesOf, weekOf } from '../listings/week.ts'
import { HOW_TO_HAVE_REAL_DATA, realData } from '../real-data.ts'

const folder = realData()

/** The text of a real file, or the test is skipped and says why. */
function real(path: string, context: TestContext): string {
  if (folder !== null) return readFileSync(join(folder, path), 'utf8')
  console.warn(`skipped: ${HOW_TO_HAVE_REAL_DATA}`)
  return context.skip(HOW_TO_HAVE_REAL_DATA)
}
// opening_hours cannot say term time: it is left out.
const week = (text: string) =>
  sessionsFromText(text)?.length
    ? weekOf(sessionsFromText(text) ?? []).map((line) => line.replace(' term', ''))
    : null

test('the yardstick: at least 85 of 100 texts read, none read wrongly', (context) => {
  const text = real('opening-hours-texts/opening_hours_pairs.json', context)
  const pairs = JSON.parse(text) as { text: string; good: string }[]
  const read = pairs.map((pair) => ({ ...pair, got: week(pair.text) })).filter(({ got }) => got !== null)
  const wrong = read.filter(({ good, got }) => got?.join() !== linesOf(good).join())
  console.log(`yardstick: ${read.length} of ${pairs.length} texts read, ${wrong.length} wrong`)
  expect(wrong).toEqual([])
  expect(read.length).toBeGreaterThanOrEqual(pairs.length * 0.85)
})

test('warm spaces: what is read of the text is what its publisher made of it', (context) => {
  const text = real('warm-spaces-manchester/warm_spaces_tile_505_331.geojson', context)
  const { features } = JSON.parse(text) as {
    features: { properties: { hours?: { _text: string; opening?: string } } }[]
  }
  const hours = features.flatMap(({ properties }) => (properties.hours?._text ? [properties.hours] : []))
  const read = hours.map((each) => ({ ...each, got: week(each._text) })).filter(({ got }) => got !== null)
  console.log(`warm spaces: ${read.length} of ${hours.length} texts read`)
  expect(read.filter(({ opening, got }) => got?.join() !== linesOf(opening ?? '').join())).toEqual([])
  expect(read.length).toBeGreaterThanOrEqual(hours.length * 0.8)
})

test('food banks: two in three texts are read, and none that asks to ring, book or be referred', (context) => {
  const rows = Papa.parse<Record<string, string>>(real('gm-food-banks/gm_food_banks.csv', context), {
    header: true,
  })
  const texts = [...new Set(rows.data.map((row) => row['Opening times'] ?? ''))]
  const read = texts.filter((text) => week(text) !== null)
  console.log(`food banks: ${read.length} of ${texts.length} different texts read`)
  expect(
    read.filter((text) => /appoint|ring|call|refer|except|holiday|request|via|phone|known/i.test(text)),
  ).toEqual([])
  expect(read.length).toBeGreaterThanOrEqual(texts.length * 0.66)
})

test('Kent: every cell of the fourteen weekday columns is understood', (context) => {
  const rows = Papa.parse<Record<string, string>>(real('kent-libraries/kent_county_council.csv', context), {
    header: true,
    skipEmptyLines: true,
  })
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
  const cells = rows.data.flatMap((row) =>
    WEEKDAYS.flatMap((day, n) =>
      ['staffed', 'unstaffed'].map((kind) => [day, row[`${names[n]} ${kind} hours`] ?? ''] as const),
    ),
  )
  expect(cells.filter(([day, cell]) => sessionsFromDay(day, cell) === null)).toEqual([])
  expect(cells.flatMap(([day, cell]) => sessionsFromDay(day, cell) ?? []).length).toBeGreaterThan(400)
})
