/** `npm run story`: eighteen months of Trafford on a fixed clock, on real files, told step by step and kept in docs/story.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { aGroupSpeaks, grants, lists, moneyEnds } from '../bench/story/first-year.ts'
import {
  aMerger,
  aRunTakenBack,
  halfAList,
  nobodySaid,
  oneClubGone,
  theEnd,
} from '../bench/story/second-year.ts'
import { teller } from '../bench/story/tell.ts'
import { openWorld } from '../bench/story/world.ts'
import { inRoot, ROOT } from '../src/app/root.ts'

const data = resolve(ROOT, process.env.REAL_DATA_DIR ?? '../shared/data')
const MARK = '<!-- told by npm run story -->\n'

if (!existsSync(data)) {
  process.stderr.write('There are no real files here: name their folder in REAL_DATA_DIR.\n')
  process.exit(1)
}
const tell = teller((line) => void process.stdout.write(`${line}\n`))
const world = await openWorld(data)
try {
  await lists(world, tell)
  await grants(world, tell)
  await aGroupSpeaks(world, tell)
  await moneyEnds(world, tell)
  await aMerger(world, tell, /^carmel christian/i)
  await halfAList(world, tell)
  await oneClubGone(world, tell, 'Altrincham Aces')
  await nobodySaid(world, tell, 'G-Force')
  await aRunTakenBack(world, tell)
  await theEnd(world, tell)
} finally {
  await world.close()
}
const book = inRoot('docs', 'story.md')
const [before = ''] = readFileSync(book, 'utf8').split(MARK)
writeFileSync(book, `${before}${MARK}\n${tell.whole()}`)
