import { useEffect, useRef, useState } from 'react'
import { useFetcher } from 'react-router-dom'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/fields/field.tsx'
import type { ConsoleClient } from '../client/console-client.ts'
import { Outcome, type Done } from '../parts/outcome.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { usersWords } from '#console-words/users'

const ways = ['invite', 'create'] as const

export interface NewUser {
  pool: string
  way: (typeof ways)[number]
  username: string
  email: string
  password: string
}

/** Invited by mail with a temporary password, or there at once with a password of their own. */
export async function createUser(client: ConsoleClient, user: NewUser): Promise<void> {
  const { pool: UserPoolId, way, username: Username, email, password } = user
  await client.call('AdminCreateUser', {
    UserPoolId,
    Username,
    ...(way === 'create' ? { MessageAction: 'SUPPRESS' } : { DesiredDeliveryMediums: ['EMAIL'] }),
    UserAttributes:
      email === ''
        ? []
        : [
            { Name: 'email', Value: email },
            { Name: 'email_verified', Value: 'true' },
          ],
  })
  if (way === 'invite') return
  const input = { UserPoolId, Username, Password: password, Permanent: true }
  await client.call('AdminSetUserPassword', input).catch(async (error: unknown) => {
    // With a password that the pool refuses nobody is to be left over.
    await client.call('AdminDeleteUser', { UserPoolId, Username })
    throw error
  })
}

export function CreateUser({ pool }: { pool: string }) {
  const words = usersWords.create
  const fetcher = useFetcher<Done>()
  const form = useRef<HTMLFormElement>(null)
  const [way, setWay] = useState<NewUser['way']>('invite')
  const { data: done } = fetcher
  useEffect(() => {
    if (done && 'done' in done) form.current?.reset()
  }, [done])

  function submit(fields: FormData) {
    const text = (name: string) => {
      const value = fields.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const email = text('email')
    const user: NewUser = {
      pool,
      way,
      email,
      username: text('username') || email,
      password: text('password'),
    }
    void fetcher.submit(JSON.stringify(user), { method: 'post', encType: 'application/json' })
  }

  return (
    <details className="card console-item">
      <summary>{words.title}</summary>
      <form
        ref={form}
        className="console-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (fetcher.state !== 'submitting') submit(new FormData(event.currentTarget))
        }}
      >
        <div className="console-filters users-fields">
          <SelectField
            name="way"
            label={words.way}
            value={way}
            onChange={(value) => setWay(ways.find((each) => each === value) ?? 'invite')}
            options={ways.map((each) => [each, words.ways[each]])}
          />
          <Field name="email" label={words.email} type="email" required autoComplete="off" />
          <Field
            name="username"
            label={words.username}
            hint={words.usernameHint}
            autoComplete="off"
          />
          {way === 'create' && (
            <Field
              name="password"
              label={words.password}
              hint={words.passwordHint}
              required
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </div>
        <Button type="submit" variation="primary" isBusy={fetcher.state === 'submitting'}>
          {words.submit[way]}
        </Button>
      </form>
      <Outcome done={done} />
    </details>
  )
}
