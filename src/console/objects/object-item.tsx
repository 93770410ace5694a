import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useClient } from '../client/use-client.tsx'
import { bytes } from '../parts/bytes.ts'
import { Refusal, useAttempt } from '../parts/use-attempt.tsx'
import { When } from '../parts/when.tsx'
import { objectsWords as words } from '#console-words/objects'

export interface ListedObject {
  key: string
  sizeBytes: number
  lastModified: string
}

interface Head extends Partial<Record<keyof typeof words.head, string>> {
  metadata: Readonly<Record<string, string>>
}

interface Props {
  bucket: string
  prefix: string
  object: ListedObject
}

export function ObjectItem({ bucket, prefix, object: { key, sizeBytes, lastModified } }: Props) {
  const client = useClient()
  const { attempt, busy, refusal } = useAttempt()
  const [head, setHead] = useState<Head>()
  const [isAsked, setIsAsked] = useState(false)
  const place = `buckets/${encodeURIComponent(bucket)}`
  const path = `${place}?${String(new URLSearchParams({ key }))}`
  const name = key.slice(prefix.length)

  async function download(): Promise<undefined> {
    const { url } = await client.send<{ url: string }>('POST', place, { key, isDownload: true })
    // An attachment: the page stays.
    location.assign(url)
  }

  return (
    <li className="card console-item">
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <p className="console-soft">
        {bytes(sizeBytes)} · <When at={lastModified} />
      </p>
      <Refusal>{refusal}</Refusal>
      {head && <Metadata head={head} />}
      {isAsked ? (
        <div className="alert alert-warning console-reset" role="group" aria-label={words.of(name)}>
          <p>{words.removeAsk(name)}</p>
          <div className="actions">
            <Button
              autoFocus
              isBusy={busy === 'remove'}
              onClick={() =>
                void attempt('remove', async () => {
                  await client.send('DELETE', path)
                  return words.removed(name)
                })
              }
            >
              {words.yes}
            </Button>
            <Button variation="link" onClick={() => setIsAsked(false)}>
              {words.no}
            </Button>
          </div>
        </div>
      ) : (
        <div className="actions" role="group" aria-label={words.of(name)}>
          <Button isBusy={busy === 'download'} onClick={() => void attempt('download', download)}>
            {words.download}
          </Button>
          <Button
            variation="link"
            aria-expanded={head !== undefined}
            onClick={() =>
              head
                ? setHead(undefined)
                : void attempt('head', async () => {
                    setHead(await client.get<Head>(path))
                    return undefined
                  })
            }
          >
            {words.more}
          </Button>
          <Button variation="link" onClick={() => setIsAsked(true)}>
            {words.remove}
          </Button>
        </div>
      )}
    </li>
  )
}

function Metadata({ head }: { head: Head }) {
  const lines = [
    ...Object.entries(words.head).map(
      ([name, label]) => [label, head[name as keyof typeof words.head]] as const,
    ),
    ...Object.entries(head.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value] as const),
  ]
  const known = lines.filter(([, value]) => value !== undefined)
  return (
    <pre className="console-pre">
      {known.map(([label, value]) => `${label}: ${value ?? ''}`).join('\n')}
    </pre>
  )
}
