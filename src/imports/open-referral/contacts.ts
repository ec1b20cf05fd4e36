/** Telephones, mail and websites. Of people only their role is kept, never a name. */
import type { z } from 'zod'
import type { contact } from '../../listings/listing.ts'
import { webAddress } from '../mapping/checks.ts'
import { complain, type Draft } from '../mapping/draft.ts'
import { findEmail, findPhone } from '../transforms/contacts.ts'
import { isRoleAddress } from '../transforms/role-address.ts'
import { at, listAt, type Json } from './json.ts'
import { checkedIn, put } from './put.ts'
import type { Spot } from './where.ts'
import { lineAt, wordsAt } from './words.ts'

type Contact = z.infer<typeof contact>
type Phone = NonNullable<Contact['phone']>

const MOST_CONTACTS = 10
const MOST_LINKS = 20
const NOT_FOR_TALKING = /fax|pager|tty|text[ -]?phone|minicom/i

export function addContacts(draft: Draft, service: Json, spots: readonly Spot[]): void {
  const holders = [service, ...spots.flatMap(({ here, location }) => [here, location])]
  const people = uniqueById(holders.flatMap((one) => listAt(one, 'contacts')))
  const organization = at(service, 'organization')
  const phone =
    firstOf(holders, (one) => phoneOf(one, draft)) ??
    firstOf(people, (one) => (personsPhone(one)?.visible ? personsPhone(one) : null)) ??
    phoneOf(organization, draft)
  if (phone) draft.fields.phone = phone
  const address = findEmail(wordsAt(service, 'email')) || findEmail(wordsAt(organization, 'email'))
  if (wordsAt(service, 'email') !== '' && findEmail(wordsAt(service, 'email')) === '')
    complain(draft, 'email', wordsAt(service, 'email'), 'is not an e-mail address', 'left out')
  const theirs = firstOf(people, emailOf)
  // Whether it may be shown is decided when the draft is finished, where it is not somebody's by their name.
  if (address !== '') draft.fields.email = { address }
  else if (theirs !== null) draft.fields.email = theirs
  const contacts = people.flatMap((one) => roleOf(one, service) ?? []).slice(0, MOST_CONTACTS)
  if (contacts.length > 0) draft.fields.contacts = contacts
}

export function addLinks(draft: Draft, service: Json): void {
  put(draft, 'website', 'url', wordsAt(service, 'url'), webAddress)
  const links = listAt(service, 'additional_urls', 'links').flatMap((one) => {
    const url = checkedIn(draft, 'additional_urls', wordsAt(one, 'url'), webAddress)
    return typeof url === 'string'
      ? [{ label: lineAt(one, 'label').slice(0, 80) || new URL(url).hostname, url }]
      : []
  })
  if (links.length > 0) draft.fields.links = links.slice(0, MOST_LINKS)
}

const uniqueById = (all: readonly Json[]): Json[] => [
  ...new Map(all.map((one) => [wordsAt(one, 'id') || JSON.stringify(one).slice(0, 500), one])).values(),
]

function firstOf<T, U>(all: readonly T[], read: (one: T) => U | null): U | null {
  for (const one of all) {
    const found = read(one)
    if (found !== null) return found
  }
  return null
}

function emailOf(person: Json): { address: string; visible?: false } | null {
  const address = findEmail(wordsAt(person, 'email'))
  if (address === '') return null
  return mentions(address, lineAt(person, 'name').toLowerCase()) ? { address, visible: false } : { address }
}

/** The first that one can talk to. `draft`: is told of those that are no numbers; of people's nothing is said. */
function phoneOf(holder: unknown, draft: Draft | null): Phone | null {
  for (const one of listAt(holder, 'phones')) {
    const said = wordsAt(one, 'number')
    if (said === '' || NOT_FOR_TALKING.test(wordsAt(one, 'type'))) continue
    const number = findPhone(said.replaceAll('"', ''))
    if (number !== '') return withHours(number, one)
    if (draft !== null) complain(draft, 'phones', said, 'is not a UK telephone number', 'left out')
  }
  return null
}

function withHours(number: string, said: Json): Phone {
  const extension = wordsAt(said, 'extension')
  const hours = [extension === '' ? '' : `extension ${extension}`, lineAt(said, 'description')]
    .filter((part) => part !== '')
    .join('; ')
  return hours === '' ? { number, visible: true } : { number, hours: hours.slice(0, 200), visible: true }
}

/** A mobile telephone of somebody who is named is theirs until they say otherwise: kept, and not shown. */
function personsPhone(person: Json): Phone | null {
  const phone = phoneOf(person, null)
  if (phone === null) return null
  return { ...phone, visible: !(phone.number.startsWith('07') && wordsAt(person, 'name') !== '') }
}

/** A role with a way to reach it; a title that is the person's own name is none. */
function roleOf(person: Json, service: Json): Contact | null {
  const role = lineAt(person, 'title') || lineAt(person, 'department')
  const name = lineAt(person, 'name').toLowerCase()
  if (role === '' || role.length > 80 || (name !== '' && role.toLowerCase().includes(name))) return null
  const phone = personsPhone(person)
  const address = findEmail(wordsAt(person, 'email'))
  if (phone === null && address === '') return null
  const about = [lineAt(service, 'name'), lineAt(at(service, 'organization'), 'name'), role]
  const isRole = isRoleAddress(address, about) && !mentions(address, name)
  return {
    role,
    ...(phone === null ? {} : { phone }),
    ...(address === '' ? {} : { email: { address, visible: isRole } }),
  }
}

const mentions = (address: string, name: string): boolean =>
  name
    .split(/[^\p{L}]+/u)
    .some((part) => part.length > 2 && (address.split('@')[0] ?? '').toLowerCase().includes(part))
