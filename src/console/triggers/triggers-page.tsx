import './triggers.css'
import { useEffect } from 'react'
import { useLoaderData, useRevalidator } from 'react-router-dom'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { ConsoleClient } from '../client/console-client.ts'
import { FeedNote } from '../live/feed-note.tsx'
import { useFeed } from '../live/use-feed.ts'
import type { PageRoute } from '../page-route.ts'
import { ConsoleTitle } from '../parts/console-title.tsx'
import type { LoggedRequest } from '../requests/logged-request.ts'
import { triggersWords as words } from '#console-words/triggers'
import { readTriggers, type Triggers } from './read-triggers.ts'
import { TriggerEventItem } from './trigger-event.tsx'

export const triggersPage = (client: ConsoleClient): PageRoute => ({
  loader: () => readTriggers(client),
  Component: TriggersPage,
})

/** Functions run for requests: what is new is read with each of those that comes. */
function useNews() {
  const { newest, state } = useFeed<LoggedRequest>('requests', 'request', 1)
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (newest) void revalidate()
  }, [newest, revalidate])
  return state
}

function TriggersPage() {
  const { pools, events } = useLoaderData<Triggers>()
  const state = useNews()
  return (
    <div className="console-page">
      <ConsoleTitle>{words.title}</ConsoleTitle>
      <header className="console-header">
        <PageHeading>{words.title}</PageHeading>
        <FeedNote state={state} />
        <p>{words.intro}</p>
      </header>
      <section className="card console-item" aria-labelledby="configured">
        <h2 id="configured">{words.configured}</h2>
        {pools.every(({ triggers }) => triggers.length === 0) && (
          <p className="console-soft">{words.noneConfigured}</p>
        )}
        {pools
          .filter(({ triggers }) => triggers.length > 0)
          .map(({ id, name, triggers }) => (
            <dl key={id} className="triggers" aria-label={name}>
              {triggers.map((trigger) => (
                <div key={trigger.name}>
                  <dt>
                    {trigger.name} <span className="console-soft">{name}</span>
                  </dt>
                  <dd>
                    <code>{trigger.functionName}</code>
                  </dd>
                </div>
              ))}
            </dl>
          ))}
      </section>
      <section className="trigger-runs" aria-labelledby="events">
        <h2 id="events">{words.events}</h2>
        {events.length === 0 && <p className="console-soft">{words.noEvents}</p>}
        <ol className="console-list">
          {events.map((event) => (
            <TriggerEventItem key={event.key} event={event} />
          ))}
        </ol>
      </section>
    </div>
  )
}
