import { LocalApiError } from '../local-api-error.ts'
import type { Routes } from '../handler.ts'
import type { MailPages } from './mail-pages.ts'

/** As the API gives it; the rest of it is for its readers. */
interface SentMessage {
  readonly id: string
  readonly channel: 'EMAIL' | 'SMS'
  readonly body: string
}

/** @param to only those to this address or number. */
export type ListMessages = (to?: string) => readonly SentMessage[]

export function messageRoutes(messages: ListMessages, mailPages: MailPages): Routes {
  return {
    '/_local/messages': {
      GET: (_request, url) => Response.json(messages(url.searchParams.get('to') ?? undefined)),
    },
    '/_local/messages/{id}': {
      POST: (_request, _url, id) => {
        const message = messages().find((each) => each.id === id)
        if (!message) throw new LocalApiError(404, 'There is no such message any more.')
        if (message.channel !== 'EMAIL') throw new LocalApiError(409, 'A text message is no page.')
        return Response.json({ path: mailPages.open(message.body) })
      },
    },
  }
}
