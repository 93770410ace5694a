import { listenToFetch } from './listen-to-fetch.ts'
import { listenToXhr } from './listen-to-xhr.ts'
import { addExchange, joinTabs, leaveTabs } from './log.ts'
import { makeExchange, type RawExchange } from './make-exchange.ts'
import type { Exchange } from './exchange.ts'
import { arrival, departure } from './navigation.ts'

let stop: (() => void) | undefined

/** Records what the page asks AWS from now on: masked before it is kept, and kept in this browser alone. */
export function startRecorder(): void {
  if (stop) return
  joinTabs()
  // Answers that are under way when it is switched off are none of its business any more.
  const hear = (raw: RawExchange) => stop && add(makeExchange(raw))
  const ends = [listenToFetch(hear), listenToXhr(hear)]
  stop = () => {
    for (const end of ends) end()
    leaveTabs()
  }
  add(arrival(window.location.href))
}

export function stopRecorder(): void {
  stop?.()
  stop = undefined
}

/** To be called before the browser leaves. */
export function noteDeparture(address: string): void {
  if (stop) add(departure(address))
}

function add(exchange: Exchange | undefined): void {
  if (exchange) addExchange(exchange)
}
