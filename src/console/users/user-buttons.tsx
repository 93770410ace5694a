import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/fields/field.tsx'
import { usersWords as words } from '#console-words/users'
import type { DescribedUser } from './pool-user.ts'
import type { UserAction } from './user-actions.ts'

export interface SectionProps {
  isBusy: boolean
  submit: (action: UserAction) => void
}

/** What can be done to the user as a whole: what their status lets one do, and no more. */
export function UserButtons({ user, isBusy, submit }: SectionProps & { user: DescribedUser }) {
  const { UserStatus, Enabled } = user
  const offered = [
    UserStatus === 'UNCONFIRMED' && ('confirm' as const),
    UserStatus === 'FORCE_CHANGE_PASSWORD' && ('invite-again' as const),
    Enabled ? ('disable' as const) : ('enable' as const),
    UserStatus === 'CONFIRMED' && ('reset' as const),
    'sign-out' as const,
  ].filter((each) => each !== false)
  return (
    <section className="card console-item" aria-labelledby="actions">
      <h2 id="actions">{words.actions.title}</h2>
      <div className="actions">
        {offered.map((each) => (
          <Button key={each} aria-disabled={isBusy} onClick={() => submit({ do: each })}>
            {words.actions[each]}
          </Button>
        ))}
        <Delete isBusy={isBusy} submit={submit} />
      </div>
      <SetPassword isBusy={isBusy} submit={submit} />
    </section>
  )
}

/** Asked twice: nothing brings them back. */
function Delete({ isBusy, submit }: SectionProps) {
  const [isAsked, setIsAsked] = useState(false)
  if (!isAsked) return <Button onClick={() => setIsAsked(true)}>{words.actions.delete}</Button>
  return (
    <span className="console-row" role="group" aria-label={words.actions.delete}>
      <Button autoFocus isBusy={isBusy} onClick={() => submit({ do: 'delete' })}>
        {words.actions.deleteYes}
      </Button>
      <Button variation="link" onClick={() => setIsAsked(false)}>
        {words.actions.deleteNo}
      </Button>
    </span>
  )
}

function SetPassword({ isBusy, submit }: SectionProps) {
  const [password, setPassword] = useState('')
  return (
    <form
      className="user-inline"
      onSubmit={(event) => {
        event.preventDefault()
        submit({ do: 'set-password', password })
      }}
    >
      <Field
        name="password"
        label={words.actions.password}
        value={password}
        onChange={({ target }) => setPassword(target.value)}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <Button type="submit" aria-disabled={isBusy}>
        {words.actions['set-password']}
      </Button>
    </form>
  )
}
