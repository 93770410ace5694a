import type { Exchange } from './exchange.ts'

/**
 * What has been recorded, in all tabs of this browser session: each has it in its memory and tells the others
 * of what is new, as they tell each other of the session itself. It ends with the last. Session storage
 * carries it from one page to the next in the tab, and holds nothing while a page has it.
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
  exchanges ??= takeFromLastPage()
  return exchanges
}

export function addExchange(exchange: Exchange): void {
  take([exchange])
  channel?.postMessage({ kind: 'has', exchanges: [exchange] } satisfies Told)
}

export function clearExchanges(): void {
  forget()
  channel?.postMessage({ kind: 'clear' } satisfies Told)
}

export function subscribeExchanges(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** From now on other tabs are told, what they have is had here, and the next page in this tab has it, too. */
export function joinTabs(): void {
  if (channel) return
  try {
    channel = new BroadcastChannel('flow')
  } catch {
    // Refused where storage is: each tab records for itself.
    return
  }
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.kind === 'asks') {
      channel?.postMessage({ kind: 'has', exchanges: recordedExchanges() } satisfies Told)
    } else if (data.kind === 'has') take(data.exchanges)
    else forget()
  }
  channel.postMessage({ kind: 'asks' } satisfies Told)
  window.addEventListener('pagehide', leaveToNextPage)
  window.addEventListener('pageshow', takeBack)
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
  have(all.slice(-limit))
}

function have(next: readonly Exchange[]): void {
  exchanges = next
  for (const listener of [...listeners]) listener()
}

/** What a page has left to the next one, too. */
function forget(): void {
  takeFromLastPage()
  have([])
}

function leaveToNextPage(): void {
  let left = recordedExchanges()
  let text = JSON.stringify(left)
  while (text.length > maxCharacters) {
    left = left.slice(Math.ceil(left.length / 4))
    text = JSON.stringify(left)
  }
  if (left.length === 0) return
  try {
    window.sessionStorage.setItem(key, text)
  } catch {
    // No room, or none at all: other tabs have it, or nobody.
  }
}

/** A page that the browser brings back has its own still, and what pages since have left. */
function takeBack({ persisted }: PageTransitionEvent): void {
  if (persisted) take(takeFromLastPage())
}

function takeFromLastPage(): readonly Exchange[] {
  try {
    const text = window.sessionStorage.getItem(key) ?? '[]'
    window.sessionStorage.removeItem(key)
    return JSON.parse(text) as Exchange[]
  } catch {
    return []
  }
}
