import { useState } from 'react'
import { useLoaderData } from 'react-router-dom'
import { Button } from '../../ui/button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { ConsoleClient } from '../client/console-client.ts'
import { useClient } from '../client/use-client.tsx'
import type { PageRoute } from '../page-route.ts'
import { ConsoleTitle } from '../parts/console-title.tsx'
import { Refusal, useAttempt } from '../parts/use-attempt.tsx'
import { snapshotsWords as words } from '#console-words/snapshots'
import { SnapshotItem, type Snapshot } from './snapshot-item.tsx'

export const snapshotsPage = (client: ConsoleClient): PageRoute => ({
  loader: () => client.get<Snapshot[]>('snapshots'),
  Component: Snapshots,
})

function Snapshots() {
  const snapshots = useLoaderData<Snapshot[]>()
  return (
    <div className="console-page">
      <ConsoleTitle>{words.title}</ConsoleTitle>
      <header className="console-header">
        <PageHeading>{words.title}</PageHeading>
        <p>{words.intro}</p>
      </header>
      <NameForm
        id="save"
        label={words.name}
        button={words.save}
        send={(client, name) => client.send('POST', 'snapshots', { name })}
        done={words.saved}
      />
      {snapshots.length === 0 ? (
        <p className="console-none">{words.none}</p>
      ) : (
        <ul className="console-list">
          {snapshots.map((snapshot) => (
            <SnapshotItem key={snapshot.name} snapshot={snapshot} />
          ))}
        </ul>
      )}
      <section className="card console-item" aria-labelledby="import">
        <h2 id="import">{words.importTitle}</h2>
        <p className="console-soft">{words.importHint}</p>
        <ImportForm />
      </section>
      <section className="card console-item" aria-labelledby="reset">
        <h2 id="reset">{words.resetTitle}</h2>
        <p className="console-soft">{words.resetHint}</p>
        <NameForm
          id="keep-as"
          label={words.resetName}
          button={words.reset}
          send={(client, keepAs) => client.send('POST', 'reset', { keepAs })}
          done={words.resetDone}
        />
      </section>
      <p className="console-soft">{words.secrets}</p>
    </div>
  )
}

interface NameFormProps {
  id: string
  label: string
  button: string
  send: (client: ConsoleClient, name: string) => Promise<unknown>
  done: (name: string) => string
}

function NameForm({ id, label, button, send, done }: NameFormProps) {
  const client = useClient()
  const { attempt, busy, refusal } = useAttempt()
  const [name, setName] = useState('')
  return (
    <form
      className="console-form"
      onSubmit={(event) => {
        event.preventDefault()
        void attempt(id, async () => {
          await send(client, name)
          setName('')
          return done(name)
        })
      }}
    >
      <Refusal>{refusal}</Refusal>
      <div className="field">
        <label className="label" htmlFor={id}>
          {label}
        </label>
        <input
          className="input"
          id={id}
          required
          maxLength={64}
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      <Button type="submit" isBusy={busy !== undefined}>
        {button}
      </Button>
    </form>
  )
}

function ImportForm() {
  const client = useClient()
  const { attempt, busy, refusal } = useAttempt()
  const [file, setFile] = useState<File>()
  return (
    <form
      className="console-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!file) return
        const name = file.name.replace(/(\.tar)?\.gz$|\.tgz$/, '')
        void attempt('import', async () => {
          await client.upload(`snapshots/${encodeURIComponent(name)}`, file)
          return words.imported(name)
        })
      }}
    >
      <Refusal>{refusal}</Refusal>
      <div className="field">
        <label className="label" htmlFor="file">
          {words.file}
        </label>
        <input
          className="input"
          id="file"
          type="file"
          required
          accept=".gz,.tgz,application/gzip"
          onChange={({ target }) => setFile(target.files?.[0])}
        />
      </div>
      <Button type="submit" isBusy={busy !== undefined}>
        {words.import}
      </Button>
    </form>
  )
}
