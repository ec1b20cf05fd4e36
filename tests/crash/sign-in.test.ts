/** A server that is killed while people sign in: no code works twice, and nobody is in without one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/app/config.ts'
import { signInDoors } from '../../src/app/sign-in/doors.ts'
import { redeemCode } from '../../src/people/enter.ts'
import { openStore } from '../../src/store/open.ts'
import { killedAfter, seeded } from './seeded.ts'
import type { Said } from './sign-in-writer.ts'

const KILLS = 20
/** Sign-ins that must have been begun in all. */
const SIGN_INS = 200
/** The writer lives so long after its first word, at most. Milliseconds. */
const LONGEST_MS = 400
const WRITER = new URL('./sign-in-writer.ts', import.meta.url).pathname

let dataDir = ''
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'fingerpost-crash-'))
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** Statements of the database's own that must find no row. */
const WRONG = {
  'somebody is in without a code that was used': `select sign_in.id from sign_in join person on person.id = sign_in.person
    where not exists (select 1 from asking where asking.address = person.email and asking.used_at <= sign_in.created_at)`,
  'more sign-ins than codes used': `select person.email from person where
    (select count(*) from sign_in where sign_in.person = person.id) >
    (select count(*) from asking where asking.address = person.email and asking.used_at is not null)`,
  'an account without a code that was used': `select email from person where not exists
    (select 1 from asking where asking.address = person.email and asking.used_at is not null)`,
  'a code without its letter': `select hash from asking where not exists
    (select 1 from outbox where outbox.key = 'sign-in ' || asking.hash)`,
  'a letter without its code': `select key from outbox where kind = 'sign-in' and not exists
    (select 1 from asking where outbox.key = 'sign-in ' || asking.hash)`,
  'a damaged page': `select * from pragma_integrity_check where integrity_check <> 'ok'`,
}

function wrong(): string[] {
  const db = new DatabaseSync(join(dataDir, 'fingerpost.db'))
  try {
    return Object.entries(WRONG).flatMap(([what, query]) =>
      db.prepare(query).all().length > 0 ? [what] : [],
    )
  } finally {
    db.close()
  }
}

test(`killed ${KILLS} times and more, in ${SIGN_INS} sign-ins and more`, { timeout: 180_000 }, async () => {
  const random = seeded(20_261_122)
  const all: Said[] = []
  for (let kill = 0; kill < KILLS || all.filter((it) => it.is === 'asked').length < SIGN_INS; kill++) {
    const lines = await killedAfter(random() * LONGEST_MS, WRITER, [dataDir, `k${kill}`])
    all.push(...lines.map((line): Said => JSON.parse(line)))
    expect(wrong()).toEqual([])
  }
  const came = all.filter((it) => it.is === 'in')
  const asked = all.filter((it) => it.is === 'asked')
  expect(
    came.filter((it) => it.came !== 1),
    'two presses at once, one comes in',
  ).toEqual([])

  const config = readConfig({ DATA_DIR: dataDir })
  const store = await openStore(config.databaseUrl)
  const house = { store, config, now: () => new Date(), newId: randomUUID }
  try {
    const doors = signInDoors(house)
    for (const { cookie } of came)
      expect(await doors.who(new Headers({ cookie })), 'who was told that they are in, is in').not.toBeNull()
    const inside = new Set(came.map(({ nonce }) => nonce))
    let open = 0
    for (const { nonce, code } of asked) {
      const typed = { nonce, typed: code, who: null, lang: 'en' } as const
      const first = (await redeemCode(typed, house)).is
      if (first === 'good') open++
      // A code whose use was on the disk when the server died is used, whether or not anybody was told.
      expect(inside.has(nonce) ? ['used'] : ['used', 'good']).toContain(first)
      expect((await redeemCode(typed, house)).is).toBe('used')
    }
    // Moments so chosen that some were killed between the letter and the code: else this test would show nothing.
    expect(open).toBeGreaterThan(0)
    expect(asked.length - came.length).toBeGreaterThan(0)
  } finally {
    await store.close()
  }
})
