/** Builds an index as `npm run sync -- --rebuild` does, in a process of its own: `ENGINE LISTINGS FOLDER URL KEY INDEX`; seconds out. */
import { letOthersFirst } from '../../src/app/sync/let-others-first.ts'
import { openEmbedded } from '../../src/search/embedded/open.ts'
import { meiliClient } from '../../src/search/meilisearch/client.ts'
import { shapeOf } from '../../src/search/meilisearch/documents.ts'
import { meiliWriter } from '../../src/search/meilisearch/write.ts'
import { withIndex } from '../../tests/search/own-index.ts'
import { documentsOf, generatedKnown, RULES } from '../search/documents.ts'

const [, , name = '', count = '0', folder = '', url = '', key = '', index = ''] = process.argv
const known = Array.from({ length: Number(count) }, (_, n) => generatedKnown(n))
const engine =
  name === 'embedded'
    ? openEmbedded(folder, RULES)
    : meiliWriter(meiliClient({ url, key }, { tell: true }), shapeOf(withIndex(RULES, index)))
letOthersFirst()
const from = performance.now()
await engine.rebuild(documentsOf(known), known.length)
process.stdout.write(String((performance.now() - from) / 1000))
process.exit()
