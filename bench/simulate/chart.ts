/** Asks against misleading results, as a picture: readable in light and dark, without script. */
import { sameAs } from './experiments.ts'
import type { Row, Summary } from './summary.ts'

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [760, 440, 62, 24, 30, 58]
/** A name may be so wide and high. */
const [NAME_WIDTH, NAME_HEIGHT] = [260, 34]
const STYLE = `
  text { font: 14px system-ui, sans-serif; fill: #1d2a24; paint-order: stroke; stroke: #fff; stroke-width: 4px }
  .small { font-size: 12px } .grid { stroke: #d5dcd7 } .axis { stroke: #5b6a62 }
  .ours { stroke: #0b5d3f; fill: none; stroke-width: 3 } .dot { fill: #0b5d3f } .dot-text { fill: #0b5d3f; font-weight: 600 }
  .other { fill: #a3480f } .bar { stroke: #5b6a62; stroke-width: 1.5 } .paper { fill: #fff }
  @media (prefers-color-scheme: dark) {
    text { fill: #e8efe9; stroke: #141b17 } .grid { stroke: #35413b } .axis, .bar { stroke: #9fb0a6 }
    .ours { stroke: #6fd3a5 } .dot, .dot-text { fill: #6fd3a5 } .other { fill: #f0a463 } .paper { fill: #141b17 }
  }`

type Scale = {
  x: (asks: number) => number
  y: (share: number) => number
  most: { asks: number; share: number }
}

export function chart(summary: Summary): string {
  const others = summary.policies.filter(({ name }) => !name.startsWith('ours'))
  const own = summary.policies
    .filter(({ name }) => name.startsWith('ours') && !name.endsWith('on top'))
    .sort((a, b) => a.asks.mean - b.asks.mean)
  const scale = scaleFor(summary.policies)
  const line = own.map((it) => `${at(scale.x(it.asks.mean))},${at(scale.y(it.misleads.mean))}`).join(' ')
  const last = own.at(-1)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title desc">
<title id="title">How many results mislead, by how often groups are asked</title>
<desc id="desc">${described(summary)}</desc>
<style>${STYLE}</style>
<rect class="paper" width="${WIDTH}" height="${HEIGHT}" rx="8"/>
${grid(scale)}
<polyline class="ours" points="${line}"/>
${own.map((it) => `${bar(it, scale)}<circle class="dot" cx="${at(scale.x(it.asks.mean))}" cy="${at(scale.y(it.misleads.mean))}" r="5"/>`).join('\n')}
${last === undefined ? '' : `<text class="dot-text" x="${at(scale.x(last.asks.mean) + 10)}" y="${at(scale.y(last.misleads.mean) + 5)}">Fingerpost</text><text class="small" x="${at(scale.x(last.asks.mean) + 10)}" y="${at(scale.y(last.misleads.mean) + 22)}">doubts ${own[0]?.doubted.mean.toFixed(0)} % of the good, with more asks ${last.doubted.mean.toFixed(0)} %</text>`}
${others.map((it) => other(it, others, scale)).join('\n')}
</svg>
`
}

const at = (value: number) => value.toFixed(1)

function scaleFor(rows: readonly Row[]): Scale {
  const most = {
    asks: Math.ceil(Math.max(...rows.map((it) => it.asks.mean)) * 2 + 0.6) / 2,
    share: Math.ceil(Math.max(...rows.map((it) => it.misleads.mean + it.misleads.half)) / 5) * 5,
  }
  return {
    most,
    x: (asks) => LEFT + (asks / most.asks) * (WIDTH - LEFT - RIGHT),
    y: (share) => HEIGHT - BOTTOM - (share / most.share) * (HEIGHT - TOP - BOTTOM),
  }
}

function grid({ x, y, most }: Scale): string {
  const shares = Array.from({ length: most.share / 5 + 1 }, (_, step) => step * 5)
  const asks = Array.from({ length: Math.floor(most.asks * 2) + 1 }, (_, step) => step / 2)
  return [
    ...shares.map(
      (it) =>
        `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at(y(it))}" y2="${at(y(it))}"/><text x="${LEFT - 10}" y="${at(y(it) + 5)}" text-anchor="end">${it} %</text>`,
    ),
    `<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at(y(0))}" y2="${at(y(0))}"/>`,
    ...asks.map((it) => `<text x="${at(x(it))}" y="${at(y(0) + 22)}" text-anchor="middle">${it}</text>`),
    `<text x="${at((LEFT + WIDTH - RIGHT) / 2)}" y="${HEIGHT - 12}" text-anchor="middle">Asks a listing a year: letters, calls and look-ups</text>`,
    `<text x="${LEFT - 46}" y="18">Of the results people act on, so many mislead</text>`,
  ].join('\n')
}

const bar = (it: Row, { x, y }: Scale): string =>
  `<line class="bar" x1="${at(x(it.asks.mean))}" x2="${at(x(it.asks.mean))}" y1="${at(y(it.misleads.mean - it.misleads.half))}" y2="${at(y(it.misleads.mean + it.misleads.half))}"/>`

function other(it: Row, others: readonly Row[], scale: Scale): string {
  const [x, y] = [scale.x(it.asks.mean), scale.y(it.misleads.mean)]
  const name = it.name.replace(/:.*$/, '').replace(/^a mail /, '')
  const doubts = it.doubted.mean > 1 ? ` (doubts ${it.doubted.mean.toFixed(0)} % of the good)` : ''
  const inTheWay = others.some((one) => {
    const [right, up] = [scale.x(one.asks.mean) - x, y - scale.y(one.misleads.mean)]
    return right > 0 && right < NAME_WIDTH && up > 0 && up < NAME_HEIGHT
  })
  const atEdge = x > WIDTH - RIGHT - NAME_WIDTH / 2
  return `${bar(it, scale)}<rect class="other" x="${at(x - 5)}" y="${at(y - 5)}" width="10" height="10"/><text class="small" x="${at(x + (atEdge ? 5 : 10))}" y="${at(y + (inTheWay ? 20 : -10))}"${atEdge ? ' text-anchor="end"' : ''}>${name}${doubts}</text>`
}

function described({ policies }: Summary): string {
  return policies
    .filter(
      ({ name }) => !name.startsWith('ours') || name === sameAs('ALISS: 10, 11, 12 months, then demoted'),
    )
    .map((it) => `${it.name}: ${it.misleads.mean.toFixed(1)} per cent at ${it.asks.mean.toFixed(2)} asks`)
    .join('; ')
}
