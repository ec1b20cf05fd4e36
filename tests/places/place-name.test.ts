import { expect, test } from 'vitest'
import { foldName, slipsAllowed, slipsBetween } from '../../src/places/place-name.ts'

test.each([
  ['St. Helens', 'Saint Helens'],
  ["King's Lynn", 'KINGS LYNN'],
  ['King’s Lynn', "king's lynn"],
  ['Chorlton-cum-Hardy', 'chorlton cum hardy'],
  ['Ynys Môn', 'ynys mon'],
  ['Stretford & Humphrey Park', 'Stretford and Humphrey  Park'],
  [' Sale ', 'sale'],
])('%s and %s are one name', (a, b) => expect(foldName(a)).toBe(foldName(b)))

test.each([
  ['Sale', 'Sale Moor'],
  ['Hale', 'Sale'],
  ['St Ives', 'Stives'],
])('%s and %s are two', (a, b) => expect(foldName(a)).not.toBe(foldName(b)))

test.each([
  ['sale', 'sale', 2, 0],
  ['sale', 'sael', 2, 1],
  ['altrincham', 'altrinham', 2, 1],
  ['altrincham', 'altringam', 2, 2],
  ['urmston', 'urmstone', 2, 1],
  ['urmston', 'stretford', 2, 3],
  ['ca', 'abc', 3, 3],
  ['', 'ab', 2, 2],
  ['sale', 'bowdon', 1, 2],
])('%j to %j, looking for %i: %i', (a, b, limit, slips) => {
  expect(slipsBetween(a, b, limit)).toBe(slips)
  expect(slipsBetween(b, a, limit)).toBe(slips)
})

test('short names forgive nothing', () =>
  expect(['ely', 'sale', 'urmston', 'davyhulme'].map((name) => slipsAllowed(name.length))).toEqual([
    0, 1, 1, 2,
  ]))
