/** One run of a funder's grants: all of its files in one transaction, one report. No listing is added or changed. */
import { hash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join as path } from 'node:path'
import { isLive, publisherOf } from '../../funding/award.ts'
import { londonMoment } from '../../listings/clock.ts'
import type { ImportTransaction, RunOutcome } from '../../store/import-store.ts'
import { brake } from '../brake.ts'
import { lines, MOST_OF_A_KIND, type Lines } from '../difference.ts'
import { begin, type Begun } from '../run.ts'
import { Refused } from '../refused.ts'
import type { Report } from '../report.ts'
import { openGrants, type GrantFile } from '../sources/threesixtygiving.ts'
import { addProblems, emptyTally, reportOf, type Tally } from '../tally.ts'
import type { RunSource } from '../workshop.ts'
import { readGrant, type GrantRecord, type ReadGrant } from './grant.ts'
import { join } from './join.ts'
import { addGrant, recipientsOf, type Gathered } from './recipients.ts'

export const importGrants: RunSource = (errand, workshop) =>
  begin(errand.source, errand, workshop, async (begun) => {
    const { run, source, now, dryRun = false } = begun
    const files: GrantFile[] = []
    // Every file is opened, and its header checked, before anything is written.
    for (const file of await filesAt(errand.at)) files.push(await openGrants(file, begun.progress))
    const about = { run, source, startedAt: now.toISOString(), dryRun }
    return workshop.store.imports.run(about, (tx) => readAll(tx, files, begun))
  })

async function filesAt(at: readonly string[]): Promise<string[]> {
  const [folder] = at
  const found = at.length === 1 && folder !== undefined ? await stat(folder).catch(() => null) : null
  if (folder === undefined || !found?.isDirectory()) return [...at]
  const names = (await readdir(folder)).filter((name) => /\.(csv|json|tsv|txt)$/i.test(name)).sort()
  if (names.length === 0) throw new Refused(`There is no CSV or JSON file in ${folder}.`)
  return names.map((name) => path(folder, name))
}

type Reading = {
  tx: ImportTransaction
  tally: Tally
  grants: NonNullable<Report['grants']>
  today: string
  recipients: Gathered
  publishers: Set<string>
  lines: Lines
}

async function readAll(
  tx: ImportTransaction,
  files: readonly GrantFile[],
  begun: Begun,
): Promise<RunOutcome<Report>> {
  const tally = emptyTally()
  const none = { read: 0, individuals: 0, live: 0, matched_by_id: 0, suggested_by_name: 0, unmatched: 0 }
  const grants = (tally.grants = none)
  const today = londonMoment(begun.now).day
  const met = { recipients: new Map(), publishers: new Set<string>(), lines: lines() }
  const reading: Reading = { tx, tally, grants, today, ...met }
  for (const { file, order, batches } of files) {
    tally.file = files.length > 1 ? file : null
    for await (const records of batches) await readBatch(reading, records, order)
  }
  if (tally.read === 0) throw new Refused('There are no grants in it.')
  const about = { source: begun.source.id, now: begun.now }
  Object.assign(grants, await join(tx, recipientsOf(reading.recipients), about))
  return end(reading, begun)
}

async function end(
  { tx, tally, publishers, lines: met }: Reading,
  begun: Begun,
): Promise<RunOutcome<Report>> {
  const gone = await tx.awards.markGone([...publishers])
  const lost = gone.newly === 0 ? [] : await tx.awards.lost(MOST_OF_A_KIND)
  for (const { recipient, title } of lost) met.add('missing', lineOf(recipient, title))
  met.count('missing', gone.newly - lost.length)
  const { read, listings, foundAgain } = tally
  const toll = { had: foundAgain + gone.newly, lost: gone.newly, read, refused: listings.refused }
  const why = begun.acceptLoss ? null : brake(toll, begun.workshop, 'grants')
  const state = why ? 'refused' : begun.dryRun ? 'planned' : 'applied'
  const { source, run } = begun
  const report = reportOf(tally, { source: source.id, run, state, why, missing: gone.now })
  const difference = met.done()
  begun.difference?.(difference)
  const kept = { keep: why === null, state: why === null ? 'applied' : 'refused' } as const
  return { ...kept, report: JSON.stringify(report), value: report, difference }
}

/** A grant is no listing: its line has a name and leads nowhere. */
const lineOf = (recipient: string, title: string) => ({ listing: null, name: `${recipient}: ${title}` })

type Told = Extract<ReadGrant, { is: 'award' }>

async function readBatch(
  reading: Reading,
  records: readonly GrantRecord[],
  order: GrantFile['order'],
): Promise<void> {
  const { tx, tally, grants, today, publishers, recipients } = reading
  const told: (Told & { row: number })[] = []
  for (const record of records) {
    const read = readGrant(record, order)
    tally.read++
    grants.read++
    if (read.is === 'individual') {
      grants.individuals++
      tally.listings.skipped++
    } else {
      addProblems(tally, read.problems)
      if (read.is === 'award') told.push({ ...read, row: record.row })
      else tally.listings.refused++
    }
  }
  const awards = await newOnes(reading, told)
  const known = await tx.awards.known(awards.map(({ id }) => id))
  const rows = awards.flatMap((award) => {
    const before = known.get(award.id)
    const digest = hash('sha1', JSON.stringify(award), 'base64url')
    if (before && !before.gone) tally.foundAgain++
    publishers.add(publisherOf(award.id))
    addGrant(recipients, award)
    if (isLive(award, today)) grants.live++
    if (before?.hash === digest && !before.gone) return []
    reading.lines.add(
      before === undefined ? 'added' : before.gone ? 'back' : 'changed',
      lineOf(award.recipient.name, award.title),
    )
    return [{ award, hash: digest, known: before }]
  })
  tally.listings.skipped += awards.length
  if (rows.length > 0) await tx.awards.write(rows)
}

/** Grants that this run has not met before: of two with one id the first counts. */
async function newOnes(
  { tx, tally }: Reading,
  told: readonly (Told & { row: number })[],
): Promise<Told['award'][]> {
  const first = await tx.firstSeen([...new Set(told.map(({ award }) => award.id))])
  return told.flatMap(({ award, row }) => {
    if (first.delete(award.id)) return [award]
    tally.listings.duplicate++
    const problem = 'is the same grant as an earlier row'
    addProblems(tally, [{ row, field: 'Identifier', value: award.id, problem, did: 'left this row out' }])
    return []
  })
}
