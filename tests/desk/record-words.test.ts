/** Whatever the program writes into the record has a word in it, in both languages. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inRoot } from '../../src/app/root.ts'
import { cy } from '../../src/text/cy.ts'
import { en } from '../../src/text/en.ts'

function* files(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) yield* files(path)
    else if (path.endsWith('.ts')) yield path
  }
}
const DID = /\bdid:\s*(?:[\w.]+\s*\?\s*'([a-z-]+)'\s*:\s*)?'([a-z-]+)'/g
const NOTED = /\bnote\('([a-z-]+)'/g

const written = new Set(
  ['src/desk', 'src/people', 'src/upkeep', 'src/workers', 'src/reviews', 'src/app', 'scripts'].flatMap(
    (room) =>
      [...files(inRoot(room))].flatMap((file) => {
        const code = readFileSync(file, 'utf8')
        return [...code.matchAll(DID), ...code.matchAll(NOTED)].flatMap(([, ...words]) =>
          words.filter((it) => it),
        )
      }),
  ),
)

test('the search for what is written finds it', () => {
  expect([...written]).toEqual(expect.arrayContaining(['read-private', 'rang', 'left-group', 'gave-role']))
})
test.for([...written])('"%s" has its word', (did) => {
  expect([did, typeof en.desk.record.did[did], typeof cy.desk.record.did[did]]).toEqual([
    did,
    'string',
    'string',
  ])
})
