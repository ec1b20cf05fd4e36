/** Sends what the plan says. Each ask is one act: a crash between two leaves the rest due and loses none. */
import { targetDay } from '../desk/target.ts'
import type { Ask, AskedListing } from '../freshness/review-plan.ts'
import { reasonSaid } from '../freshness/review/reason-said.ts'
import { londonMoment, mondayOf } from '../listings/clock.ts'
import type { LetterAbout } from '../mail/letters.ts'
import { may, targetOf } from '../people/roles.ts'
import type { Act } from '../store/act.ts'
import { newToken } from '../store/once.ts'
import type { Known } from '../store/store.ts'
import type { Lang } from '../text/format.ts'
import { texts } from '../text/texts.ts'
import { makeAnswerLink } from '../upkeep/answer-link.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import type { Gathered } from './gather.ts'
import { shownLines } from './shown.ts'

/** An answer link works for 30 days; a letter that could not be sent in ten is overtaken by the next step. */
const WORTH_DAYS = 10
const DAY_MS = 86_400_000
/** Where nobody knows what somebody reads. */
const LANG: Lang = 'en'

type Sending = { act: Act; ask: Ask; now: Date; gathered: Gathered; newId: () => string }

/** "review 2026-11-22": asked twice on a day it is the same ask. */
const dayOf = (now: Date) => londonMoment(now).day
const expires = (now: Date) => new Date(now.getTime() + WORTH_DAYS * DAY_MS).toISOString()
const because = ({ why }: AskedListing, now: Date, lang: Lang) =>
  why.map((it) => reasonSaid(it, now, texts(lang))).join(' ')

function remember({ act, ask, now }: Sending, person: string): Promise<void> {
  const at = now.toISOString()
  return act.ask(
    ask.listings.map(({ id, rung }) => ({
      id: `${dayOf(now)} ${rung} ${id} ${person}`,
      listing: id,
      person,
      rung,
      at,
    })),
  )
}

function listingsOf({ ask, gathered }: Sending): { known: Known; asked: AskedListing }[] {
  return ask.listings.flatMap((asked) => {
    const known = gathered.known.get(asked.id)
    return known === undefined ? [] : [{ known, asked }]
  })
}

async function byLetter(sending: Sending, person: string): Promise<void> {
  const { act, ask, now, gathered, newId } = sending
  const somebody = gathered.somebodies.get(person)
  const listings = listingsOf(sending)
  const [first] = listings
  const key = `review:${dayOf(now)}:${person}`
  if (somebody === undefined || first === undefined || (await act.posted(key))) return
  const keeps = somebody.role === 'keeper'
  const link = {
    listings: listings.map(({ known }) => ({ id: known.listing.id, revision: known.listing.revision })),
    person: keeps ? person : null,
  }
  const path = await makeAnswerLink(act, link, now, newToken)
  const about: LetterAbout<'review'> = {
    listings: listings.map(({ known, asked }) => ({
      name: known.listing.name,
      shown: shownLines(known.listing, now, texts(somebody.lang)),
      why: because(asked, now, somebody.lang),
    })),
    path,
    keep: keeps ? null : `/groups/keep/${first.known.listing.slug}`,
    again: ask.rung === 'again',
  }
  await remember(sending, person)
  await act.post({
    id: newId(),
    key,
    to: somebody.address,
    lang: somebody.lang,
    kind: 'review',
    about,
    postedAt: now.toISOString(),
    expiresAt: expires(now),
  })
}

/** It stands in the desk's list of reviews nobody answered, once however often the ladder comes round. */
async function toDesk(sending: Sending): Promise<void> {
  const { act, now, newId } = sending
  await remember(sending, 'desk')
  for (const { known } of listingsOf(sending)) {
    const { id, group } = known.listing
    if ((await act.matters.list({ state: 'open', kind: 'review', listing: id })).length > 0) continue
    await act.matters.open({
      id: newId(),
      kind: 'review',
      listing: id,
      group: group?.id ?? null,
      person: null,
      openedAt: now.toISOString(),
      targetOn: targetDay('review', now),
      about: {
        asked: sending.gathered.reviewed.find((it) => it.id === id)?.askable.length ?? 0,
        since: known.confirmation?.at ?? known.listing.editedAt,
      },
    })
  }
}

/** Writes one ask: the letter or the matter, and that it was asked. */
export async function send(
  ask: Ask,
  now: Date,
  gathered: Gathered,
  { store, newId }: Workshop,
): Promise<void> {
  await store.act(async (act) => {
    const sending = { act, ask, now, gathered, newId }
    if (ask.person !== null) return byLetter(sending, ask.person)
    if (ask.rung === 'desk') return toDesk(sending)
    return remember(sending, 'link-workers')
  })
}

/** One letter a week to each link worker whose area any of these lie in. The list itself is on their own page. */
export async function tellLinkWorkers(
  asks: readonly Ask[],
  now: Date,
  gathered: Gathered,
  { store, newId }: Workshop,
): Promise<void> {
  const rings = asks.filter(({ rung, person }) => rung === 'link-workers' && person === null)
  if (rings.length === 0) return
  for (const person of new Set((await store.grants.holders('link-worker')).map((it) => it.person))) {
    const found = await store.people.byId(person)
    if (found === null) continue
    const lang = found.lang ?? LANG
    const grants = await store.grants.of(person)
    const who = { id: '', person, email: found.email, grants, second: false, checkedAt: '' }
    const theirs = rings
      .flatMap(({ listings }) => listings)
      .flatMap((asked) => {
        const known = gathered.known.get(asked.id)
        const near = known !== undefined && may(who, 'confirm', targetOf(known.listing)) === 'link-worker'
        return near ? [{ name: known.listing.name, why: because(asked, now, lang) }] : []
      })
    if (theirs.length === 0) continue
    const about: LetterAbout<'ring-these'> = { listings: theirs, path: '/link-workers/ring' }
    await store.act((act) =>
      act.post({
        id: newId(),
        key: `ring-these:${mondayOf(now)}:${person}`,
        to: found.email,
        lang,
        kind: 'ring-these',
        about,
        postedAt: now.toISOString(),
        expiresAt: expires(now),
      }),
    )
  }
}
