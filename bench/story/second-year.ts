/** July 2023 to March 2024: a merger, a list that comes in half, one that loses a club, a run taken back. */
import { KINDS } from '../../src/desk/kinds.ts'
import { sayReport } from '../../src/imports/say-report.ts'
import { sayUndone } from '../../src/imports/say-undone.ts'
import { undoRun } from '../../src/imports/undo.ts'
import { changes, waiting } from './people.ts'
import { askedWhy, counts, moneyOf, standingOf } from './seen.ts'
import type { Tell } from './tell.ts'
import type { World } from './world.ts'

const CLUBS = 'trafford-sports-clubs/sports_clubs.csv'
const firstLines = (text: string, count = 2): string => text.split('\n').slice(0, count).join('\n')
const half = (text: string): string => {
  const lines = text.split('\n')
  return lines.slice(0, Math.ceil(lines.length / 2)).join('\n')
}

export async function aMerger(world: World, tell: Tell, pattern: RegExp): Promise<void> {
  const name = (await world.all()).find(({ listing }) => pattern.test(listing.name))?.listing.name ?? ''
  world.on('2023-07-31')
  tell.day('31 July 2023', 'A charity became part of another')
  tell.says(
    firstLines(
      sayReport(await world.readAs('charity-mergers', 'ccew-registers/ccew-register-of-mergers.csv')),
      4,
    ),
  )
  tell.shows(name, `on that day: ${standingOf(world, await world.named(name))}`)
  for (const { about } of await waiting(world, 'signal')) {
    const { register } = KINDS.signal.about.parse(about)
    if (register?.successor)
      tell.says(
        `The desk reads: ${register.name} (${register.org_id}) became part of ${register.successor.name} (${register.successor.org_id}) on ${register.on}.`,
      )
  }
  world.on('2023-08-21')
  tell.shows(name, `three weeks later, nobody having looked: ${standingOf(world, await world.named(name))}`)
}

export async function halfAList(world: World, tell: Tell): Promise<void> {
  world.on('2023-09-04')
  tell.day('4 September 2023', 'A list comes in half')
  const report = await world.read('trafford-sports-clubs', world.changed(CLUBS, half))
  tell.says(`${report.state}: ${report.why}`)
  tell.says(await counts(world))
  world.on('2023-09-05')
  tell.says(`Next day, whole: ${firstLines(sayReport(await world.read('trafford-sports-clubs', CLUBS)))}`)
}

export async function oneClubGone(world: World, tell: Tell, name: string): Promise<void> {
  const without = (text: string): string =>
    text
      .split('\n')
      .filter((line) => !line.startsWith(`${name},`))
      .join('\n')
  world.on('2023-10-02')
  tell.day('2 October 2023', 'One club is no longer in its list')
  const copy = world.changed(CLUBS, without)
  const first = await world.read('trafford-sports-clubs', copy)
  tell.says(`${first.missing} missing. ${standingOf(world, await world.named(name))}`)
  world.on('2023-10-23')
  await world.read('trafford-sports-clubs', copy)
  tell.says('Three weeks and one run later it is missing still: a signal, and a matter for the desk.')
  world.on('2023-11-13')
  tell.shows(name, `after the grace time: ${standingOf(world, await world.named(name))}`)
}

export async function nobodySaid(world: World, tell: Tell, name: string): Promise<void> {
  tell.day('13 November 2023', 'Money ended and nobody has said what comes now')
  const known = await world.named(name)
  const { insiders, public: open } = await moneyOf(world, known)
  tell.shows(name, `link workers: ${insiders ?? 'nothing known'} The public: ${open ?? 'nothing'}`)
  tell.says(`The review plan: ${(await askedWhy(world, known)) ?? 'does not ask today'}`)
}

export async function aRunTakenBack(world: World, tell: Tell): Promise<void> {
  world.on('2024-01-15')
  tell.day('15 January 2024', 'A wrong file is taken back')
  const shift = (text: string): string =>
    text.replaceAll('Football', 'Fotball').replaceAll('Cricket', 'Kricket')
  const wrong = await world.read('trafford-sports-clubs', world.changed(CLUBS, shift), { acceptLoss: true })
  tell.says(firstLines(sayReport(wrong)))
  const known = (await world.all()).find(({ listing }) => listing.summary?.startsWith('Fotball'))
  if (known === undefined) throw new Error('The wrong file changed nothing.')
  await changes(world, known, { first_time: 'Ask for Sam at the door.' })
  tell.shows(known.listing.name, `now says "${known.listing.summary}"; the club adds how to find the door.`)
  const undone = await undoRun(world.house.store.imports, wrong.run, world.house.now(), world.house.ranks)
  tell.says(sayUndone(wrong.run, undone).replace(wrong.run, 'RUN'))
  tell.says(await counts(world))
}

export async function theEnd(world: World, tell: Tell): Promise<void> {
  world.on('2024-03-04')
  tell.day('4 March 2024', 'Eighteen months later')
  tell.says(await counts(world))
  const all = await world.all()
  const lost = all.filter(
    ({ listing }) => listing.name === 'The Proud Trust' && listing.phone?.number !== '0161 496 0123',
  )
  tell.says(`Words of groups that an import lost: ${lost.length}.`)
}
