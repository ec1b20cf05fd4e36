/** Asking to keep a listing: whose address is proof, what a code does, what waits for the desk, and what is never told. */
import { expect, test } from 'vitest'
import { askDesk, askForCode, keepByAddress, keepByCode } from '../../src/people/keepers/ask.ts'
import { waysToKeep } from '../../src/people/keepers/ways.ts'
import type { SignedIn } from '../../src/people/signed-in.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew } from '../store/made.ts'
import {
  again,
  email,
  inMinutes,
  letters,
  listings,
  person,
  record,
  said,
  workshopOn,
} from './keepers-house.ts'

const waysOf = async (store: Store, who: SignedIn | null, listing: string) => {
  const keeping = await waysToKeep(who, `kettle-${listing}`, workshopOn(store))
  return keeping.is === 'listing' ? keeping.ways : keeping.is
}
const groupOf = async (store: Store, listing: string) => {
  const found = await store.byId(listing)
  return found.is === 'listing' ? found.known.listing.group : null
}
const scopes = async (store: Store, who: SignedIn) =>
  (await store.grants.of(who.person)).map(({ role, scope }) => `${role} ${scope}`)

onEachDatabase('keeping a listing', ({ open }) => {
  const PROOF: [string, string, string, boolean][] = [
    ['the address it shows', 'kettle@example.org', 'shown', true],
    ['the same in other letters', 'KETTLE@example.org', 'shown', true],
    ['a hidden one', 'quiet@hush.example', 'hidden', true],
    ['one that only a file has said', 'old@list.example', 'filed', true],
    ['another box of the same host', 'treasurer@example.org', 'shown', false],
    ['the same without its dot', 'ket.tle@example.org', 'shown', false],
    ['the same with a tag', 'kettle+me@example.org', 'shown', false],
    ['of a secret place, the one it has now', 'safe@refuge.example', 'secret', true],
    ['of a secret place, one of long ago', 'old@list.example', 'secret', false],
    ['of another listing', 'quiet@hush.example', 'shown', false],
  ]
  test.for(PROOF)('proof is %s: %s for "%s": %s', async ([, address, listing, proves]) => {
    const store = await open()
    const workshop = await listings(store)
    const who = await person(store, address.toLowerCase(), [], { email: address })
    expect(await waysOf(store, who, listing)).toMatchObject({ is: proves ? 'own-address' : 'stranger' })
    const outcome = await keepByAddress(who, listing, workshop)
    expect(outcome.is).toBe(proves ? 'saved' : 'refused')
    expect((await scopes(store, who)).length).toBe(proves ? 1 : 0)
  })

  const LARGE: [string, string, number, boolean][] = [
    ['six listings, the address on one', 'partner@example.org', 6, false],
    ['six, on all', 'office@example.org', 6, true],
    ['five, on one', 'partner@example.org', 5, true],
  ]
  test.for(LARGE)(
    'one listing’s address speaks for a small group only: %s',
    async ([, address, count, proves]) => {
      const store = await open()
      const group = { id: 'big', name: 'Council', org_ids: [] }
      const office = [{ role: 'office', email: email('office@example.org') }]
      const own = (at: number) => (at === 0 ? { email: email('partner@example.org') } : {})
      const all = Array.from({ length: count }, (_, at) =>
        aNew(`b${at}`, { contacts: office, ...own(at) }, { group }),
      )
      await store.add(all)
      const who = await person(store, address)
      expect((await keepByAddress(who, 'b0', workshopOn(store))).is).toBe(proves ? 'saved' : 'refused')
      const stranger = await person(store, 'stranger@example.org')
      await askForCode(stranger, { listing: 'b0', lang: 'en' }, workshopOn(store))
      const codes = (await letters(store)).filter(({ kind }) => kind === 'keeper-code')
      expect(codes.map(({ to }) => to)).toEqual([count > 5 ? 'office@example.org' : 'partner@example.org'])
    },
  )

  const BESIDE: [string, string, boolean][] = [
    ['the address of its drop-in', 'drop-in@example.org', false],
    ['the address the refuge itself has', 'safe@refuge.example', true],
  ]
  test.for(BESIDE)('of a group with a secret place: %s', async ([, address, proves]) => {
    const store = await open()
    const group = { id: 'safe', name: 'Safe', org_ids: [] }
    const safe = { email: email('safe@refuge.example', false) }
    await store.add([
      aNew('refuge', { ...safe, places: [{ town: 'Sale', masked: true }] }, { group }),
      aNew(
        'drop-in',
        { email: email('drop-in@example.org'), contacts: [{ role: 'lead', ...safe }] },
        { group },
      ),
    ])
    const who = await person(store, address)
    expect((await keepByAddress(who, 'drop-in', workshopOn(store))).is).toBe(proves ? 'saved' : 'refused')
  })

  test('who is not signed in, and a draft, get nothing', async () => {
    const store = await open()
    const workshop = await listings(store)
    const who = await person(store, 'kettle@example.org')
    expect(await keepByAddress(null, 'shown', workshop)).toEqual({ is: 'refused' })
    expect(await keepByAddress(who, 'draft', workshop)).toEqual({ is: 'unknown' })
    expect(await waysOf(store, who, 'draft')).toBe('unknown')
    expect(await waysOf(store, null, 'shown')).toEqual({ is: 'signed-out' })
  })

  test('the others and the address on the listing hear of it; it stands in the record', async () => {
    const store = await open()
    const workshop = await listings(store)
    await person(store, 'first@example.org', ['group g1'])
    const who = await person(store, 'old@list.example')
    expect(await keepByAddress(who, 'filed', workshop)).toEqual({ is: 'saved', group: 'g1' })
    expect(said(await letters(store))).toEqual([
      'keepers-changed added to first@example.org',
      'keepers-changed added to kettle@example.org',
    ])
    const [toKeeper, toContact] = await letters(store)
    expect(toKeeper?.about['email']).toBe('old@list.example')
    expect(toContact?.about['email'], 'only keepers see addresses of keepers').toBeNull()
    expect(await record(store)).toEqual(['kept-by-address'])
  })

  test('a listing that no group runs gets one of its name', async () => {
    const store = await open()
    const workshop = await listings(store)
    const who = await person(store, 'alone@example.org')
    const outcome = await keepByAddress(who, 'alone', workshop)
    const group = await groupOf(store, 'alone')
    expect(group?.name).toBe('Kettle alone')
    expect(outcome).toEqual({ is: 'saved', group: group?.id })
    expect(await waysOf(store, await again(store, who), 'alone')).toEqual({ is: 'keeper', group: group?.id })
  })

  const HINTS: [string, string, string | null][] = [
    ['shown', 'offered', 'k…@example.org'],
    ['hidden', 'offered', 'q…@h…'],
    ['none', 'none', null],
    ['secret', 'hidden', null],
    ['bare', 'hidden', null],
  ]
  test.for(HINTS)('a stranger is told of "%s": %s %s', async ([listing, code, hint]) => {
    const store = await open()
    await listings(store)
    const who = await person(store, 'stranger@example.org')
    expect(await waysOf(store, who, listing)).toEqual({
      is: 'stranger',
      code,
      hint,
      typing: false,
      answerBy: null,
    })
  })

  test('a refuge with an address and one without answer alike', async () => {
    const store = await open()
    const workshop = await listings(store)
    const who = await person(store, 'stranger@example.org')
    const answers = []
    for (const listing of ['secret', 'bare'])
      answers.push([
        await askForCode(who, { listing, lang: 'en' }, workshop),
        await waysOf(store, who, listing),
        await keepByCode(who, { listing, code: '12345x' }, workshop),
      ])
    expect(answers[0]).toEqual(answers[1])
    expect(said(await letters(store))).toEqual(['keeper-code to safe@refuge.example'])
  })

  const codeFor = async (store: Store, who: SignedIn, listing = 'shown', minutes = 0) => {
    await askForCode(
      who,
      { listing, lang: 'en' },
      workshopOn(store, () => inMinutes(minutes)),
    )
    const all = await letters(store, inMinutes(minutes))
    return String(
      all.findLast(({ kind, about }) => kind === 'keeper-code' && about['asker'] === who.email)?.about[
        'code'
      ],
    )
  }

  test('the code from the letter gives the role, once, to whoever asked and nobody else', async () => {
    const store = await open()
    const workshop = await listings(store)
    const who = await person(store, 'stranger@example.org')
    const other = await person(store, 'other@example.org')
    const code = await codeFor(store, who)
    expect(code).toMatch(/^\d{6}$/)
    expect(said(await letters(store))).toEqual(['keeper-code to kettle@example.org'])
    expect(await keepByCode(other, { listing: 'shown', code }, workshop)).toEqual({ is: 'none' })
    expect(await keepByCode(who, { listing: 'hidden', code }, workshop)).toEqual({ is: 'none' })
    expect(
      await keepByCode(who, { listing: 'shown', code: `${code.slice(0, 3)} ${code.slice(3)}` }, workshop),
    ).toEqual({ is: 'saved', group: 'g1' })
    expect(await keepByCode(who, { listing: 'shown', code }, workshop)).toEqual({ is: 'none' })
    expect(await scopes(store, who)).toEqual(['group g1'])
    expect(await record(store)).toEqual(['kept-by-code'])
  })

  test('five wrong ones, or an hour, and a code is worth nothing', async () => {
    const store = await open()
    const workshop = await listings(store)
    const who = await person(store, 'stranger@example.org')
    const code = await codeFor(store, who)
    const wrong = code === '000000' ? '111111' : '000000'
    const tries = []
    for (let i = 0; i < 5; i++) tries.push(await keepByCode(who, { listing: 'shown', code: wrong }, workshop))
    expect(tries).toEqual(
      [4, 3, 2, 1].map((left) => ({ is: 'wrong', left })).concat([{ is: 'spent' } as never]),
    )
    expect(await keepByCode(who, { listing: 'shown', code }, workshop)).toEqual({ is: 'spent' })
    const late = await person(store, 'late@example.org')
    const old = await codeFor(store, late)
    const anHourOn = workshopOn(store, () => inMinutes(60))
    expect(await keepByCode(late, { listing: 'shown', code: old }, anHourOn)).toEqual({ is: 'expired' })
    expect(await scopes(store, who)).toEqual([])
  })

  test('a new code makes the one before worthless', async () => {
    const store = await open()
    const workshop = await listings(store)
    const who = await person(store, 'stranger@example.org')
    const first = await codeFor(store, who)
    let second = await codeFor(store, who, 'shown', 1)
    // One in a million: then they are told apart by a third.
    if (second === first) second = await codeFor(store, who, 'shown', 2)
    expect((await keepByCode(who, { listing: 'shown', code: first }, workshop)).is).toBe('wrong')
    expect((await keepByCode(who, { listing: 'shown', code: second }, workshop)).is).toBe('saved')
  })

  test('one listing gets three codes an hour and six a day, whoever asks', async () => {
    const store = await open()
    await listings(store)
    const sent = []
    for (const minutes of [0, 1, 2, 3, 63, 64, 65, 66, 200, 1441]) {
      const who = await person(store, `s${minutes}@example.org`)
      const workshop = workshopOn(store, () => inMinutes(minutes))
      sent.push((await askForCode(who, { listing: 'shown', lang: 'en' }, workshop)).is === 'sent')
    }
    expect(sent).toEqual([true, true, true, false, true, true, true, false, false, true])
  })

  test('who has no proof waits for the desk, once a person and listing', async () => {
    const store = await open()
    const workshop = await listings(store)
    const who = await person(store, 'stranger@example.org')
    const proof = { words: 'I run it with two others.', website: null, lang: 'cy' } as const
    expect(await askDesk(who, 'none', proof, workshop)).toEqual({ is: 'asked' })
    expect(await askDesk(who, 'none', { ...proof, words: 'Charity number 1' }, workshop)).toEqual({
      is: 'asked',
    })
    const waiting = await store.matters.list({ kind: 'keeper', state: 'open' })
    expect(waiting).toMatchObject([
      {
        listing: 'none',
        group: 'g3',
        person: who.person,
        targetOn: '2026-11-25',
        about: { words: 'Charity number 1' },
      },
    ])
    expect(await waysOf(store, who, 'none')).toMatchObject({ answerBy: '2026-11-25' })
    expect(await askDesk(null, 'none', proof, workshop)).toEqual({ is: 'refused' })
  })
})
