import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { useInbox, type CodeKind } from './inbox.tsx'
import { codeWords } from '#words/codes'

interface Props {
  to: string
  kind: CodeKind
  /** Another value means that another code was sent. */
  sentAtMs: number
  onUse: (code: string) => void
}

/** The newest code sent to an address, one click away: on the local AWS only. */
export function InboxOffer({ to, kind, sentAtMs, onUse }: Props) {
  const inbox = useInbox()
  const [looks, setLooks] = useState(0)
  const [found, setFound] = useState<string | URL>()
  useEffect(() => {
    let isCurrent = true
    // An inbox that does not answer is no reason to hold anybody up: the code can be typed.
    void inbox
      ?.findCode(to, kind)
      .catch(() => undefined)
      .then((newest) => isCurrent && setFound(newest))
    return () => {
      isCurrent = false
    }
  }, [inbox, to, kind, sentAtMs, looks])
  if (!inbox) return null

  return (
    <section className="inbox" aria-labelledby="inbox-heading">
      <div>
        <h2 id="inbox-heading">{codeWords.inbox.heading}</h2>
        <p>{found === undefined ? codeWords.inbox.none : codeWords.inbox.explain}</p>
      </div>
      {found === undefined ? (
        <Button onClick={() => setLooks(looks + 1)}>{codeWords.inbox.look}</Button>
      ) : found instanceof URL ? (
        <a className="link" href={found.href} target="_blank" rel="noreferrer">
          {codeWords.inbox.openLink}
        </a>
      ) : (
        <Button onClick={() => onUse(found)}>{codeWords.inbox.use(found)}</Button>
      )}
    </section>
  )
}
