/** What an officer reads who has made a slip in data/taxonomy/. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { ROOT } from '../../src/app/root.ts'

const folder = mkdtempSync(join(tmpdir(), 'taxonomy-'))
afterAll(() => rmSync(folder, { recursive: true }))

const label = { en: 'Debt', cy: 'Dyled' }
const DEBT = { id: 'debt', heading: 'money', label }
const HEADINGS = [{ id: 'money', label: { en: 'Money', cy: 'Arian' } }]
const write = (list: string, content: unknown): void =>
  writeFileSync(join(folder, `${list}.json`), typeof content === 'string' ? content : JSON.stringify(content))
const read = () => readTaxonomy(relative(ROOT, folder))

beforeEach(() => {
  rmSync(join(folder, 'said'), { recursive: true, force: true })
  for (const list of ['kinds', 'audiences', 'conditions', 'access', 'languages']) write(list, { terms: [] })
  write('needs', { headings: HEADINGS, terms: [DEBT] })
  write('names', { names: [] })
})

describe('files of a taxonomy', () => {
  it('are read', () => {
    expect(read().byId.needs.get('debt')?.synonyms).toEqual({ en: [], cy: [] })
  })

  it.each<[string, string, unknown, RegExp]>([
    [
      'no Welsh label',
      'kinds',
      { terms: [{ id: 'choir', label: { en: 'Choir' } }] },
      /kinds\.json, term "choir", label\.cy: /,
    ],
    [
      'an empty label',
      'needs',
      { headings: HEADINGS, terms: [{ ...DEBT, label: { en: '', cy: 'D' } }] },
      /needs\.json, term "debt", label\.en: /,
    ],
    [
      'a field nobody knows',
      'kinds',
      { terms: [{ id: 'choir', label, synonym: [] }] },
      /kinds\.json, term "choir", .*synonym/,
    ],
    [
      'an id with blanks',
      'kinds',
      { terms: [{ id: 'A choir', label }] },
      /kinds\.json, term "A choir", id: is not an id/,
    ],
    ['no id', 'kinds', { terms: [{ label }] }, /kinds\.json, term number 1, id: /],
    [
      'no heading',
      'needs',
      { headings: HEADINGS, terms: [{ ...DEBT, heading: 'x' }] },
      /needs\.json, term "debt", heading: there is no heading "x"\./,
    ],
    [
      'a wrong heading',
      'needs',
      { headings: [{ id: 'money' }], terms: [] },
      /needs\.json, heading "money", label: /,
    ],
    [
      'a name that nobody has',
      'names',
      { names: [{ called: [], also: ['CAB'] }] },
      /names\.json, name number 1, called: /,
    ],
    ['no terms', 'kinds', {}, /kinds\.json: "terms" /],
    ['no JSON', 'kinds', '{ "terms": [ }', /kinds\.json cannot be read: /],
  ])('%s', (_, list, content, says) => {
    write(list, content)
    expect(read).toThrow(says)
  })

  const say = (content: unknown) => {
    mkdirSync(join(folder, 'said'))
    write('said/money', content)
  }

  it('have what people say, or do without', () => {
    expect(read().said).toEqual([])
    say({ debt: { en: ['red letters', ' they ring all day '], cy: ['llythyrau coch'] } })
    expect(read().said.map(({ words }) => words)).toEqual([
      'red letters',
      'they ring all day',
      'llythyrau coch',
    ])
  })

  it.each<[string, unknown, RegExp]>([
    ['of no need', { dept: { en: [] } }, /said\/money\.json: there is no need "dept"\./],
    ['empty', { debt: { en: [''] } }, /said\/money\.json: "debt\.en\.0" /],
    ['far too long', { debt: { cy: ['a'.repeat(201)] } }, /said\/money\.json: "debt\.cy\.0" /],
    ['in a third language', { debt: { fr: [] } }, /said\/money\.json: "debt" .*fr/],
  ])('refuse a line that is %s', (_, content, says) => {
    say(content)
    expect(read).toThrow(says)
  })
})
