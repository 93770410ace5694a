import { useState } from 'react'
import { useLoaderData } from 'react-router-dom'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { ConsoleClient } from '../client/console-client.ts'
import { useClient } from '../client/use-client.tsx'
import type { PageRoute } from '../page-route.ts'
import { ConsoleTitle } from '../parts/console-title.tsx'
import { Refusal, useAttempt } from '../parts/use-attempt.tsx'
import { permissionsWords as words } from '#console-words/permissions'
import { PermissionAnswer, type Answered } from './permission-answer.tsx'
import { RoleItem, type Role } from './role-item.tsx'

interface Identity {
  id: string
  logins: { providerName: string; subject: string }[]
}

interface Read {
  identities: Identity[]
  roles: Role[]
  bucket: string
}

export const permissionsPage = (client: ConsoleClient): PageRoute => ({
  async loader(): Promise<Read> {
    const [{ identities }, roles, buckets] = await Promise.all([
      client.get<{ identities: Identity[] }>('identities'),
      client.get<Role[]>('roles'),
      client.get<{ name: string }[]>('buckets'),
    ])
    return { identities, roles, bucket: buckets[0]?.name ?? 'bucket' }
  },
  Component: Permissions,
})

function Permissions() {
  const read = useLoaderData<Read>()
  return (
    <div className="console-page">
      <ConsoleTitle>{words.title}</ConsoleTitle>
      <header className="console-header">
        <PageHeading>{words.title}</PageHeading>
        <p>{words.intro}</p>
      </header>
      {read.roles.length === 0 ? <p className="console-none">{words.nobody}</p> : <Ask {...read} />}
      <section className="console-page" aria-labelledby="roles">
        <h2 id="roles">{words.rolesTitle}</h2>
        <ul className="console-list">
          {read.roles.map((role) => (
            <RoleItem key={role.arn} role={role} />
          ))}
        </ul>
      </section>
    </div>
  )
}

function Ask({ identities, roles, bucket }: Read) {
  const client = useClient()
  const announce = useAnnounce()
  const { attempt, busy, refusal } = useAttempt()
  const [answer, setAnswer] = useState<Answered>()
  const [who, setWho] = useState(identities[0]?.id ?? roles[0]?.arn ?? '')

  async function ask(form: FormData): Promise<undefined> {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const tags = pairsOf(text('tags'))
    const answered = await client.send<Answered>('POST', 'simulate-principal-policy', {
      [who.startsWith('arn:') ? 'roleArn' : 'identityId']: who,
      action: text('action'),
      resource: text('resource'),
      context: pairsOf(text('context')),
      ...(Object.keys(tags).length > 0 && { principalTags: tags }),
    })
    setAnswer(answered)
    announce(words.decision[answered.decision])
  }

  return (
    <>
      <form
        className="console-form"
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          setAnswer(undefined)
          void attempt('ask', () => ask(form))
        }}
      >
        <Refusal>{refusal}</Refusal>
        <div className="field">
          <label className="label" htmlFor="who">
            {words.who}
          </label>
          <select
            className="input"
            id="who"
            value={who}
            onChange={({ target }) => setWho(target.value)}
          >
            <optgroup label={words.identities}>
              {identities.map(({ id, logins }) => (
                <option key={id} value={id}>
                  {`${id} (${logins.map(({ providerName }) => providerName).join(', ') || words.guest})`}
                </option>
              ))}
            </optgroup>
            <optgroup label={words.roles}>
              {roles.map(({ arn, name }) => (
                <option key={arn} value={arn}>
                  {name}
                </option>
              ))}
            </optgroup>
          </select>
        </div>
        <Field name="action" label={words.action} value="s3:GetObject" />
        <Field
          key={who}
          name="resource"
          label={words.resource}
          value={`arn:aws:s3:::${bucket}/users/${who.startsWith('arn:') ? '' : `${who}/`}profile.json`}
        />
        <Lines name="context" label={words.context} />
        <Lines name="tags" label={words.tags} />
        <Button type="submit" isBusy={busy !== undefined}>
          {words.ask}
        </Button>
      </form>
      {answer && <PermissionAnswer answer={answer} />}
    </>
  )
}

function Field({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div className="field">
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <input
        className="input"
        id={name}
        name={name}
        required
        autoComplete="off"
        spellCheck={false}
        defaultValue={value}
      />
    </div>
  )
}

function Lines({ name, label }: { name: string; label: string }) {
  return (
    <div className="field">
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <textarea className="input" id={name} name={name} rows={2} spellCheck={false} />
    </div>
  )
}

function pairsOf(lines: string): Record<string, string> {
  return Object.fromEntries(
    lines.split('\n').flatMap((line) => {
      const at = line.indexOf('=')
      return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()]] : []
    }),
  )
}
