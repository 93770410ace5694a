/** One server-sent event. */
export interface ServerEvent {
  event: string
  data: unknown
}

/**
 * The events of a response, as they come. A browser's `EventSource` can send no token.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export async function* serverEvents(response: Response): AsyncGenerator<ServerEvent, undefined> {
  const reader = response.body?.getReader()
  if (!reader) return undefined
  const decoder = new TextDecoder()
  try {
    for (let text = ''; ;) {
      const { done, value } = await reader.read()
      if (done) return undefined
      const blocks = (text + decoder.decode(value, { stream: true })).split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = /^event: ?(.*)$/m.exec(block)?.[1]
        const data = /^data: ?(.*)$/m.exec(block)?.[1]
        // A block without either says where the stream begins.
        if (event !== undefined && data !== undefined) yield { event, data: JSON.parse(data) }
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
