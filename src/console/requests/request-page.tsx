import '../../routes/flow/flow.css'
import './requests.css'
import { useLoaderData } from 'react-router-dom'
import type { ConsoleClient } from '../client/console-client.ts'
import { JourneyDiagram } from '../../routes/flow/journey-diagram.tsx'
import { CheckList } from '../../routes/flow/server-checks.tsx'
import type { Journey } from '../../recorder/journeys.ts'
import { Link } from '../../ui/link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { PageRoute } from '../page-route.ts'
import { ConsoleTitle } from '../parts/console-title.tsx'
import { When } from '../parts/when.tsx'
import { requestsWords as words } from '#console-words/requests'
import { hasFailed, nameOf, senderOf, type OpenedRequest } from './logged-request.ts'
import { Messages } from './messages.tsx'
import { readJourney } from './read-journey.ts'
import { Answer } from './request-row.tsx'
import { StepInLog } from './step-in-log.tsx'

interface Read {
  opened: OpenedRequest
  journey: Journey | undefined
}

export const requestPage = (client: ConsoleClient): PageRoute => ({
  async loader({ params }): Promise<Read> {
    const opened = await client.get<OpenedRequest>(`requests/${params['id'] ?? ''}`)
    return { opened, journey: await readJourney(client, opened) }
  },
  Component: RequestPage,
})

function RequestPage() {
  const { opened, journey } = useLoaderData<Read>()
  const { operation, at } = opened
  return (
    <div className="console-page">
      <ConsoleTitle>{operation}</ConsoleTitle>
      <header className={hasFailed(opened) ? 'request-header request-failed' : 'request-header'}>
        <p>
          <Link className="link" to="/requests">
            {words.title}
          </Link>
        </p>
        <PageHeading>{operation}</PageHeading>
        <p>
          <Answer request={opened} />
        </p>
        <p className="console-soft">
          {nameOf(opened.service)} · <When at={at} /> ·{' '}
          <bdi>{senderOf(opened) ?? words.nobody}</bdi>
        </p>
      </header>
      <section className="card request-card" aria-labelledby="sent">
        <h2 id="sent">{words.sent}</h2>
        <Messages opened={opened} />
      </section>
      <section className="card request-card" aria-labelledby="checks">
        <h2 id="checks">{words.checks}</h2>
        {opened.checks.length === 0 ? (
          <p className="console-soft">{words.noChecks}</p>
        ) : (
          <CheckList checks={opened.checks} />
        )}
      </section>
      <section className="request-picture" aria-labelledby="picture">
        <h2 id="picture">{words.picture}</h2>
        <p className="console-soft">{journey ? words.pictureOf : words.noPicture}</p>
        {journey && (
          <JourneyDiagram journey={journey} Details={StepInLog} sender={senderOf(opened)} />
        )}
      </section>
    </div>
  )
}
