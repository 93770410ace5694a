import type { Exchange, Message } from '../../recorder/exchange.ts'
import { toCurl } from '../../recorder/export.ts'
import type { OpenedRequest } from '../../recorder/local-aws/server-log.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { flowWords as words } from '#words/flow'
import { ClaimsTable } from '../session/claims-table.tsx'
import { Remedy } from './remedy.tsx'
import { ServerChecks } from './server-checks.tsx'
import { useOpenedRequest } from './server-log.tsx'
import { docsOf, hasFailed, stepWords } from './step-words.ts'

/** A step, opened: what it is for, and what was sent. */
export function StepDetails({ exchange }: { exchange: Exchange }) {
  const opened = useOpenedRequest(exchange)
  const shown = asOpened(exchange, opened)
  const { operation, method, url, request, response, tokens, status } = shown
  const announce = useAnnounce()
  async function copyCurl() {
    try {
      await navigator.clipboard.writeText(toCurl(shown))
      announce(words.curlCopied)
    } catch {
      announce(words.copyFailed)
    }
  }
  return (
    <div className="flow-details">
      <h3>{words.what}</h3>
      <p>
        {stepWords(exchange).purpose}{' '}
        <a className="link" href={docsOf(exchange)} target="_blank" rel="noopener noreferrer">
          {words.docs(operation)}
        </a>
      </p>
      {hasFailed(exchange) && <Remedy exchange={exchange} />}
      {opened && <ServerChecks checks={opened.checks} />}
      <div className="flow-messages">
        <section>
          <h3>{words.request}</h3>
          <pre>{`${method} ${url}`}</pre>
          <Sent message={request} />
          <Button variation="link" onClick={() => void copyCurl()}>
            {words.curl}
          </Button>
        </section>
        {status !== 0 && (
          <section>
            <h3>{words.response}</h3>
            <pre>{String(status ?? words.noAnswer)}</pre>
            <Sent message={response} />
          </section>
        )}
      </div>
      {tokens.length > 0 && (
        <section>
          <h3>{words.tokens}</h3>
          <div className="flow-messages">
            {tokens.map(({ name, claims }, index) => (
              <div key={index}>
                <h4>{words.tokenOf(name)}</h4>
                <ClaimsTable name={name} claims={claims} />
              </div>
            ))}
          </div>
        </section>
      )}
    </div>
  )
}

/** Of what the local AWS alone has seen, it has the messages. */
function asOpened(exchange: Exchange, opened: OpenedRequest | undefined): Exchange {
  if (exchange.serverId === undefined || !opened) return exchange
  const { request, response } = opened
  const messageOf = ({ headers, body }: OpenedRequest['response']): Message => ({
    headers,
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  })
  const { method, url } = request
  return { ...exchange, method, url, request: messageOf(request), response: messageOf(response) }
}

function Sent({ message: { headers, body } }: { message: Message }) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return (
    <>
      {lines.length > 0 && <pre>{lines.join('\n')}</pre>}
      {body === undefined ? <p>{words.noBody}</p> : <pre>{indented(body)}</pre>}
    </>
  )
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
