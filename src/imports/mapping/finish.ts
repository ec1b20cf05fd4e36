/** What follows from a row's own values once all of them are read. */
import { audience, catchment, join, SUMMARY_MAX } from '../../listings/listing.ts'
import { pence } from '../transforms/figures.ts'
import { isRoleAddress } from '../transforms/role-address.ts'
import { firstSentence } from '../transforms/words.ts'
import { complain, type Draft } from './draft.ts'

type Parts = Record<string, unknown> | undefined

export function finish(draft: Draft): void {
  const { fields } = draft
  if (fields.summary === undefined && typeof fields.description === 'string')
    fields.summary = firstSentence(fields.description, SUMMARY_MAX)
  finishCost(draft)
  finishPhone(draft)
  finishEmail(draft)
  finishAges(draft)
  finishParts(draft)
}

/** Fields of several parts, of which a file may say one: the others are said to be empty, as whoever reads them expects. */
const IN_PARTS = { audience, catchment, join } as const

function finishParts({ fields }: Draft): void {
  for (const [field, schema] of Object.entries(IN_PARTS)) {
    const name = field as keyof typeof IN_PARTS
    if (fields[name] !== undefined) fields[name] = schema.parse(fields[name])
  }
}

/** A cost needs its kind; where a file has only words or an amount, they say it or nothing does. */
function finishCost(draft: Draft): void {
  const cost = draft.fields.cost as Parts
  if (!cost || cost.kind !== undefined) return
  const words = String(cost.words ?? '')
  cost.amount_pence ??= pence(words) ?? undefined
  if (cost.amount_pence !== undefined) cost.kind = cost.amount_pence === 0 ? 'free' : 'paid'
  else if (/£\s?\d/.test(words)) cost.kind = 'paid'
  else if (/\bdonations?\b|pay (what|as) you/i.test(words)) cost.kind = 'donation'
  else if (/^(free|none|nil|no (cost|charge|fee))\b(?! for| if| to)/i.test(words)) cost.kind = 'free'
  else {
    complain(draft, 'cost', words, 'does not say whether it is free', 'left out')
    delete draft.fields.cost
  }
}

function finishPhone({ fields }: Draft): void {
  const phone = fields.phone as Parts
  if (phone && phone.number === undefined) delete fields.phone
  else if (phone) phone.visible ??= true
}

/** An address that may be a person's own is kept for those who look after the directory, and shown to nobody else. */
function finishEmail(draft: Draft): void {
  const email = draft.fields.email as Parts
  if (!email) return
  const address = String(email.address ?? '')
  if (address === '') {
    delete draft.fields.email
    return
  }
  const { name, address: street, town } = draft.place
  const about = [String(draft.fields.name), draft.group.name, name, street, town].filter(
    (it) => it !== undefined,
  )
  if (email.visible === undefined) {
    email.visible = isRoleAddress(address, about)
    // A report is read by more people than may read what is hidden: its row says which one it is.
    const domain = address.slice(address.lastIndexOf('@'))
    if (!email.visible)
      complain(
        draft,
        'email',
        `…${domain}`,
        'may be a person’s own address',
        'kept, but not shown to the public',
      )
  }
}

function finishAges(draft: Draft): void {
  const audience = draft.fields.audience as Parts
  if (!audience) return
  const { age_from: from, age_to: to } = audience
  if (typeof from !== 'number' || typeof to !== 'number' || from <= to) return
  complain(draft, 'audience', `${from} to ${to}`, 'the ages are the wrong way round', 'left out')
  delete audience.age_from
  delete audience.age_to
}
