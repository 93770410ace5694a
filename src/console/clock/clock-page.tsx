import { useFetcher, useLoaderData } from 'react-router-dom'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { ConsoleClient } from '../client/console-client.ts'
import { refusalOf } from '../client/refused.ts'
import type { PageRoute } from '../page-route.ts'
import { ConsoleTitle } from '../parts/console-title.tsx'
import { Outcome, type Done } from '../parts/outcome.tsx'
import { clockWords as words } from '#console-words/clock'
import type { Clock, Move } from './clock.ts'
import { describeOffset } from './describe-offset.ts'
import { Forward } from './forward.tsx'
import { TickingTime } from './ticking-time.tsx'
import './clock.css'

export const clockPage = (client: ConsoleClient): PageRoute => ({
  loader: () => client.get<Clock>('clock'),
  async action({ request }): Promise<Done> {
    try {
      const { reached } = await move(client, (await request.json()) as Move)
      return { done: reached ? words.reached(words.ends[reached.what]) : words.moved }
    } catch (error) {
      return { problem: refusalOf(error) }
    }
  },
  Component: ClockPage,
})

async function move(client: ConsoleClient, to: Move): Promise<Clock> {
  if (!('bySeconds' in to)) return client.send<Clock>('POST', 'clock', to)
  const { offsetSeconds } = await client.get<Clock>('clock')
  return client.send<Clock>('POST', 'clock', { offsetSeconds: offsetSeconds + to.bySeconds })
}

function ClockPage() {
  const { offsetSeconds, now } = useLoaderData<Clock>()
  const fetcher = useFetcher<Done>()
  const submit = (next: Move) =>
    void fetcher.submit({ ...next }, { method: 'post', encType: 'application/json' })

  return (
    <div className="console-page console-narrow">
      <ConsoleTitle>{words.title}</ConsoleTitle>
      <header className="console-header">
        <PageHeading>{words.title}</PageHeading>
        <p>{words.intro}</p>
      </header>
      <section className="card console-item" aria-labelledby="now">
        <h2 id="now">{words.now}</h2>
        <p className="clock-now">
          <TickingTime key={now} from={now} />
        </p>
        <p className="console-soft">{describeOffset(offsetSeconds)}</p>
        <Outcome done={fetcher.data} />
      </section>
      <Forward
        offsetSeconds={offsetSeconds}
        isBusy={fetcher.state === 'submitting'}
        submit={submit}
      />
    </div>
  )
}
