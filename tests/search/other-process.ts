/** Another process on the same index: `FOLDER ID NAME` renames a listing, `FOLDER hang` begins to build and never ends. */
import { openEmbedded } from '../../src/search/embedded/open.ts'
import { documents, RULES } from './listings.ts'

const [, , folder = '', id = '', name = ''] = process.argv
const engine = openEmbedded(folder, RULES)
if (id === 'hang') {
  const [first] = documents()
  if (!first) throw new Error('no documents')
  await engine.rebuild(
    (async function* () {
      for (;;) {
        yield [first]
        process.send?.('building')
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    })(),
    1,
  )
}
const document = documents().find((it) => it.id === id)
if (!document) throw new Error(`no ${id}`)
await engine.apply([{ ...document, name }], [], 1000)
engine.close()
