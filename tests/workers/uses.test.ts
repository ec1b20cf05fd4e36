/** Notes, counts, turns, sentences of groups and what was not found: who may, and what is kept. */
import { expect, test } from 'vitest'
import type { SignedIn } from '../../src/people/signed-in.ts'
import { answerWorkers, endNote, lastNoteDay, toldWorkers, writeNote } from '../../src/workers/notes.ts'
import { hintsFor } from '../../src/workers/hints.ts'
import { point, pointedTo } from '../../src/workers/pointed.ts'
import { takeTurn } from '../../src/workers/ring.ts'
import { seePrivate } from '../../src/workers/see.ts'
import { noteUnmet } from '../../src/workers/unmet.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew } from '../store/made.ts'
import {
  COLLEAGUE,
  DESK,
  ELSEWHERE,
  furnished,
  inDays,
  KEEPER,
  NOW,
  OTHER_KEEPER,
  somebody,
  WORKER,
  workshopOn,
} from './house.ts'

const FUNDING = { goes_on_days: 400, notice_days: 90, ask_days: 56 }
const note = (words = 'Ask for the side door') => ({ listing: 'a', words, until: lastNoteDay(NOW) })

type Who = [string, SignedIn | null, string]
const SEE: Who[] = [
  ['a link worker of the area', WORKER, 'seen'],
  ['the desk', DESK, 'seen'],
  ['the desk without its second factor', { ...DESK, second: false }, 'refused'],
  ['a link worker elsewhere', ELSEWHERE, 'refused'],
  ['its own group', KEEPER, 'refused'],
  ['another group', OTHER_KEEPER, 'refused'],
  ['nobody', null, 'refused'],
]
const SAY: Who[] = [
  ['its own group', KEEPER, 'saved'],
  ['another group', OTHER_KEEPER, 'refused'],
  ['a link worker', WORKER, 'refused'],
  ['nobody', null, 'refused'],
]

onEachDatabase('link workers', ({ open }) => {
  test.for(SEE)('private facts are seen by: %s', async ([, who, is]) => {
    const store = await open()
    const workshop = await furnished(store)
    expect((await seePrivate(who, 'a', workshop)).is).toBe(is)
    const lines = await store.audit({ limit: 9 })
    expect(lines.map(({ did, person }) => [did, person])).toEqual(
      is === 'seen' ? [['read-private', who?.person]] : [],
    )
    const known = await store.listings(['a'])
    expect((await hintsFor(who, known, FUNDING, workshop)).size).toBe(is === 'seen' ? 1 : 0)
    expect((await point(who, { listing: 'a', back: false }, workshop)).is).toBe(is === 'seen' ? 'saved' : is)
    expect((await writeNote(who, note(), workshop)).is).toBe(is === 'seen' ? 'saved' : is)
    expect((await takeTurn(who, { listing: 'a', free: false }, workshop)).is).toBe(
      is === 'seen' ? 'taken' : is,
    )
  })

  test('what is not there is unknown, and so is a draft', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await store.add([aNew('draft', { status: 'draft', places: [{ postcode: 'M33 2AB' }] })])
    expect((await seePrivate(WORKER, 'draft', workshop)).is).toBe('unknown')
    expect((await point(WORKER, { listing: 'draft', back: false }, workshop)).is).toBe('unknown')
    expect((await writeNote(WORKER, { ...note(), listing: 'draft' }, workshop)).is).toBe('unknown')
    expect((await seePrivate(WORKER, 'z', workshop)).is).toBe('unknown')
    expect((await point(WORKER, { listing: 'z', back: false }, workshop)).is).toBe('unknown')
    expect((await writeNote(WORKER, { ...note(), listing: 'z' }, workshop)).is).toBe('unknown')
    expect((await endNote(WORKER, { note: 'z' }, workshop)).is).toBe('unknown')
    expect((await takeTurn(WORKER, { listing: 'z', free: false }, workshop)).is).toBe('unknown')
  })

  test('pointing counts a week, and what was pressed by mistake is taken back', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const week = async () => (await pointedTo(workshop, ['a'])).get('a')?.week ?? 0
    const press = async (who: SignedIn, back = false, days = 0) => {
      const { is } = await point(
        who,
        { listing: 'a', back },
        workshopOn(store, () => inDays(days)),
      )
      return [is, await week()]
    }
    expect(await press(WORKER, true), 'never below nobody').toEqual(['nothing', 0])
    expect(await press(WORKER)).toEqual(['saved', 1])
    expect(await press(WORKER), 'once a day').toEqual(['again', 1])
    expect(await press(COLLEAGUE, true), 'not what another said').toEqual(['nothing', 1])
    expect(await press(COLLEAGUE)).toEqual(['saved', 2])
    expect(await press(WORKER, true)).toEqual(['saved', 1])
    expect(await press(WORKER, true), 'only once').toEqual(['nothing', 1])
    expect(await press(WORKER)).toEqual(['saved', 2])
    expect(await press(WORKER, false, -1), 'every day').toEqual(['saved', 3])
    expect(await store.audit({ limit: 9 }), 'nobody is written down who pointed').toEqual([])
  })

  test('a note shows a role and no name, ends by itself, by its author and by the desk', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const shown = async (who: SignedIn, days = 0) => {
      const seen = await seePrivate(
        who,
        'a',
        workshopOn(store, () => inDays(days)),
      )
      return seen.is === 'seen' ? seen.private.notes : []
    }
    await writeNote(WORKER, note(), workshop)
    const [mine] = await shown(WORKER)
    const [theirs] = await shown(COLLEAGUE)
    expect(mine).toMatchObject({ words: 'Ask for the side door', role: 'link-worker', mayEnd: true })
    expect(theirs).toMatchObject({ mayEnd: false, until: '2027-02-20' })
    expect(JSON.stringify(theirs)).not.toContain('worker@')
    expect(Object.keys(theirs ?? {})).not.toContain('person')
    expect(await shown(COLLEAGUE, 90)).toHaveLength(1)
    expect(await shown(COLLEAGUE, 91)).toHaveLength(0)
    const id = mine?.id ?? ''
    expect((await endNote(COLLEAGUE, { note: id }, workshop)).is).toBe('refused')
    expect((await endNote(KEEPER, { note: id }, workshop)).is).toBe('refused')
    expect((await endNote(DESK, { note: id }, workshop)).is).toBe('saved')
    expect(await shown(WORKER)).toEqual([])
    await writeNote(WORKER, note(), workshop)
    const [again] = await shown(WORKER)
    expect((await endNote(WORKER, { note: again?.id ?? '' }, workshop)).is).toBe('saved')
    expect((await writeNote(WORKER, { ...note(), words: '' }, workshop)).is).toBe('refused')
    expect((await writeNote(WORKER, { ...note(), until: '2028-01-01' }, workshop)).is).toBe('refused')
  })

  test.for(SAY)('a sentence to link workers is written by: %s', async ([, who, is]) => {
    const store = await open()
    const workshop = await furnished(store)
    expect((await answerWorkers(who, { listing: 'a', words: 'Ring before 11' }, workshop)).is).toBe(is)
    expect((await toldWorkers(who, 'a', workshop)).is).toBe(is === 'saved' ? 'told' : is)
    const seen = await seePrivate(WORKER, 'a', workshop)
    expect(seen.is === 'seen' && (seen.private.group?.words ?? null)).toBe(
      is === 'saved' ? 'Ring before 11' : null,
    )
  })

  test('the newer sentence of a group ends the older one', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await answerWorkers(KEEPER, { listing: 'a', words: 'Ring before 11' }, workshop)
    await answerWorkers(somebody('second', 'group g1'), { listing: 'a', words: 'Thank you' }, workshop)
    const seen = await seePrivate(WORKER, 'a', workshop)
    expect(seen.is === 'seen' && [seen.private.group?.words, seen.private.notes.length]).toEqual([
      'Thank you',
      0,
    ])
    const told = await toldWorkers(KEEPER, 'a', workshop)
    const id = told.is === 'told' ? (told.now?.id ?? '') : ''
    expect((await endNote(OTHER_KEEPER, { note: id }, workshop)).is).toBe('refused')
    expect((await endNote(KEEPER, { note: id }, workshop)).is, 'anybody of the group').toBe('saved')
  })

  test('two colleagues do not ring the same', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const turn = async (who: SignedIn, free = false, minutes = 0) => {
      const at = new Date(NOW.getTime() + minutes * 60_000)
      return (
        await takeTurn(
          who,
          { listing: 'a', free },
          workshopOn(store, () => at),
        )
      ).is
    }
    expect(await turn(WORKER)).toBe('taken')
    expect(await turn(COLLEAGUE)).toBe('somebody-else')
    expect(await turn(COLLEAGUE, true), 'freeing what is not theirs does nothing').toBe('freed')
    expect(await turn(COLLEAGUE)).toBe('somebody-else')
    expect(await turn(WORKER)).toBe('taken')
    expect(await turn(COLLEAGUE, false, 121), 'it lapses').toBe('taken')
    await turn(COLLEAGUE, true, 122)
    expect(await turn(WORKER, false, 123)).toBe('taken')
    expect(await store.workers.turns(workshop.now())).toHaveLength(1)
  })

  test('what was not found is a need, a week and a district; fewer than five are not shown', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const need = workshop.taxonomy.lists.needs[0]?.id ?? ''
    const say = async (who: SignedIn | null, over: object = {}) =>
      (await noteUnmet(who, { need, where: 'M33 2AB', ...over }, workshop)).is
    expect(await say(WORKER)).toBe('saved')
    expect(await say(KEEPER)).toBe('refused')
    expect(await say(null)).toBe('refused')
    expect(await say(WORKER, { need: 'a person with a story' })).toBe('no-need')
    expect(await say(WORKER, { where: '12 High Street' })).toBe('no-area')
    for (let i = 0; i < 3; i++) await say(COLLEAGUE)
    await say(WORKER, { where: 'm33' })
    await say(WORKER, { where: 'm33', kind: 'no such kind' })
    for (const name of ['c', 'd', 'e']) await say(somebody(name, 'link-worker'))
    await say(WORKER, { where: '' })
    const week = { from: '2026-11-16', until: '2026-11-16' }
    expect(await store.gaps.sums('area', { ...week, need })).toEqual([
      { id: '', why: 'said', count: 1 },
      { id: 'M33', why: 'said', count: 5 },
    ])
    expect(await store.gaps.sums('kind', week)).toEqual([{ id: '', why: 'said', count: 6 }])
    expect(await store.gaps.sums('area', { from: '2026-11-23', until: '2026-11-30' })).toEqual([])
  })
})
