/**
 * What people type, and whether what would help them comes first: judged questions over the demonstration and, where
 * the real files are, over imported Trafford, asked of every engine that is here.
 */
import { inRoot } from '../src/app/root.ts'
import { HOW_TO_HAVE_REAL_DATA, realData } from '../tests/real-data.ts'
import { HOW_TO_HAVE_MEILISEARCH, hasMeilisearch } from '../tests/search/meilisearch-server.ts'
import { keyOf, openTrafford } from '../tests/relevance/trafford/directory.ts'
import { answered, openDemonstration, type Answered, type Directory } from './relevance/ask.ts'
import { readJudged, type Part } from './relevance/judged.ts'
import { overEngines } from './relevance/each-engine.ts'
import { guessRows } from './relevance/guesses.ts'
import { machine, type BenchResult, type BenchRow } from './result.ts'

const LEAST = 0.85
/** How far one engine may be behind the other. */
const APART = 0.03
/** Percent of questions with nothing useful among the first five. */
const NOTHING = 3

type Figures = { ndcg: number; nothing: number }

export async function run(): Promise<BenchResult> {
  const rows = await rowsOver('demo', await openDemonstration())
  const data = realData()
  if (data === null) process.stderr.write(`Trafford: ${HOW_TO_HAVE_REAL_DATA}\n`)
  else rows.push(...(await rowsOver('trafford', await openTrafford(data), keyOf)))
  if (!hasMeilisearch()) process.stderr.write(`Meilisearch: ${HOW_TO_HAVE_MEILISEARCH}\n`)
  return { name: 'relevance', machine: machine(), rows }
}

async function rowsOver(
  folder: string,
  { house, close }: Directory,
  key?: Parameters<typeof answered>[2],
): Promise<BenchRow[]> {
  const judged = readJudged(inRoot('tests', 'relevance', folder))
  const rows: BenchRow[] = []
  const best: number[] = []
  const embedded: { rows: BenchRow[] } = { rows: [] }
  await overEngines(house, async ({ engine, version, house: asked }) => {
    const answers = await answered(asked, judged, key)
    best.push(figuresOf(answers).ndcg)
    rows.push(...engineRows(`${folder}, ${engine} ${version}`.trim(), answers))
    if (engine === 'embedded') embedded.rows = [...themeRows(folder, answers), ...worstRows(folder, answers)]
  })
  rows.push(...(await guessRows(folder, house, judged, key)))
  await close()
  // Those that were held out, or asked afterwards, are not looked at here either.
  rows.push(...embedded.rows)
  const [first, second] = best
  if (first !== undefined && second !== undefined)
    rows.push({
      what: `${folder}, how far the engines are apart`,
      figure: Math.abs(first - second),
      unit: '',
      goal: `≤ ${APART}`,
    })
  return rows
}

const PARTS: [part: Part, words: string][] = [
  ['looked-at', 'looked at while tuning'],
  ['held-out', 'held out'],
  ['afterwards', 'asked afterwards by others'],
]

function engineRows(name: string, answers: readonly Answered[]): BenchRow[] {
  const whole = figuresOf(answers)
  const parts = (say: (figures: Figures) => string): string =>
    PARTS.map(([part, words]) => `${words} ${say(figuresOf(answers.filter((it) => it.part === part)))}`).join(
      ', ',
    )
  return [
    {
      what: `${name}: nDCG@10 of ${answers.length} questions`,
      figure: whole.ndcg,
      unit: '',
      goal: `≥ ${LEAST}`,
      ratio: parts(({ ndcg }) => ndcg.toFixed(3)),
    },
    {
      what: `${name}: nothing useful in the first five`,
      figure: whole.nothing,
      unit: '%',
      goal: `≤ ${NOTHING}`,
      ratio: parts(({ nothing }) => nothing.toFixed(1)),
    },
  ]
}

const themeRows = (folder: string, answers: readonly Answered[]): BenchRow[] =>
  [...Map.groupBy(answers, ({ theme }) => theme)].map(([theme, some]) => {
    const { ndcg, nothing } = figuresOf(some)
    const ratio = `${some.length} questions, nothing useful ${nothing.toFixed(1)} %`
    return { what: `${folder}, embedded: ${theme}`, figure: ndcg, unit: '', goal: '', ratio }
  })

/** Questions told of, the worst first. */
const WORST = 20

/** Of those that may be looked at while tuning: what came, each with its grade. */
const worstRows = (folder: string, answers: readonly Answered[]): BenchRow[] =>
  answers
    .filter(({ part }) => part === 'looked-at')
    .toSorted((a, b) => a.ndcg - b.ndcg)
    .slice(0, WORST)
    .map(({ what, where, ndcg, came, grades }) => ({
      what: `${folder}, worst: "${what}"${where === '' ? '' : ` near ${where}`}`,
      figure: ndcg,
      unit: '',
      goal: '',
      ratio: came
        .slice(0, 5)
        .map((slug) => `${slug} ${grades.get(slug) ?? 0}`)
        .join(', '),
    }))

function figuresOf(answers: readonly Answered[]): Figures {
  const sum = answers.reduce((all, { ndcg }) => all + ndcg, 0)
  const none = answers.filter(({ nothing }) => nothing).length
  return { ndcg: sum / answers.length, nothing: (100 * none) / answers.length }
}
