import type { Exchange } from '../../recorder/exchange.ts'
import { docsOf, stepWords } from '../../routes/flow/step-words.ts'
import { Link } from '../../ui/link.tsx'
import { requestsWords as words } from '#console-words/requests'

/** A step of the picture, opened: what it is for, and its own page in the log. */
export function StepInLog({ exchange }: { exchange: Exchange }) {
  const { id, operation } = exchange
  return (
    <div className="flow-details">
      <p>
        {stepWords(exchange).purpose}{' '}
        <a className="link" href={docsOf(exchange)} target="_blank" rel="noopener noreferrer">
          {words.docs(operation)}
        </a>
      </p>
      {exchange.request.body !== undefined && (
        <pre className="console-pre">{exchange.request.body}</pre>
      )}
      {exchange.response.body !== undefined && (
        <pre className="console-pre">{exchange.response.body}</pre>
      )}
      <p>
        <Link className="link" to={`/requests/${id}`}>
          {words.open}
        </Link>
      </p>
    </div>
  )
}
