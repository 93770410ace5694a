import './faults.css'
import { useFetcher, useLoaderData } from 'react-router-dom'
import { Button } from '../../ui/button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { ConsoleClient } from '../client/console-client.ts'
import { refusalOf } from '../client/refused.ts'
import type { PageRoute } from '../page-route.ts'
import { ConsoleTitle } from '../parts/console-title.tsx'
import { Outcome, type Done } from '../parts/outcome.tsx'
import { faultsWords as words } from '#console-words/faults'
import type { FaultChange, Faults } from './fault.ts'
import { FaultForm } from './fault-form.tsx'
import { FaultList } from './fault-list.tsx'

export const faultsPage = (client: ConsoleClient): PageRoute => ({
  loader: () => client.get<Faults>('faults'),
  async action({ request }): Promise<Done> {
    const change = (await request.json()) as FaultChange
    try {
      await make(client, change)
      return { done: words.done[change.do] }
    } catch (error) {
      return { problem: refusalOf(error) }
    }
  },
  Component: FaultsPage,
})

function make(client: ConsoleClient, change: FaultChange): Promise<unknown> {
  switch (change.do) {
    case 'add':
      return client.send('POST', 'faults', change.fault)
    case 'remove':
      return client.send('DELETE', `faults/${encodeURIComponent(change.id)}`)
    case 'clear':
      return client.send('DELETE', 'faults')
  }
}

function FaultsPage() {
  const { faults, presets } = useLoaderData<Faults>()
  const fetcher = useFetcher<Done>()
  const isBusy = fetcher.state === 'submitting'
  const submit = (change: FaultChange) =>
    void fetcher.submit(JSON.stringify(change), { method: 'post', encType: 'application/json' })

  return (
    <div className="console-page">
      <ConsoleTitle>{words.title}</ConsoleTitle>
      <header className="console-header">
        <PageHeading>{words.title}</PageHeading>
        <p>{words.intro}</p>
      </header>
      <Outcome done={fetcher.data} />
      <FaultList faults={faults} isBusy={isBusy} submit={submit} />
      <section className="card console-item" aria-labelledby="presets">
        <h2 id="presets">{words.presets}</h2>
        <p className="console-soft">{words.presetsHint}</p>
        <ul className="fault-presets">
          {presets.map(({ name, row }) => (
            <li key={name}>
              <Button
                aria-disabled={isBusy}
                onClick={() => submit({ do: 'add', fault: { preset: name } })}
              >
                {row}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <FaultForm isBusy={isBusy} submit={submit} />
    </div>
  )
}
