import './flow.css'
import { useState } from 'react'
import type { Exchange } from '../../recorder/exchange.ts'
import { journeysOf } from '../../recorder/journeys.ts'
import { inspectionPaths } from '../../navigation/inspection-paths.ts'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { flowWords as words } from '#words/flow'
import { JourneyDiagram, timeOf } from './journey-diagram.tsx'
import { callOf, hasFailed, stepWords } from './step-words.ts'
import { KnownProvider, useServerLog } from './server-log.tsx'
import { StepDetails } from './step-details.tsx'
import { Toolbar } from './toolbar.tsx'
import { useRecording } from './use-recording.ts'

/** `/flow`: what has been asked of AWS, as it happens. */
export function Component() {
  const recording = useRecording()
  const [filter, setFilter] = useState({ text: '', onlyFailed: false })
  const [beside, setBeside] = useState<readonly string[]>([])
  const { isOn, turn, opened } = recording
  const { known, exchanges } = useServerLog(recording.exchanges, opened === undefined)
  const journeys = journeysOf(exchanges)
    .map((journey) => ({
      ...journey,
      exchanges: journey.exchanges.filter((exchange) => matches(exchange, filter)),
    }))
    .filter(({ exchanges: { length } }) => length > 0)
    .reverse()
  const compared = journeys.filter(({ id }) => beside.includes(id))
  const others = journeys.filter(({ id }) => !beside.includes(id))

  return (
    <div className="flow-page">
      <PageTitle>{words.title}</PageTitle>
      <header className="flow-header">
        <PageHeading>{words.title}</PageHeading>
        <p>{words.intro}</p>
        <p className="flow-switch">
          <span role="status">{isOn ? words.isOn : words.isOff}</span>{' '}
          <Button variation={isOn ? 'plain' : 'primary'} onClick={() => turn(!isOn)}>
            {isOn ? words.switchOff : words.switchOn}
          </Button>
          <Link className="link" to={inspectionPaths.session()}>
            {words.session}
          </Link>
        </p>
      </header>
      <Toolbar {...recording} exchanges={exchanges} filter={filter} setFilter={setFilter} />
      {opened && <p role="status">{words.imported(opened.name)}</p>}
      {exchanges.length === 0 && <p className="flow-none">{words.none}</p>}
      {exchanges.length > 0 && journeys.length === 0 && <p role="status">{words.noMatch}</p>}
      <KnownProvider value={known}>
        {[
          { key: 'beside', list: compared },
          { key: 'others', list: others },
        ].map(({ key, list }) => (
          <div key={key} className={`flow-journeys flow-${key}`}>
            {list.map((journey) => (
              <JourneyDiagram key={journey.id} journey={journey} Details={StepDetails}>
                {journeys.length > 1 && (
                  <Button
                    variation="link"
                    aria-pressed={beside.includes(journey.id)}
                    aria-label={words.besideOf(words.journeys[journey.kind], timeOf(journey))}
                    onClick={() => setBeside(toggled(beside, journey.id))}
                  >
                    {words.beside}
                  </Button>
                )}
              </JourneyDiagram>
            ))}
          </div>
        ))}
      </KnownProvider>
    </div>
  )
}

/** Two at most: a third takes the place of the first. */
function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids.slice(-1), id]
}

function matches(exchange: Exchange, filter: { text: string; onlyFailed: boolean }): boolean {
  if (filter.onlyFailed && !hasFailed(exchange)) return false
  const { phase } = stepWords(exchange)
  const { to, url, error = '', request, response } = exchange
  const said = [callOf(exchange), phase, words.participants[to], url, error]
  const all = [...said, request.body ?? '', response.body ?? ''].join('\n').toLowerCase()
  return all.includes(filter.text.trim().toLowerCase())
}
