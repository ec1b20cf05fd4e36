import { describe, expect, it } from 'vitest'
import { understood } from '../../src/app/find/understood.ts'
import { readData } from '../../src/app/read-data.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { termOf } from '../../src/listings/taxonomy.ts'
import { crisisData, makeCrisis } from '../../src/search/crisis.ts'
import { EVERYTHING, type Query } from '../../src/search/query.ts'

const taxonomy = readTaxonomy()

const crisis = makeCrisis(readData('data/crisis.json', crisisData))

describe('crisis words', () => {
  const yes = [
    'suicide',
    'Suicidal thoughts',
    'I want to kill myself',
    'i want to END MY LIFE',
    'self-harm',
    'self  harm group',
    'selfharm',
    'I don’t want to be here',
    "I can't go on",
    'cant go on',
    'my son wants to die',
    'overdose',
    'hunanladdiad',
    'hunan-niweidio',
    "i don't want to wake up tomorrow",
    'thinking about ending things',
    'i took too many tablets',
    'my son is cutting himself',
    "my mate says he's going to top himself",
    'feel like giving up',
    'everyone would be better off without me',
    'i wanna die',
    'my daughter is harming herself',
    'dw i ddim eisiau byw',
    'lladd fy hunan',
    'isio marw',
  ]
  it.each(yes)('"%s" shows 999, 111 and the Samaritans', (what) => {
    expect(crisis(what, [], 'en')?.contacts.map((it) => it.phone)).toEqual(['999', '111', '116 123'])
  })
  const no = [
    '',
    'coffee morning',
    'lonely',
    'knitting',
    'harm reduction',
    'dog died',
    'live music',
    'hereford',
    'die cutting',
    'crisis loan',
    'we spend it all on heating',
    'give up smoking',
    'cutting hair',
    'my dad hurt himself',
    'sessions are ending',
    'tablets and phones',
    'off without a licence',
  ]
  it.each(no)('"%s" does not', (what) => {
    expect(crisis(what, [], 'en')).toBeNull()
  })
  it('speaks Welsh', () => {
    expect(crisis('hunanladdiad', [], 'cy')?.why).toMatch(/^Os ydych/)
  })
  it('names only needs that there are', () => {
    const needs = readData('data/crisis.json', crisisData).panels.flatMap((panel) => panel.needs)
    expect(needs.filter((need) => termOf(taxonomy, 'needs', need) === null)).toEqual([])
  })
})

const numbersOf = (what: string, filters: Partial<Query['filters']> = {}) => {
  const asked = { ...EVERYTHING, what, filters: { ...EVERYTHING.filters, ...filters } }
  return crisis(what, understood(taxonomy, asked).warned, 'en')?.contacts.map(({ phone }) => phone)
}

describe('a crisis that no phrase names', () => {
  it.each([
    'everyone would be happier if I was gone',
    'mental health emergency',
    "she's threatening to jump",
  ])('"%s" shows 999, 111 and Samaritans', (what) => {
    expect(numbersOf(what)).toEqual(['999', '111', '116 123'])
  })
  it('shows them where the need was chosen too', () => {
    expect(numbersOf('', { need: ['crisis'] })).toEqual(['999', '111', '116 123'])
  })
})

describe('abuse at home', () => {
  it.each([
    'my husband hits me',
    'he hits me',
    'scared of my partner',
    'domestic violence',
    "women's aid",
    'ofn fy ngŵr',
    'he reads all my messages and I have to ask before I go out',
  ])('"%s" shows 999 and the helplines', (what) => {
    expect(numbersOf(what)).toEqual(['999', '0808 2000 247', '0808 801 0327'])
  })
  it('shows them where the need was chosen too', () => {
    expect(numbersOf('', { need: ['domestic-abuse'] })).toEqual(['999', '0808 2000 247', '0808 801 0327'])
  })
  it('and whoever also wants to die sees all numbers, each once', () => {
    expect(numbersOf('my husband hits me and i want to die')).toEqual([
      '999',
      '111',
      '116 123',
      '0808 2000 247',
      '0808 801 0327',
    ])
  })
  it.each(['martial arts', 'choir', 'partner dancing', 'husband died', 'scared of dogs', 'refugees'])(
    '"%s" shows none',
    (what) => {
      expect(numbersOf(what)).toBeUndefined()
    },
  )
})
