/** One record of a file, read as a grant, or why not. Of a person who received money nothing at all is kept. */
import { cycleOf, type Award, type SaidDates } from '../../funding/award.ts'
import { charityOrgId, companyOrgId, isPublisherMade, orgIdOf } from '../../listings/org-id.ts'
import { parsePostcode, saysNothing } from '../../places/postcode.ts'
import type { Problem } from '../report.ts'
import { readDay, type DayOrder } from './days.ts'
import { REQUIRED, type GrantField } from './fields.ts'

/** One record, whatever the format: texts as written, several where a part is repeated; none where it is blank. */
export type GrantRecord = {
  row: number
  damage: string | null
  person: boolean
  texts: (field: GrantField) => readonly string[]
}

export type ReadGrant =
  | { is: 'award'; award: Omit<Award, 'source'>; problems: Problem[] }
  | { is: 'individual' }
  | { is: 'refused'; problems: Problem[] }

/** Years in which nobody awards anything yet, or any more: a slip of the hand. */
const FIRST_DAY = '1990-01-01'
/** Months. A longer grant is a mistake in the column. */
const LONGEST_MONTHS = 600
/** Numbers of one recipient that are kept. */
const MOST_IDS = 8
const WITHOUT_NAME =
  /^(an? )?(individuals?|private individual|individual recipient|grants? to individuals?)$/i
const NAMED: { [field in GrantField]?: string } = {
  id: 'Identifier',
  awardedOn: 'Award Date',
  funderName: 'Funding Org:Name',
  plannedStart: 'Planned Dates:Start Date',
  plannedEnd: 'Planned Dates:End Date',
  plannedMonths: 'Planned Dates:Duration (months)',
  actualStart: 'Actual Dates:Start Date',
  actualEnd: 'Actual Dates:End Date',
  actualMonths: 'Actual Dates:Duration (months)',
}

export function readGrant(record: GrantRecord, order: DayOrder): ReadGrant {
  const one = (field: GrantField): string => record.texts(field)[0] ?? ''
  const name = one('recipientName').slice(0, 200)
  if (record.person || WITHOUT_NAME.test(name)) return { is: 'individual' }
  const problems: Problem[] = []
  const say = (field: string, value: string, problem: string, did: string): void =>
    void problems.push({ row: record.row, field, value: value.slice(0, 120), problem, did })
  const refuse = (field: string, value: string, problem: string): void =>
    say(field, value, problem, 'left this row out')
  if (record.damage !== null) refuse('', '', record.damage)
  for (const field of REQUIRED) if (one(field) === '') refuse(NAMED[field] ?? field, '', 'is empty')
  const ids = recipientIds(record)
  if (name === '' && ids.length === 0) refuse('Recipient Org:Name', '', 'is empty')
  const day = dayReader(record, order, refuse, say)
  const awardedOn = day('awardedOn', 'first')
  const planned = said(record, 'planned', day, say)
  const actual = said(record, 'actual', day, say)
  if (awardedOn === null || problems.some(({ did }) => did === 'left this row out'))
    return { is: 'refused', problems }
  const cycle = cycleOf(awardedOn, planned, actual)
  if (cycle.endsOn !== null && cycle.endsOn < cycle.startsOn)
    say('', `${cycle.startsOn} to ${cycle.endsOn}`, 'ends before it begins', 'kept as it is')
  const funder = one('funderName').slice(0, 200)
  const award = {
    id: one('id').slice(0, 200),
    title: (one('title') || one('id')).slice(0, 300),
    funder,
    funderId: orgIdOf(one('funderId')),
    amountPence: amountOf(one('currency'), one('amount'), say),
    awardedOn,
    ...cycle,
    recipient: { name: name || (ids[0] ?? ''), ids, postcode: postcodeOf(one('postcode')) },
  }
  return { is: 'award', award, problems }
}

type Say = (field: string, value: string, problem: string, did: string) => void
type Refuse = (field: string, value: string, problem: string) => void
type DayField = 'awardedOn' | 'plannedStart' | 'plannedEnd' | 'actualStart' | 'actualEnd'
type DayOf = (field: DayField, which: 'first' | 'last') => string | null

/** Of several days of one part the first start and the last end. An ambiguous one refuses the row: a guess would be believed. */
function dayReader(record: GrantRecord, order: DayOrder, refuse: Refuse, say: Say): DayOf {
  return (field, which) => {
    const days: string[] = []
    for (const text of record.texts(field)) {
      const read = readDay(text, order)
      const name = NAMED[field] ?? field
      if (read.is === 'ambiguous')
        refuse(name, text, 'may be day/month or month/day: nothing in the file says')
      else if (read.is === 'none' || read.day < FIRST_DAY) {
        if (field === 'awardedOn') refuse(name, text, 'is not a date')
        else say(name, text, 'is not a date', 'left this date out')
      } else days.push(read.day)
    }
    return days.sort().at(which === 'first' ? 0 : -1) ?? null
  }
}

function said(record: GrantRecord, when: 'planned' | 'actual', day: DayOf, say: Say): SaidDates {
  const field = `${when}Months` as const
  const text = record.texts(field)[0] ?? ''
  const months = Number(text)
  const sound = text !== '' && months > 0 && months <= LONGEST_MONTHS
  if (text !== '' && !sound && months !== 0)
    say(NAMED[field] ?? '', text, 'is not a number of months', 'left this out')
  return {
    start: day(`${when}Start`, 'first'),
    end: day(`${when}End`, 'last'),
    months: sound ? months : null,
  }
}

/** Its org-id and the numbers that stand beside it, each once, those of registers first. */
function recipientIds(record: GrantRecord): string[] {
  const found = [
    ...record.texts('recipientId').map(orgIdOf),
    ...record.texts('charityNumber').flatMap((text) => numbersIn(text).map((it) => charityOrgId(it))),
    ...record.texts('companyNumber').flatMap((text) => numbersIn(text).map(companyOrgId)),
  ]
  const ids = [...new Set(found.filter((id) => id !== null))]
  return ids.toSorted((a, b) => Number(isPublisherMade(a)) - Number(isPublisherMade(b))).slice(0, MOST_IDS)
}

/** Shorter ones are pieces of a number that was written with commas. */
const SHORTEST_NUMBER = 4
const numbersIn = (text: string): string[] =>
  text
    .split(/[;,&]| and /)
    .map((it) => it.trim())
    .filter((it) => it.length >= SHORTEST_NUMBER)

/** Whole pence. Money of another country is money, but no amount that can be added up with others. */
function amountOf(currency: string, text: string, say: Say): number | null {
  if (text === '') return null
  if (currency !== '' && currency.toUpperCase() !== 'GBP') {
    say('Currency', currency, 'is not pounds', 'kept without its amount')
    return null
  }
  const pounds = Number(text.replaceAll(/[£,\s]/g, ''))
  if (Number.isFinite(pounds) && pounds >= 0 && pounds < 1e11) return Math.round(pounds * 100)
  say('Amount Awarded', text, 'is not an amount', 'kept without its amount')
  return null
}

function postcodeOf(text: string): string | null {
  if (saysNothing(text)) return null
  const read = parsePostcode(text)
  return read.is === 'full' ? read.postcode : null
}
