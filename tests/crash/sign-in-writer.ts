/** Signs people in until it is killed, and says after each step what is now on the disk: one line of JSON each. */
import { randomUUID } from 'node:crypto'
import { readConfig } from '../../src/app/config.ts'
import { signInDoors } from '../../src/app/sign-in/doors.ts'
import { openStore } from '../../src/store/open.ts'
import { codeFor } from '../people/letters-of.ts'

export type Said = { nonce: string; code: string } & (
  | { is: 'asked' }
  /** How many of two presses at once came in. */
  | { is: 'in'; came: number; cookie: string }
)

const [, , dataDir = '', name = 'x'] = process.argv
const config = readConfig({ DATA_DIR: dataDir })
const store = await openStore(config.databaseUrl)
const doors = signInDoors({ store, config, now: () => new Date(), newId: randomUUID })
const say = (said: Said) => process.stdout.write(`${JSON.stringify(said)}\n`)

// The first one reads the program from the disk; moments are to fall into what comes after.
for (let i = 0; ; i++) {
  const email = `${name}-${i}@example.org`
  const [asking = ''] = await doors.signIn.ask(email, 'en', '/sign-in/code')
  const cookie = asking.split(';')[0] ?? ''
  const nonce = cookie.split('=')[1] ?? ''
  const { code } = codeFor(dataDir, email)
  if (i > 0) say({ is: 'asked', nonce, code })
  const headers = new Headers({ cookie })
  const presses = await Promise.all([1, 2].map(() => doors.signIn.redeem(code, 'en', { who: null, headers })))
  const came = presses.flatMap((it) => (it.is === 'in' ? it.cookies : []))
  if (i > 0) say({ is: 'in', nonce, code, came: came.length, cookie: came[0]?.split(';')[0] ?? '' })
}
