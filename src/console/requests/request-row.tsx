import { Link } from '../../ui/link.tsx'
import { When } from '../parts/when.tsx'
import { requestsWords as words } from '#console-words/requests'
import { hasFailed, nameOf, senderOf, type LoggedRequest } from './logged-request.ts'

export function RequestRow({ request }: { request: LoggedRequest }) {
  const { id, at, operation } = request
  return (
    <li className={hasFailed(request) ? 'request request-failed' : 'request'}>
      <span className="console-soft">
        <When at={at} />
      </span>
      <Link className="link" to={`/requests/${id}`}>
        {operation}
      </Link>
      <Answer request={request} />
      <span className="console-soft request-sender">
        {nameOf(request.service)}
        <bdi>{senderOf(request) ?? words.nobody}</bdi>
      </span>
    </li>
  )
}

/** Its outcome and how long that took. */
export function Answer({ request }: { request: LoggedRequest }) {
  const { status, error, durationMs, fault } = request
  return (
    <span className="request-answer">
      <span className="request-outcome">
        {status === 0 ? words.cutOff : [status, error].filter(Boolean).join(' ')}
      </span>{' '}
      <span className="console-soft">{words.duration(durationMs)}</span>
      {fault !== undefined && <span className="request-fault">{words.byFault}</span>}
    </span>
  )
}
