/** September 2022 to August 2023: the lists, the register, the grants, and the first money that ends. */
import { sayReport } from '../../src/imports/say-report.ts'
import { answers, changes, decides, keeps, publishes, waiting } from './people.ts'
import { askedWhy, counts, moneyOf, standingOf } from './seen.ts'
import type { Tell } from './tell.ts'
import type { World } from './world.ts'

const COUNSELLING = 'The Counselling and Family Centre'
const G_FORCE = 'G-Force'
const PROUD = 'The Proud Trust'
const MENTAL = 'trafford-mental-health/trafford_mental_health_services.csv'
const CHARITIES = 'trafford-charities/charities_operating_in_trafford.csv'
const firstLines = (text: string, count = 2): string => text.split('\n').slice(0, count).join('\n')

export async function lists(world: World, tell: Tell): Promise<void> {
  world.on('2022-09-05')
  tell.day('5 September 2022', 'The directory begins with three lists')
  for (const file of ['uk-outcodes/outcodes.csv', 'trafford-postcodes/trafford_postcodes.csv'])
    await world.places(file)
  tell.says(firstLines(sayReport(await world.read('trafford-mental-health', MENTAL))))
  tell.says(
    firstLines(
      sayReport(await world.read('trafford-sports-clubs', 'trafford-sports-clubs/sports_clubs.csv')),
    ),
  )
  tell.says(
    firstLines(
      sayReport(
        await world.read('trafford-community-hubs', 'trafford-community-hubs/trafford_community_hubs.csv'),
      ),
    ),
  )
  tell.says(await counts(world))
  tell.shows(COUNSELLING, standingOf(world, await world.named(COUNSELLING)))

  world.on('2022-09-19')
  tell.day('19 September 2022', 'The charity register is read')
  tell.says(
    firstLines(sayReport(await world.readAs('charity-commission', CHARITIES, { createDrafts: true })), 4),
  )
  tell.says('No office became a place to visit: drafts wait for the desk, and the public sees none of them.')
  const draft = (await world.all()).find(({ listing }) => /^carmel christian/i.test(listing.name))
  if (draft === undefined) throw new Error('There is no draft of the charity that merges.')
  await publishes(world, 'charity-commission', draft)
  tell.says(`The desk looks through them and publishes one, ${draft.listing.name}.`)
  tell.says(await counts(world))
}

export async function grants(world: World, tell: Tell): Promise<void> {
  world.on('2022-11-14')
  tell.day('14 November 2022', "The council's grants are read")
  const file = 'trafford-grants-360g/trafford_council_voluntary_sector_grants.csv'
  tell.says(firstLines(sayReport(await world.readAs('360giving', file)), 4))
  const same = await waiting(world, 'same-group')
  tell.says(
    `A name is no proof: ${same.length} recipients wait for the desk, each beside the group it may be.`,
  )
  for (const matter of same) {
    const { name } = matter.about['org'] as { name: string }
    if ([COUNSELLING, G_FORCE].includes(name)) await decides(world, matter, { decision: 'same' })
  }
  tell.says('The desk says "the same" to two of them. What a link worker sees now, and the public:')
  await money(world, tell)
}

async function money(world: World, tell: Tell): Promise<void> {
  for (const name of [COUNSELLING, G_FORCE]) {
    const { insiders, public: open } = await moneyOf(world, await world.named(name))
    tell.shows(name, `link workers: ${insiders ?? 'nothing known'} The public: ${open ?? '(nothing yet)'}`)
  }
}

export async function aGroupSpeaks(world: World, tell: Tell): Promise<void> {
  world.on('2023-02-06')
  tell.day('6 February 2023', 'A group keeps its own listing')
  const who = await keeps(world, await world.named(PROUD), 'proud')
  await changes(world, await world.named(PROUD), { phone: { number: '0161 496 0123', visible: true } })
  await answers(world, who, await world.named(PROUD), { right: 'yes' })
  tell.shows(PROUD, standingOf(world, await world.named(PROUD)))

  world.on('2023-03-06')
  tell.day('6 March 2023', 'The list it came from says something else')
  const copy = world.changed(MENTAL, (text) =>
    text
      .replace('0161 660 3347', '0161 496 0999')
      .replace('http://www.thecfc.org.uk/', 'https://www.thecfc.org.uk/'),
  )
  tell.says(firstLines(sayReport(await world.read('trafford-mental-health', copy))))
  const phone = (await world.named(PROUD)).listing.phone?.number
  tell.shows(PROUD, `its telephone is still ${phone}, as the group said.`)
  const [conflict] = await waiting(world, 'conflict')
  if (conflict === undefined) throw new Error('There is no conflict.')
  await decides(world, conflict, { decision: 'ruled', rulings: { phone: 'keep' } })
  tell.says('One conflict waited for the desk. It keeps what the group said, and is not asked again.')
}

export async function moneyEnds(world: World, tell: Tell): Promise<void> {
  world.on('2023-05-15')
  tell.day('15 May 2023', 'Money is about to end')
  await money(world, tell)
  for (let week = 0; week < 8; week++) {
    world.on(new Date(Date.UTC(2023, 4, 15 + 7 * week)).toISOString().slice(0, 10))
    const why = await askedWhy(world, await world.named(COUNSELLING))
    if (why?.includes('funding') || why?.includes('money')) {
      tell.says(
        `${world.house.now().toISOString().slice(0, 10)}, the review plan asks about ${COUNSELLING}: ${why}`,
      )
      break
    }
  }
  world.on('2023-06-26')
  tell.day('26 June 2023', 'The group answers')
  const known = await world.named(COUNSELLING)
  const who = await keeps(world, known, 'counselling')
  const funding = { says: 'goes-on', until: '2024-07-31' } as const
  await answers(world, who, await world.named(COUNSELLING), { right: 'yes', funding })
  await money(world, tell)
  tell.shows(COUNSELLING, standingOf(world, await world.named(COUNSELLING)))
}
