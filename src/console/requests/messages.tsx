import { requestsWords as words } from '#console-words/requests'
import type { OpenedRequest } from './logged-request.ts'
import { textOf } from './to-exchange.ts'

/** What was sent and what was answered, as the log has it: secrets are masked. */
export function Messages({ opened: { request, response, status } }: { opened: OpenedRequest }) {
  return (
    <div className="request-messages">
      <Message
        title={words.request}
        first={`${request.method} ${request.url}`}
        headers={request.headers}
        body={request.body}
      />
      <Message
        title={words.response}
        first={status === 0 ? words.cutOff : String(status)}
        headers={response.headers}
        body={response.body}
      />
    </div>
  )
}

interface Props {
  title: string
  first: string
  headers: Readonly<Record<string, string>>
  body: unknown
}

function Message({ title, first, headers, body }: Props) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const text = textOf(body)
  return (
    <section>
      <h3>{title}</h3>
      <pre className="console-pre">{first}</pre>
      {text === undefined ? (
        <p className="console-soft">{words.noBody}</p>
      ) : (
        <pre className="console-pre">{text}</pre>
      )}
      <details>
        <summary>{words.headers(lines.length)}</summary>
        <pre className="console-pre">{lines.join('\n')}</pre>
      </details>
    </section>
  )
}
