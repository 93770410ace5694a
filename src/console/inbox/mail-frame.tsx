import { useEffect, useState } from 'react'
import { useClient } from '../client/use-client.tsx'
import { refusalOf } from '../client/refused.ts'
import type { Message } from './message.ts'

/**
 * Mail as a mail program shows it. It is at an address of its own that is good for a minute, without
 * scripts and in an origin of its own, and loads nothing from anywhere.
 */
export function MailFrame({ message: { id, subject } }: { message: Message }) {
  const client = useClient()
  const [path, setPath] = useState<string>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    let isCurrent = true
    client
      .send<{ path: string }>('POST', `messages/${encodeURIComponent(id)}`)
      .then((opened) => isCurrent && setPath(opened.path))
      .catch((error: unknown) => isCurrent && setProblem(refusalOf(error)))
    return () => {
      isCurrent = false
    }
  }, [client, id])
  if (problem !== undefined) return <p role="alert">{problem}</p>
  if (path === undefined) return null
  return (
    <iframe
      className="console-mail"
      title={subject}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      // Below the base path, as the page is.
      src={`.${path}`}
    />
  )
}
