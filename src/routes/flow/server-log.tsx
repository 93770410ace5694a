import { createContext, use, useEffect, useRef, useState } from 'react'
import type { Exchange } from '../../recorder/exchange.ts'
import { requestOf, withServerSteps } from '../../recorder/local-aws/join-log.ts'
import { openLocalAws } from '../../recorder/local-aws/open-local-aws.ts'
import type {
  OpenedRequest,
  ServerLog,
  ServerRequest,
} from '../../recorder/local-aws/server-log.ts'
import { useEnvironment } from '../../ui/environment.tsx'

interface Known {
  log: ServerLog
  requests: readonly ServerRequest[]
}

const KnownContext = createContext<Known | undefined>(undefined)

/** What is known of the server's side, for the steps that are shown within. */
export const KnownProvider = KnownContext

/** Follows the log of the local AWS, as often as the page has asked something. */
export function useServerLog(exchanges: readonly Exchange[], isOwn: boolean) {
  const { inboxUrl } = useEnvironment()
  const [log, setLog] = useState<ServerLog>()
  const [requests, setRequests] = useState<readonly ServerRequest[]>([])
  const asking = useRef<Promise<unknown>>(Promise.resolve())

  useEffect(() => {
    if (inboxUrl !== undefined) void openLocalAws(inboxUrl).then((aws) => setLog(aws?.log))
  }, [inboxUrl])
  useEffect(() => {
    if (!log || !isOwn || exchanges.length === 0) return undefined
    const { signal, abort } = stoppable()
    // One after the other, and of many that wait the last alone.
    asking.current = asking.current
      .then(() => (signal.aborted ? undefined : log.list()))
      .then((list) => list && !signal.aborted && setRequests(list))
    return abort
  }, [log, isOwn, exchanges])

  const known = log && isOwn ? { log, requests } : undefined
  return {
    known,
    exchanges: known ? withServerSteps(exchanges, requests, navigator.userAgent) : exchanges,
  }
}

function stoppable() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

/** The server's own record of a step, opened. */
export function useOpenedRequest(exchange: Exchange): OpenedRequest | undefined {
  const known = use(KnownContext)
  const found = known && requestOf(exchange, known.requests)
  const [opened, setOpened] = useState<OpenedRequest>()
  const { log } = known ?? {}
  const id = found?.id
  useEffect(() => {
    if (!log || id === undefined) return undefined
    const { signal, abort } = stoppable()
    void log.open(id).then((request) => {
      if (!signal.aborted) setOpened(request)
    })
    return abort
  }, [log, id])
  return opened?.id === id ? opened : undefined
}
