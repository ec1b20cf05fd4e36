/** What a listing of the demonstration says, gathered for the tests. */
import type { DemoListing } from '../../src/app/demo/format.ts'

/** Telephone numbers. */
export function numbersOf({ phone, contacts }: DemoListing): string[] {
  return [phone, ...contacts.map((contact) => contact.phone)].flatMap((it) => it?.number ?? [])
}

/** E-mail and web addresses. */
export function webOf({ email, website, contacts, links }: DemoListing): string[] {
  const emails = [email, ...contacts.map((contact) => contact.email)].flatMap((it) => it?.address ?? [])
  return [...emails, ...(website ? [website] : []), ...links.map(({ url }) => url)]
}

/** Every English sentence a person reads on its page. */
export function sentencesOf(it: DemoListing): string[] {
  const said = [
    it.summary,
    it.description,
    it.eligibility,
    it.access_words,
    it.first_time,
    it.cost?.words,
    it.join?.words,
    it.support?.can,
    it.support?.cannot,
    it.safeguarding?.words,
  ]
  return said.flatMap((words) => words?.split(/(?<=[.!?])\s+/) ?? []).map((sentence) => sentence.trim())
}
