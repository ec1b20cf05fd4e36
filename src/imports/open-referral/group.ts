/** The organisation that runs a service, and its numbers in registers. */
import { charityOrgId, companyOrgId, orgIdOf } from '../../listings/org-id.ts'
import { webAddress, words } from '../mapping/checks.ts'
import { complain, type Draft } from '../mapping/draft.ts'
import { at, listAt, type Json } from './json.ts'
import { checkedIn } from './put.ts'
import { lineAt, wordsAt } from './words.ts'

export function addGroup(draft: Draft, service: Json): void {
  const organization = at(service, 'organization')
  const name = checkedIn(draft, 'organization.name', lineAt(organization, 'name'), words(200))
  if (typeof name !== 'string') return
  draft.group.name = name
  const website = checkedIn(
    draft,
    'organization.website',
    wordsAt(organization, 'website', 'url'),
    webAddress,
  )
  if (typeof website === 'string') draft.group.website = website
  const numbers = listAt(organization, 'organization_identifiers').flatMap((it) => numberOf(draft, it) ?? [])
  if (numbers.length > 0) draft.group.org_ids = [...new Set(numbers)]
}

/** `identifier_scheme` is a prefix of org-id.guide; older feeds have only words for the register. */
function numberOf(draft: Draft, said: Json): string | null {
  const identifier = wordsAt(said, 'identifier')
  if (identifier === '') return null
  const scheme = wordsAt(said, 'identifier_scheme').toUpperCase()
  const type = wordsAt(said, 'identifier_type').toLowerCase()
  const whole = orgIdOf(identifier)
  if (whole !== null) return whole
  if (/^[A-Z]{2,3}-[A-Z0-9]+$/.test(scheme)) {
    const number = orgIdOf(`${scheme}-${identifier}`)
    if (number !== null) return number
  } else if (/compan/.test(type)) {
    const number = companyOrgId(identifier)
    if (number !== null) return number
  } else if (/charit/.test(type)) {
    const number = charityOrgId(identifier)
    if (number !== null) return number
  } else return null
  complain(draft, 'organization_identifiers', identifier, 'is no number of that register', 'left out')
  return null
}
