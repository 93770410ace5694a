import { useState } from 'react'
import { When } from '../parts/when.tsx'
import { inboxWords as words } from '#console-words/inbox'
import { CopyCode } from './copy-code.tsx'
import { isHtml, type Message } from './message.ts'
import { MailFrame } from './mail-frame.tsx'

export function MessageItem({ message }: { message: Message }) {
  const { to, channel, kind, code, link, subject, sentAt } = message
  const [isOpen, setIsOpen] = useState(false)
  return (
    <li className="card console-item">
      <h2 dir="auto">{subject || words.textMessage}</h2>
      <p className="console-soft">
        {channel === 'SMS' ? words.textTo : words.mailTo} <bdi>{to}</bdi>, <When at={sentAt} />
      </p>
      {link ? (
        <p>
          <a className="button button-primary" href={link} target="_blank" rel="noreferrer">
            {words.openLink}
          </a>
        </p>
      ) : (
        code && <CopyCode code={code} isPassword={kind === 'INVITATION'} />
      )}
      <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary>{words.whole}</summary>
        {isOpen && <Body message={message} />}
      </details>
    </li>
  )
}

function Body({ message }: { message: Message }) {
  const [view, setView] = useState<'html' | 'text'>(isHtml(message) ? 'html' : 'text')
  return (
    <>
      {isHtml(message) && (
        <div className="actions" role="group" aria-label={words.views.label}>
          {(['html', 'text'] as const).map((each) => (
            <button
              key={each}
              type="button"
              className="button"
              aria-pressed={view === each}
              onClick={() => setView(each)}
            >
              {words.views[each]}
            </button>
          ))}
        </div>
      )}
      {view === 'html' ? (
        <MailFrame message={message} />
      ) : (
        <p className="console-text" dir="auto">
          {message.body}
        </p>
      )}
    </>
  )
}
