import { describe, expect, it } from 'vitest'
import { taxonomyProblems } from '../../src/listings/taxonomy-check.ts'
import { makeTaxonomy, term, type Taxonomy } from '../../src/listings/taxonomy.ts'

describe('what is wrong in a file', () => {
  const need = (id: string, over: object = {}) =>
    term.parse({ id, heading: 'money', label: { en: `En ${id}`, cy: `Cy ${id}` }, ...over })
  const base = (over: Partial<Taxonomy> = {}): Taxonomy => ({
    headings: [{ id: 'money', label: { en: 'Money', cy: 'Arian' } }],
    needs: [need('debt')],
    kinds: [],
    audiences: [],
    conditions: [],
    access: [],
    languages: [],
    ...over,
  })
  const kind = (id: string, over: object = {}) => need(id, { heading: undefined, ...over })

  it.each<[string, Taxonomy, string[]]>([
    ['nothing', base(), []],
    [
      'an id twice',
      base({ kinds: [kind('choir'), kind('choir')] }),
      ['kinds.json, term "choir", id: two terms have this id.'],
    ],
    [
      'a heading that is not there',
      base({ needs: [need('debt', { heading: 'cash' })] }),
      ['needs.json, term "debt", heading: there is no heading "cash".'],
    ],
    [
      'a need without a heading',
      base({ needs: [need('debt', { heading: undefined })] }),
      ['needs.json, term "debt", heading: it has none.'],
    ],
    [
      'a kind that brings a need that is not there',
      base({ kinds: [kind('choir', { needs: ['singing'] })] }),
      ['kinds.json, term "choir", needs: there is no need "singing".'],
    ],
    [
      'a need beside another that is not there',
      base({ needs: [need('debt', { beside: ['bills'] })] }),
      ['needs.json, term "debt", beside: there is no need "bills".'],
    ],
    [
      'the same words under two terms',
      base({
        needs: [
          need('debt', { synonyms: { en: ['Owe money'] } }),
          need('bills', { synonyms: { en: ['owe  money'] } }),
        ],
      }),
      [
        'needs.json, term "bills", synonyms.en: "owe  money" also belongs to "debt"; add it to "shared" if that is meant.',
      ],
    ],
    [
      'the same words, meant',
      base({
        needs: [
          need('debt', { synonyms: { en: ['owe money'] } }),
          need('bills', { synonyms: { en: ['owe money'] } }),
        ],
        shared: { needs: ['Owe money'] },
      }),
      [],
    ],
    ['the same words under terms of two lists', base({ needs: [need('choir')], kinds: [kind('choir')] }), []],
    [
      'a cue without letters',
      base({ kinds: [kind('choir', { cues: ['!'] })] }),
      ['kinds.json, term "choir", cues: "!" has no letters.'],
    ],
  ])('%s', (_, given, problems) => {
    expect(taxonomyProblems(given)).toEqual(problems)
  })

  it('keeps an id once where it stands twice, whatever the check said', () => {
    expect(makeTaxonomy(base({ kinds: [kind('choir'), kind('choir')] })).byId.kinds.size).toBe(1)
  })
})
