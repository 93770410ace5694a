import type { Exchange } from './exchange.ts'

/**
 * What has been recorded, in all tabs of this browser session: each keeps it in its own session storage and
 * tells the others of what is new, as they tell each other of the session itself. It ends with the last.
 */
const key = 'flow'
const limit = 400
/** Browsers give some five million characters to all that a page keeps. */
const maxCharacters = 1_500_000

type Told = { kind: 'asks' } | { kind: 'has'; exchanges: readonly Exchange[] } | { kind: 'clear' }

const listeners = new Set<() => void>()
let exchanges: readonly Exchange[] | undefined
let channel: BroadcastChannel | undefined

/** Oldest first. */
export function recordedExchanges(): readonly Exchange[] {
  exchanges ??= readKept()
  return exchanges
}

export function addExchange(exchange: Exchange): void {
  take([exchange])
  channel?.postMessage({ kind: 'has', exchanges: [exchange] } satisfies Told)
}

export function clearExchanges(): void {
  keep([])
  channel?.postMessage({ kind: 'clear' } satisfies Told)
}

export function subscribeExchanges(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** From now on other tabs are told, and what they have is had here. */
export function joinTabs(): void {
  if (channel) return
  channel = new BroadcastChannel('flow')
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.kind === 'asks') {
      channel?.postMessage({ kind: 'has', exchanges: recordedExchanges() } satisfies Told)
    } else if (data.kind === 'has') take(data.exchanges)
    else keep([])
  }
  channel.postMessage({ kind: 'asks' } satisfies Told)
}

export function leaveTabs(): void {
  channel?.close()
  channel = undefined
}

function take(more: readonly Exchange[]): void {
  const known = new Set(recordedExchanges().map(({ id }) => id))
  const news = more.filter(({ id }) => !known.has(id))
  if (news.length === 0) return
  const all = [...recordedExchanges(), ...news].sort((a, b) => a.startedAtMs - b.startedAtMs)
  keep(all.slice(-limit))
}

function keep(next: readonly Exchange[]): void {
  exchanges = next
  let text = JSON.stringify(exchanges)
  while (text.length > maxCharacters) {
    exchanges = exchanges.slice(Math.ceil(exchanges.length / 4))
    text = JSON.stringify(exchanges)
  }
  try {
    window.sessionStorage.setItem(key, text)
  } catch {
    // No room, or none at all: the page has it until it is left.
  }
  for (const listener of [...listeners]) listener()
}

function readKept(): readonly Exchange[] {
  try {
    return JSON.parse(window.sessionStorage.getItem(key) ?? '[]') as Exchange[]
  } catch {
    return []
  }
}
