import type { Exchange } from '../../recorder/exchange.ts'
import { flowWords as words } from '#words/flow'
import { callOf, hasFailed, laneOrder, outcomeOf, stepWords } from './step-words.ts'

const laneWidth = 220
const rowHeight = 56
const top = 48

/** The diagram as a picture of its own, for a document. */
export function toSvg(exchanges: readonly Exchange[]): string {
  const lanes = laneOrder.filter(
    (lane) => lane !== 'provider' || exchanges.some(({ to }) => to === lane),
  )
  const width = laneWidth * lanes.length
  const height = top + rowHeight * exchanges.length + 24
  const at = (lane: string) => (lanes.findIndex((each) => each === lane) + 0.5) * laneWidth
  const heads = lanes.map(
    (lane) =>
      `<text x="${at(lane)}" y="24" text-anchor="middle" font-weight="600">${escaped(words.participants[lane])}</text>` +
      `<line x1="${at(lane)}" x2="${at(lane)}" y1="34" y2="${height}" stroke="#bbb"/>`,
  )
  const steps = exchanges.map((exchange, index) => {
    const y = top + rowHeight * (index + 0.6)
    const isReturn = exchange.operation === 'callback'
    const asker = exchange.from ?? 'browser'
    const [from, to] = isReturn ? [at(exchange.to), at(asker)] : [at(asker), at(exchange.to)]
    const color = hasFailed(exchange) ? '#b42318' : '#0f766e'
    const head = to < from ? to + 7 : to - 7
    const text = `${stepWords(exchange).phase} · ${callOf(exchange)} · ${outcomeOf(exchange)}`
    return (
      `<text x="${Math.min(from, to) + 8}" y="${y - 8}">${escaped(text)}</text>` +
      `<line x1="${from}" x2="${to}" y1="${y}" y2="${y}" stroke="${color}" stroke-width="1.5"/>` +
      `<path d="M${head} ${y - 4} ${to} ${y} ${head} ${y + 4}" fill="none" stroke="${color}" stroke-width="1.5"/>`
    )
  })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">` +
    `<rect width="100%" height="100%" fill="#fff"/>${heads.join('')}${steps.join('')}</svg>\n`
  )
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
