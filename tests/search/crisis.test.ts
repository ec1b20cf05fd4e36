import { describe, expect, it } from 'vitest'
import { readData } from '../../src/app/read-data.ts'
import { crisisData, makeCrisis } from '../../src/search/crisis.ts'

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
    expect(crisis(what, 'en')?.contacts.map((it) => it.phone)).toEqual(['999', '111', '116 123'])
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
    expect(crisis(what, 'en')).toBeNull()
  })
  it('speaks Welsh', () => {
    expect(crisis('hunanladdiad', 'cy')?.why).toMatch(/^Os ydych/)
  })
})
