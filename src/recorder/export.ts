import type { Exchange, Participant } from './exchange.ts'

/** As a file holds them: masked, as they are kept. */
interface Recording {
  format: 'cognito-starter-flow'
  version: 1
  exchanges: readonly Exchange[]
}

export function toJson(exchanges: readonly Exchange[]): string {
  const recording: Recording = { format: 'cognito-starter-flow', version: 1, exchanges }
  return `${JSON.stringify(recording, null, 2)}\n`
}

/** @throws SyntaxError for what is no such file. */
export function parseRecording(text: string): readonly Exchange[] {
  const read = JSON.parse(text) as Partial<Recording> | null
  if (read?.format !== 'cognito-starter-flow' || !Array.isArray(read.exchanges)) {
    throw new SyntaxError('Not a recording')
  }
  if (!read.exchanges.every(isExchange)) throw new SyntaxError('Not a recording of this version')
  return read.exchanges
}

const participants: ReadonlySet<unknown> = new Set<Participant>([
  'user-pool',
  'domain',
  'provider',
  'identity-pool',
  's3',
])

function isExchange(value: unknown): value is Exchange {
  if (typeof value !== 'object' || value === null) return false
  const { id, startedAtMs, durationMs, from, to, operation, url, request, response, tokens } =
    value as Record<string, unknown>
  const texts = [id, operation, url].every((text) => typeof text === 'string')
  const numbers = [startedAtMs, durationMs].every((number) => typeof number === 'number')
  const messages = [request, response].every((message) => isMessage(message))
  const isFromKnown = from === undefined || from === 'browser' || participants.has(from)
  return (
    texts && numbers && messages && isFromKnown && participants.has(to) && Array.isArray(tokens)
  )
}

function isMessage(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('headers' in value)) return false
  return typeof value.headers === 'object' && value.headers !== null
}

/** @see https://mermaid.js.org/syntax/sequenceDiagram.html */
export function toMermaid(
  exchanges: readonly Exchange[],
  nameOf: (participant: Participant | 'browser') => string,
  textOf: (exchange: Exchange) => string,
): string {
  const present = new Set(['browser' as const, ...exchanges.map(({ to }) => to)])
  const lines = exchanges.flatMap((exchange) => {
    const { from = 'browser', to, operation, status, error, durationMs } = exchange
    const asked = `  ${from}->>${to}: ${plain(`${textOf(exchange)} (${operation})`)}`
    if (status === 0) return [asked]
    const outcome = error ?? String(status)
    return [asked, `  ${to}-->>${from}: ${plain(`${outcome}, ${durationMs} ms`)}`]
  })
  const named = [...present].map((name) => `  participant ${name} as ${plain(nameOf(name))}`)
  return ['sequenceDiagram', ...named, ...lines, ''].join('\n')
}

/** Mermaid ends a statement at a semicolon, and takes a number sign for the start of an entity. */
function plain(text: string): string {
  return text.replace(/[;#\r\n]/g, ' ')
}

/** For a terminal: with what is masked to be filled in. */
export function toCurl({ method, url, request }: Exchange): string {
  const quoted = (text: string) => `'${text.replace(/'/g, String.raw`'\''`)}'`
  const headers = Object.entries(request.headers).map(
    ([name, value]) => `-H ${quoted(`${name}: ${value}`)}`,
  )
  const body = request.body === undefined ? [] : [`--data ${quoted(request.body)}`]
  return [`curl -X ${method} ${quoted(url)}`, ...headers, ...body].join(' \\\n  ')
}
