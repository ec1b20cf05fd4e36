/**
 * Writes to the store named on the command line until it is killed, and says after each write what is now on the disk:
 * one line of JSON each. `name` makes its ids its own.
 */
import { openStore } from '../../src/store/open.ts'
import { aKnownRow, aNew, anEdit, aRow, AT, importing } from '../store/made.ts'

/** What is promised once the line is out. */
export type Promised =
  | { added: string }
  | { edited: string; revision: number }
  | { confirmed: string }
  | { imported: string; rows: number }

const [, , url = '', name = 'x'] = process.argv
const store = await openStore(url)
const say = (promised: Promised) => process.stdout.write(`${JSON.stringify(promised)}\n`)

const ROWS = 40
for (let i = 0; ; i++) {
  const id = `${name}-${i}`
  await store.add([aNew(id, { summary: 'added' })])
  say({ added: id })
  await store.edit(anEdit(id, 1, { summary: 'edited' }))
  say({ edited: id, revision: 2 })
  await store.confirm([
    { id: `c-${id}`, listing: id, at: AT, by: 'group', source: null, how: 'form', revision: 2 },
  ])
  say({ confirmed: id })
  const keys = Array.from({ length: ROWS }, (_, row) => `${name}-${row}`)
  const run = await importing(
    store,
    async (tx) => {
      await tx.firstSeen(keys)
      for (let at = 0; at < keys.length; at += 10) {
        const batch = keys.slice(at, at + 10)
        const rows = batch.map((key) => (i === 0 ? aRow(key) : aKnownRow(key, i, { summary: `import ${i}` })))
        await tx.write(rows, 'source', AT)
      }
      await tx.markMissing()
    },
    { run: `run-${id}` },
  )
  say({ imported: run, rows: ROWS })
}
