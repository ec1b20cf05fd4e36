/** Ids that grow: of the standard's form, all different, and in the order they were made. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { idMaker } from '../../src/imports/ids.ts'
import { NOW } from '../fixtures.ts'

test('20,000 ids of one run', () => {
  const make = idMaker(NOW)
  const ids = Array.from({ length: 20_000 }, make)
  expect(ids.filter((id) => !z.uuidv7().safeParse(id).success)).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.map((id) => id.slice(0, 18)).toSorted()).toEqual(ids.map((id) => id.slice(0, 18)))
  expect(Number.parseInt((ids[0] ?? '').replaceAll('-', '').slice(0, 12), 16)).toBe(NOW.getTime())
})
