import { useState } from 'react'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/fields/field.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { useClient } from '../client/use-client.tsx'
import { FeedNote } from '../live/feed-note.tsx'
import { useFeed } from '../live/use-feed.ts'
import type { PageRoute } from '../page-route.ts'
import { ConsoleTitle } from '../parts/console-title.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { requestsWords as words } from '#console-words/requests'
import { hasFailed, matches, nameOf, services, type LoggedRequest } from './logged-request.ts'
import { RequestRow } from './request-row.tsx'

/** As many as the local AWS keeps. */
const keeps = 500
const shownAtOnce = 50

export const requestsPage = (): PageRoute => ({ Component: Requests })

function Requests() {
  const { items, state } = useFeed<LoggedRequest>('requests', 'request', keeps)
  const client = useClient()
  const announce = useAnnounce()
  const [filter, setFilter] = useState({ text: '', service: '', onlyFailed: false })
  const [limit, setLimit] = useState(shownAtOnce)
  const found = items.filter(
    (request) =>
      (filter.service === '' || request.service === filter.service) &&
      (!filter.onlyFailed || hasFailed(request)) &&
      matches(request, filter.text),
  )

  return (
    <div className="console-page">
      <ConsoleTitle>{words.title}</ConsoleTitle>
      <header className="console-header">
        <PageHeading>{words.title}</PageHeading>
        <FeedNote state={state} />
        <p>{words.intro}</p>
      </header>
      <div className="console-filters">
        <Field
          name="search"
          label={words.filter}
          type="search"
          value={filter.text}
          onChange={({ target }) => setFilter({ ...filter, text: target.value })}
        />
        <SelectField
          name="service"
          label={words.service}
          value={filter.service}
          onChange={(service) => setFilter({ ...filter, service })}
          options={[
            ['', words.allServices],
            ...services.map((each) => [each, nameOf(each)] as const),
          ]}
        />
        <label className="console-check">
          <input
            type="checkbox"
            checked={filter.onlyFailed}
            onChange={({ target }) => setFilter({ ...filter, onlyFailed: target.checked })}
          />{' '}
          {words.onlyFailed}
        </label>
      </div>
      {state !== 'opening' && found.length === 0 && (
        <p className="console-none">{items.length === 0 ? words.none : words.noMatch}</p>
      )}
      <ol className="requests card" hidden={found.length === 0}>
        {found.slice(0, limit).map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </ol>
      <div className="actions">
        {found.length > limit && (
          <Button onClick={() => setLimit(limit + shownAtOnce)}>
            {words.more(found.length - limit)}
          </Button>
        )}
        {items.length > 0 && (
          <Button
            variation="link"
            onClick={() =>
              void client
                .send('DELETE', 'requests')
                .then(() => announce(words.cleared))
                .catch((error: unknown) => announce(String(error)))
            }
          >
            {words.clear}
          </Button>
        )}
      </div>
    </div>
  )
}
