/** From a report by anybody to its outcome: matters, letters, standing, and nothing left of whoever sent it. */
import { expect, test } from 'vitest'
import { decide } from '../../src/desk/decide.ts'
import type { DecisionGiven } from '../../src/desk/decision.ts'
import { report, WORDS_MAX, type ReportGiven } from '../../src/desk/report.ts'
import type { Store } from '../../src/store/store.ts'
import type { Workshop } from '../../src/upkeep/workshop.ts'
import { HOSTILE } from '../hostile/values.ts'
import { onEachDatabase } from '../store/databases.ts'
import { only } from '../store/made.ts'
import { DESK, furnished, inDays, NOW, workshopOn } from '../workers/house.ts'

const LATER = inDays(30)
const given = (over: Partial<ReportGiven> = {}): ReportGiven => ({
  listing: 'a',
  what: 'closed',
  words: 'Mrs Smith says the door is shut.',
  tell: null,
  lang: 'en',
  from: 'mark-a',
  ...over,
})
const decision = (matter: string, over: Partial<DecisionGiven> = {}): DecisionGiven => ({
  matter,
  decision: 'right',
  reason: '',
  how: 'phone',
  endedOn: null,
  despite: [],
  ...over,
})
const say = (workshop: Workshop, over: Partial<ReportGiven> = {}) =>
  report(given(over), workshop, { alike: 2 })
const letters = async (store: Store) => {
  const all = await store.outbox.due(LATER, 100)
  return all.map(({ kind, to, about }) => ({ kind, to, words: JSON.stringify(about) }))
}
const reports = (store: Store) => store.matters.list({ kind: 'report' })

onEachDatabase('reports', ({ open }) => {
  test('one report is a matter, tells each keeper once without the words, and lowers nothing', async () => {
    const store = await open()
    const workshop = await furnished(store)
    expect(await say(workshop, { tell: 'reader@example.org' })).toEqual({ is: 'heard' })
    const [matter] = await reports(store)
    expect(matter).toMatchObject({ listing: 'a', group: 'g1', person: null, targetOn: '2026-11-25' })
    const posted = await letters(store)
    expect(posted.map(({ kind, to }) => `${kind} ${to}`).sort()).toEqual([
      'report-heard keeper@example.org',
      'report-heard second@example.org',
    ])
    expect(posted.map(({ words }) => words).join(' ')).not.toMatch(/Smith|door|reader@/)
    expect((await only(store, 'a')).signals).toEqual([])
  })

  test('several alike are one matter; from two networks they raise one signal', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await say(workshop)
    await say(workshop, { words: 'The same one again' })
    expect((await only(store, 'a')).signals, 'one network is one voice').toEqual([])
    await say(workshop, { from: 'mark-b', words: '' })
    await say(workshop, { from: 'mark-c' })
    const all = await reports(store)
    expect(all).toHaveLength(1)
    expect(all[0]?.about).toMatchObject({ what: 'closed' })
    expect(all[0]?.about['said']).toHaveLength(4)
    const { signals } = await only(store, 'a')
    expect(signals.map(({ kind, clearedAt }) => [kind, clearedAt])).toEqual([['reported-closed', null]])
    expect(await letters(store), 'the group is asked once').toHaveLength(2)
  })

  test('what is said of something else is a matter of its own', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await say(workshop)
    await say(workshop, { what: 'number', from: 'mark-b' })
    expect(await reports(store)).toHaveLength(2)
    expect((await only(store, 'a')).signals).toEqual([])
  })

  test('the outcome goes to whoever left an address, and then nothing of them is left', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await say(workshop, { tell: 'one@example.org' })
    await say(workshop, { tell: 'two@example.org', from: 'mark-b', lang: 'cy' })
    await say(workshop, { tell: 'two@example.org', from: 'mark-b' })
    const [matter] = await reports(store)
    expect(await decide(DESK, decision(matter?.id ?? ''), workshop)).toEqual({ is: 'decided' })
    const outcome = (await letters(store)).filter(({ kind }) => kind === 'report-outcome')
    expect(outcome.map(({ to }) => to).sort()).toEqual(['one@example.org', 'two@example.org'])
    const after = (await reports(store))[0]
    expect(after).toMatchObject({ state: 'decided', decision: 'right', decidedBy: DESK.person })
    expect(JSON.stringify(after?.about)).not.toMatch(/example\.org|mark-/)
    const known = await only(store, 'a')
    expect(known.signals, 'what was doubted is cleared').toEqual([])
    expect(known.confirmation).toMatchObject({ by: 'desk', how: 'phone', revision: 1 })
    const record = await store.audit({ limit: 10 })
    expect(record.map(({ did, person, about }) => [did, person, about])).toContainEqual([
      'right',
      DESK.person,
      matter?.id,
    ])
  })

  test('"it has ended" ends it from its day, and answers everything else that waited', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await say(workshop, { tell: 'one@example.org' })
    await say(workshop, { what: 'other', words: 'Shut', tell: 'two@example.org', from: 'mark-b' })
    const [matter] = await reports(store)
    const id = matter?.id ?? ''
    const ended = decision(id, { decision: 'ended' })
    expect(await decide(DESK, ended, workshop)).toEqual({ is: 'needs', what: 'ended-on' })
    expect(await decide(DESK, { ...ended, endedOn: '2026-11-01' }, workshop)).toEqual({ is: 'decided' })
    expect((await only(store, 'a')).listing).toMatchObject({ status: 'ended', ended_on: '2026-11-01' })
    expect((await reports(store)).map(({ state }) => state)).toEqual(['decided', 'decided'])
    const outcome = (await letters(store)).filter(({ kind }) => kind === 'report-outcome')
    expect(outcome.map(({ to }) => to).sort()).toEqual(['one@example.org', 'two@example.org'])
  })

  test('a report on what was ended, drafted or never there', async () => {
    const store = await open()
    const workshop = await furnished(store)
    expect(await say(workshop, { listing: 'nothing' })).toEqual({ is: 'unknown' })
    expect(await reports(store)).toEqual([])
  })

  test('of very many the newest are kept', async () => {
    const store = await open()
    const workshop = await furnished(store)
    for (let n = 0; n < 55; n++)
      await say(workshop, { words: `${n}`, from: `m${n}`, tell: `p${n}@example.org` })
    const [matter] = await reports(store)
    expect(matter?.about['said']).toHaveLength(50)
    expect(matter?.about['tell']).toHaveLength(20)
    expect(JSON.stringify(matter?.about)).toContain('"54"')
  })

  test('what nobody means well with is kept word for word, or refused', async () => {
    const store = await open()
    const workshop = workshopOn(store, () => NOW)
    await furnished(store)
    for (const [n, words] of HOSTILE.entries()) {
      const { is } = await say(workshop, { words, what: 'other', from: `m${n}` })
      expect(is).toBe(words.trim().length > WORDS_MAX ? 'refused' : 'heard')
    }
    for (const tell of ['a@b', 'x y@example.org', 'a@example.org\r\nBcc: b@example.org', '<a@example.org>'])
      expect(await say(workshop, { tell })).toEqual({ is: 'refused' })
    expect((await say(workshop, { what: 'burnt' as 'closed' })).is).toBe('refused')
    const all = await reports(store)
    expect(all).toHaveLength(1)
    expect((await letters(store)).map(({ words }) => words).join(' ')).not.toMatch(/script|DROP/i)
  })
})
