/** Trafford as the importer and the desk make it of its publishers' files: the same listings wherever and whenever. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../../src/app/config.ts'
import { openHouse, type House } from '../../../src/app/house.ts'
import { readSources } from '../../../src/app/read-sources.ts'
import { inRoot } from '../../../src/app/root.ts'
import { workshopOf } from '../../../src/app/sources/workshop.ts'
import { decideDrafts, DRAFTS_PAGE } from '../../../src/desk/register-drafts.ts'
import { importFiles } from '../../../src/imports/apply.ts'
import { sourceOf } from '../../../src/imports/arrangement.ts'
import { loadProfile } from '../../../src/imports/load-profile.ts'
import { importPlaces } from '../../../src/imports/postcode-tables.ts'
import { slugOf } from '../../../src/imports/matching/slug.ts'
import { runSource } from '../../../src/imports/runs.ts'
import type { Listing } from '../../../src/listings/listing.ts'
import type { Known } from '../../../src/store/store.ts'
import { DESK } from '../../../bench/story/world.ts'

/** The clock of the directory: the files are older, and nobody has confirmed anything since. */
const NOW = new Date('2026-11-22T10:00:00Z')

const PLACES = [
  'uk-outcodes/outcodes.csv',
  'trafford-postcodes/trafford_postcodes.csv',
  'trafford-boundaries/electoral_ward.geojson',
  'trafford-boundaries/local_authority_district.geojson',
]
/** Profile and file, in the order they are read: it decides which of two namesakes has the shorter slug. */
const LISTS = [
  ['trafford-mental-health', 'trafford-mental-health/trafford_mental_health_services.csv'],
  ['trafford-community-hubs', 'trafford-community-hubs/trafford_community_hubs.csv'],
  ['trafford-sports-clubs', 'trafford-sports-clubs/sports_clubs.csv'],
  ['gm-food-banks', 'gm-food-banks/gm_food_banks.csv'],
] as const
const REGISTER = 'charity-commission'
const CHARITIES = 'trafford-charities/charities_operating_in_trafford.csv'

/**
 * What judged questions call a listing: its slug. Of three namesakes in one postcode area the third has the end of its id
 * in its slug, which is another every time; its key has the whole postcode there.
 */
export function keyOf({ name, slug, places }: Listing): string {
  const base = slugOf(name)
  const postcode = places[0]?.postcode?.toLowerCase() ?? ''
  const told = [base, `${base}-${postcode.split(' ')[0] ?? ''}`]
  return told.includes(slug) ? slug : `${base}-${postcode.replace(' ', '')}`
}

export type Trafford = {
  house: House
  /** What the public can find. */
  listings: Known[]
  close: () => Promise<void>
}

/**
 * `data`: the folder of real files (tests/real-data.ts). The charity register makes drafts; the desk publishes those of
 * published.txt, as it would those that people can use, and the public sees none of the others.
 */
export async function openTrafford(data: string): Promise<Trafford> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-trafford-'))
  const config = readConfig({ DATA_DIR: folder, DEMO: '0', LOG_LEVEL: 'silent' })
  const house = await openHouse(config, () => NOW)
  for (const file of PLACES) await importPlaces(join(data, file), house.store)
  for (const [name, file] of LISTS) {
    const profile = loadProfile(name, inRoot('data', 'profiles'))
    await importFiles({ files: [join(data, file)], profile, now: NOW }, workshopOf(house))
  }
  const source = sourceOf(readSources(), REGISTER)
  const register = {
    kind: REGISTER,
    at: [join(data, CHARITIES)],
    source,
    now: NOW,
    createDrafts: true,
  } as const
  await runSource(register, workshopOf(house))
  await publish(house)
  await house.follower.catchUp()
  return {
    house,
    listings: (await all(house)).filter(({ listing }) => listing.status === 'published'),
    async close() {
      await house.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const all = async ({ store }: House): Promise<Known[]> => (await store.changesSince(-1, 10_000)).known

async function publish(house: House): Promise<void> {
  const slugs = new Set(
    readFileSync(new URL('published.txt', import.meta.url), 'utf8')
      .trim()
      .split(/\s+/),
  )
  const drafts = (await all(house)).flatMap(({ listing }) => (slugs.has(listing.slug) ? [listing.id] : []))
  if (drafts.length !== slugs.size)
    throw new Error(`${slugs.size - drafts.length} of the drafts are not there.`)
  for (let at = 0; at < drafts.length; at += DRAFTS_PAGE) {
    const listings = drafts.slice(at, at + DRAFTS_PAGE)
    const done = await decideDrafts(DESK, { source: REGISTER, listings, publish: true }, house)
    if (done.is !== 'decided' || done.count !== listings.length)
      throw new Error(`Of ${listings.length} drafts not all could be published: ${JSON.stringify(done)}.`)
  }
}
