/** One run of a register of charities: groups, what is held against them, and drafts where they are asked for. No place to go to. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { REGISTERS, type Register } from '../../freshness/register-entry.ts'
import type { ImportTransaction, RunOutcome } from '../../store/import-store.ts'
import { brake } from '../brake.ts'
import { unpacked } from '../reading/unzip.ts'
import { Refused } from '../refused.ts'
import type { Report } from '../report.ts'
import { begin, runListings, type Begun } from '../run.ts'
import { addProblems, emptyTally, reportOf, type Tally } from '../tally.ts'
import type { Errand, RunSource } from '../workshop.ts'
import { compare, type Compared } from './compare.ts'
import { draftsOf } from './drafts.ts'
import { openKind } from './kinds.ts'
import { makeSpill, type Spill } from './spill.ts'
import { tellGroups } from './tell.ts'
import { writeFresh } from './write.ts'

export const importRegister: RunSource = (errand, workshop) =>
  begin(errand.source, errand, workshop, async (begun) => {
    const kind = registerOf(errand)
    const input = await unpacked(await filesAt(errand.at))
    try {
      const spill = await makeSpill(input.folder)
      try {
        return await readThrough({
          begun,
          kind,
          spill,
          paths: input.paths,
          drafts: errand.createDrafts === true,
        })
      } finally {
        await spill.close()
      }
    } finally {
      await input.remove()
    }
  })

function registerOf({ kind }: Errand): Register {
  const register = REGISTERS.find((it) => it === kind)
  if (register === undefined) throw new Refused(`"${kind}" is not a register of charities.`)
  return register
}

async function filesAt(at: readonly string[]): Promise<string[]> {
  const [folder] = at
  const found = at.length === 1 && folder !== undefined ? await stat(folder).catch(() => null) : null
  if (folder === undefined || !found?.isDirectory()) return [...at]
  const names = (await readdir(folder)).filter((name) => /\.(zip|json|txt|tsv|csv|bcp)$/i.test(name)).sort()
  if (names.length === 0) throw new Refused(`There is no file of a register in ${folder}.`)
  return names.map((name) => join(folder, name))
}

type Course = { begun: Begun; kind: Register; spill: Spill; paths: readonly string[]; drafts: boolean }

async function readThrough(course: Course): Promise<Report> {
  const { begun, kind, spill, drafts } = course
  const { workshop, source, acceptLoss } = begun
  const tally = emptyTally()
  const { registers } = workshop.store
  const files = await openKind(kind, course.paths, begun.progress)
  const found = await compare(files, { kind, source: source.id, registers, tally, spill, keepAll: drafts })
  const { matched, removed, merged, had, gone } = found
  tally.register = { read: tally.read, matched, removed, merged, signals: 0 }
  const toll = { had, lost: gone.length, read: tally.read, refused: tally.listings.refused }
  const why = acceptLoss ? null : brake(toll, workshop, 'groups')
  if (drafts && why === null) return withDrafts(course, tally, found)
  return workshop.store.imports.run(about(begun), (tx) => writeAll(tx, course, tally, found, why))
}

const about = ({ run, source, now, dryRun = false }: Begun) => ({
  run,
  source,
  startedAt: now.toISOString(),
  dryRun,
})

async function writeAll(
  tx: ImportTransaction,
  course: Course,
  tally: Tally,
  found: Compared,
  why: string | null,
): Promise<RunOutcome<Report>> {
  const { begun } = course
  const missing = why === null ? await writeRegister(tx, course, tally, found) : found.gone.length
  const state = why !== null ? 'refused' : begun.dryRun ? 'planned' : 'applied'
  const report = reportOf(tally, { source: begun.source.id, run: begun.run, state, why, missing })
  const keep = state !== 'refused'
  return {
    keep,
    state: keep ? 'applied' : 'refused',
    report: JSON.stringify(report),
    value: report,
  }
}

/** How many entries of the register are missing now. */
async function writeRegister(
  tx: ImportTransaction,
  { begun, kind, spill, drafts }: Course,
  tally: Tally,
  { gone }: Compared,
): Promise<number> {
  const { source, now, workshop } = begun
  const registers = tx.registers(kind, now.toISOString())
  await writeFresh(spill, gone, {
    registers,
    source: source.id,
    newId: workshop.newId,
    twice(row, { name }, first) {
      // With drafts the repeat is counted, and told of, by whoever writes them.
      if (drafts) return
      tally.listings.skipped--
      tally.listings.duplicate++
      const problem = `has the name and postcode of ${first}`
      addProblems(tally, [{ row, field: 'name', value: name, problem, did: 'taken as one group' }])
    },
  })
  await tellAll(tx, { begun, kind }, tally)
  return registers.countMissing()
}

async function tellAll(
  tx: ImportTransaction,
  { begun: { now }, kind }: Pick<Course, 'begun' | 'kind'>,
  tally: Tally,
): Promise<void> {
  const registers = tx.registers(kind, now.toISOString())
  const { raised } = await tellGroups(registers, await registers.toTell(), now)
  if (tally.register !== null) tally.register.signals += raised
}

/** The same, and each registered charity as a draft, in one transaction. */
function withDrafts(course: Course, counted: Tally, found: Compared): Promise<Report> {
  const { begun, kind, spill } = course
  return runListings([], begun, {
    suggest: true,
    inside: {
      async first(tx, tally) {
        tally.register = counted.register
        await writeRegister(tx, course, tally, found)
        const registers = tx.registers(kind, begun.now.toISOString())
        const batches = draftsOf(spill, { tx, registers })
        return { file: '', problems: counted.problems, whole: true, batches }
      },
      last: (tx, tally) => tellAll(tx, course, tally),
    },
  })
}
