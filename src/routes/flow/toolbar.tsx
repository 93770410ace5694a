import { useId, useState } from 'react'
import { clearExchanges } from '../../recorder/log.ts'
import { parseRecording, toJson, toMermaid } from '../../recorder/export.ts'
import { Button } from '../../ui/button.tsx'
import { flowWords as words } from '#words/flow'
import { saveFile } from './save-file.ts'
import { stepWords } from './step-words.ts'
import { toSvg } from './to-svg.ts'
import type { useRecording } from './use-recording.ts'

interface Filter {
  text: string
  onlyFailed: boolean
}

type Recorded = Pick<ReturnType<typeof useRecording>, 'exchanges' | 'opened' | 'setOpened'>

interface Props extends Recorded {
  filter: Filter
  setFilter: (filter: Filter) => void
}

/** What can be done with all of a recording. */
export function Toolbar({ exchanges, opened, setOpened, filter, setFilter }: Props) {
  const id = useId()
  const [isNone, setIsNone] = useState(false)
  async function open(file: File | undefined) {
    if (!file) return
    try {
      setOpened({ name: file.name, exchanges: parseRecording(await file.text()) })
      setIsNone(false)
    } catch {
      setIsNone(true)
    }
  }
  return (
    <div className="flow-toolbar">
      <div className="field">
        <label className="label" htmlFor={`${id}-filter`}>
          {words.filter}
        </label>
        <p className="hint" id={`${id}-hint`}>
          {words.filterHint}
        </p>
        <input
          className="input"
          id={`${id}-filter`}
          type="search"
          aria-describedby={`${id}-hint`}
          value={filter.text}
          onChange={({ target }) => setFilter({ ...filter, text: target.value })}
        />
      </div>
      <label className="flow-check">
        <input
          type="checkbox"
          checked={filter.onlyFailed}
          onChange={({ target }) => setFilter({ ...filter, onlyFailed: target.checked })}
        />{' '}
        {words.onlyFailed}
      </label>
      <div className="flow-actions">
        {exchanges.length > 0 && (
          <>
            <Button onClick={() => saveFile('flow.json', 'application/json', toJson(exchanges))}>
              {words.exportJson}
            </Button>
            <Button onClick={() => saveFile('flow.svg', 'image/svg+xml', toSvg(exchanges))}>
              {words.exportSvg}
            </Button>
            <Button
              onClick={() =>
                saveFile(
                  'flow.mmd',
                  'text/plain',
                  toMermaid(
                    exchanges,
                    (participant) => words.participants[participant],
                    (exchange) => stepWords(exchange).phase,
                  ),
                )
              }
            >
              {words.exportMermaid}
            </Button>
          </>
        )}
        {opened ? (
          <Button onClick={() => setOpened(undefined)}>{words.backToOwn}</Button>
        ) : (
          exchanges.length > 0 && <Button onClick={clearExchanges}>{words.clear}</Button>
        )}
      </div>
      <div className="field">
        <label className="label" htmlFor={`${id}-file`}>
          {words.import}
        </label>
        <input
          id={`${id}-file`}
          type="file"
          accept="application/json,.json"
          aria-describedby={`${id}-problem`}
          onChange={({ target }) => void open(target.files?.[0])}
        />
        <p className="field-error" id={`${id}-problem`} role="alert">
          {isNone && words.notRecording}
        </p>
      </div>
    </div>
  )
}
