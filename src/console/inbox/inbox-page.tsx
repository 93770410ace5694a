import { useEffect, useState } from 'react'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Field } from '../../ui/fields/field.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { FeedNote } from '../live/feed-note.tsx'
import { useFeed } from '../live/use-feed.ts'
import type { PageRoute } from '../page-route.ts'
import { ConsoleTitle } from '../parts/console-title.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { inboxWords as words } from '#console-words/inbox'
import { matches, type Message } from './message.ts'
import { MessageItem } from './message-item.tsx'

/** As many as the local AWS keeps. */
const keeps = 1000
/** A page of them; a search finds the others. */
const shownAtOnce = 50

export const inboxPage = (): PageRoute => ({ Component: Inbox })

function Inbox() {
  const { items, state, newest } = useFeed<Message>('messages', 'message', keeps)
  const [text, setText] = useState('')
  const [to, setTo] = useState('')
  const [limit, setLimit] = useState(shownAtOnce)
  useNews(newest)
  const people = [...new Set([...items.map((message) => message.to), ...(to ? [to] : [])])].sort()
  const found = items.filter(
    (message) => (to === '' || message.to === to) && matches(message, text),
  )

  return (
    <div className="console-page console-narrow">
      <ConsoleTitle>{words.title}</ConsoleTitle>
      <header className="console-header">
        <PageHeading>{words.title}</PageHeading>
        <FeedNote state={state} />
        <p>{words.intro}</p>
      </header>
      <div className="console-filters">
        <Field
          name="search"
          label={words.search}
          type="search"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <SelectField
          name="to"
          label={words.to}
          value={to}
          onChange={setTo}
          options={[['', words.everybody], ...people.map((each) => [each, each] as const)]}
        />
      </div>
      {state !== 'opening' && found.length === 0 && (
        <p className="console-none">{items.length === 0 ? words.none : words.noMatch}</p>
      )}
      <ol className="console-list">
        {found.slice(0, limit).map((message) => (
          <MessageItem key={message.id} message={message} />
        ))}
      </ol>
      {found.length > limit && (
        <button type="button" className="button" onClick={() => setLimit(limit + shownAtOnce)}>
          {words.more(found.length - limit)}
        </button>
      )}
    </div>
  )
}

function useNews(newest: Message | undefined) {
  const announce = useAnnounce()
  useEffect(() => {
    if (newest) announce(words.news(newest.to, newest.subject))
  }, [announce, newest])
}
