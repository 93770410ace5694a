import type { TestStandIn } from './stand-in.ts'

type Place = Pick<TestStandIn, 'url' | 'adminToken'>

/** A call of `/_local` with the token of the run. */
export function callLocalApi(
  { url, adminToken }: Place,
  path: string,
  { headers, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
): Promise<Response> {
  return fetch(`${url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${adminToken}`, ...headers },
  })
}

/** Moves the clock that the local AWS goes by. */
export async function setOffset(standIn: Place, offsetSeconds: unknown): Promise<Response> {
  return callLocalApi(standIn, '/_local/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ offsetSeconds }),
  })
}

/** One server-sent event. */
export interface ServerSentEvent {
  id: string
  event: string
  data: unknown
}

/**
 * Reads `GET /_local/events` as a page would: by `fetch`, since an `EventSource` cannot send the
 * token.
 */
export async function openEvents(standIn: Place, lastEventId?: string, of = 'messages') {
  const aborting = new AbortController()
  const response = await callLocalApi(standIn, `/_local/events?of=${of}`, {
    signal: aborting.signal,
    headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
  })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''

  /** The next block of the stream: an event, or the id that opens it. Undefined at its end. */
  async function nextBlock(): Promise<Partial<ServerSentEvent> | undefined> {
    while (!text.includes('\n\n')) {
      const { done, value } = await reader.read()
      if (done) return undefined
      text += value
    }
    const end = text.indexOf('\n\n')
    const lines = text.slice(0, end).split('\n')
    text = text.slice(end + 2)
    const fields = Object.fromEntries(lines.map((line) => line.split(/: ?(.*)/s)))
    const { data, ...rest } = fields as Record<string, string>
    return data === undefined ? rest : { ...rest, data: JSON.parse(data) as unknown }
  }

  return { response, nextBlock, abort: () => aborting.abort() }
}
