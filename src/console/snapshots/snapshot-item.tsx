import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useClient } from '../client/use-client.tsx'
import { bytes } from '../parts/bytes.ts'
import { Refusal, useAttempt } from '../parts/use-attempt.tsx'
import { When } from '../parts/when.tsx'
import { snapshotsWords as words } from '#console-words/snapshots'

export interface Snapshot {
  name: string
  savedAt: string
  sizeBytes: number
  people: number
  objects: number
}

export function SnapshotItem({ snapshot }: { snapshot: Snapshot }) {
  const { name, savedAt, sizeBytes, people, objects } = snapshot
  const path = `snapshots/${encodeURIComponent(name)}`
  const client = useClient()
  const { attempt, busy, refusal } = useAttempt()
  const [asked, setAsked] = useState<'restore' | 'remove'>()

  const work = {
    restore: async () => {
      await client.send('POST', `${path}/restore`)
      setAsked(undefined)
      return words.restored(name)
    },
    remove: async () => {
      await client.send('DELETE', path)
      return words.removed(name)
    },
    download: async () => {
      saveFile(await client.download(path), `${name}.tar.gz`)
      return undefined
    },
  }

  return (
    <li className="card console-item">
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <p className="console-soft">
        <When at={savedAt} /> · {words.facts(people, objects)} · {bytes(sizeBytes)}
      </p>
      <Refusal>{refusal}</Refusal>
      {asked ? (
        <div className="alert alert-warning console-reset" role="group" aria-label={words.of(name)}>
          <p>{asked === 'restore' ? words.restoreAsk(name) : words.removeAsk(name)}</p>
          <div className="actions">
            <Button
              autoFocus
              isBusy={busy === asked}
              onClick={() => void attempt(asked, work[asked])}
            >
              {words.yes[asked]}
            </Button>
            <Button variation="link" onClick={() => setAsked(undefined)}>
              {words.no}
            </Button>
          </div>
        </div>
      ) : (
        <div className="actions" role="group" aria-label={words.of(name)}>
          <Button onClick={() => setAsked('restore')}>{words.restore}</Button>
          <Button
            variation="link"
            isBusy={busy === 'download'}
            onClick={() => void attempt('download', work.download)}
          >
            {words.download}
          </Button>
          <Button variation="link" onClick={() => setAsked('remove')}>
            {words.remove}
          </Button>
        </div>
      )}
    </li>
  )
}

function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
