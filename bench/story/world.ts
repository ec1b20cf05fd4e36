/** A directory of its own on a clock that the story sets, and the people in it. Everything goes through the doors that pages and commands use. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { readConfig } from '../../src/app/config.ts'
import { openHouse, type House } from '../../src/app/house.ts'
import { readSources } from '../../src/app/read-sources.ts'
import { inRoot } from '../../src/app/root.ts'
import { workshopOf } from '../../src/app/sources/workshop.ts'
import { importFiles } from '../../src/imports/apply.ts'
import { sourceOf } from '../../src/imports/arrangement.ts'
import { loadProfile } from '../../src/imports/load-profile.ts'
import { importPlaces } from '../../src/imports/postcode-tables.ts'
import type { Report } from '../../src/imports/report.ts'
import { runSource } from '../../src/imports/runs.ts'
import type { StandardKind } from '../../src/imports/source-kinds.ts'
import type { SignedIn } from '../../src/people/signed-in.ts'
import type { Role } from '../../src/store/people/grant.ts'
import type { Known } from '../../src/store/store.ts'

export type World = {
  house: House
  /** Sets the clock to a day, 10 in the morning. */
  on: (day: string) => void
  /** A list of a layout, from the real files or from `changed`. */
  read: (profile: string, file: string, over?: { acceptLoss?: boolean }) => Promise<Report>
  readAs: (kind: StandardKind, file: string, over?: { createDrafts?: boolean }) => Promise<Report>
  places: (file: string) => Promise<unknown>
  /** A copy of a real file, changed; its path. */
  changed: (file: string, change: (text: string) => string) => string
  /** The one listing of this name that the public sees. */
  named: (name: string) => Promise<Known>
  all: () => Promise<Known[]>
  close: () => Promise<void>
}

export async function openWorld(data: string): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-story-'))
  let now = new Date('2022-09-05T10:00:00Z')
  const house = await openHouse(readConfig({ DATA_DIR: folder, DEMO: '0', LOG_LEVEL: 'silent' }), () => now)
  const at = (file: string): string => (file.startsWith(folder) ? file : join(data, file))
  const all = async (): Promise<Known[]> => (await house.store.changesSince(-1, 10_000)).known
  return {
    house,
    on: (day) => void (now = new Date(`${day}T10:00:00Z`)),
    read: (name, file, over = {}) => {
      const profile = loadProfile(name, inRoot('data', 'profiles'))
      return importFiles({ ...over, files: [at(file)], profile, now }, workshopOf(house))
    },
    readAs: (kind, file, over = {}) =>
      runSource(
        { ...over, kind, at: [at(file)], source: sourceOf(readSources(), kind), now },
        workshopOf(house),
      ),
    places: (file) => importPlaces(at(file), house.store),
    changed(file, change) {
      const path = join(folder, basename(file))
      writeFileSync(path, change(readFileSync(at(file), 'utf8')))
      return path
    },
    async named(name) {
      const found = (await all()).filter(
        ({ listing }) => listing.name === name && listing.status === 'published',
      )
      const [known] = found
      if (known === undefined || found.length > 1)
        throw new Error(`${found.length} listings are called "${name}".`)
      return known
    },
    all,
    async close() {
      await house.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Somebody with one role. */
export function somebody(person: string, role: Role, scope: string | null): SignedIn {
  const at = '2022-09-05T10:00:00.000Z'
  const grant = { id: `g-${person}`, person, role, scope, givenAt: at, givenBy: null, endedAt: null }
  return {
    id: `s-${person}`,
    person,
    email: `${person}@example.org`,
    grants: [grant],
    second: true,
    checkedAt: at,
  }
}
export const DESK = somebody('desk', 'administrator', null)
