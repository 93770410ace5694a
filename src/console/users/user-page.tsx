import './users.css'
import { redirect, useFetcher, useLoaderData } from 'react-router-dom'
import { Link } from '../../ui/link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { ConsoleClient } from '../client/console-client.ts'
import { refusalOf } from '../client/refused.ts'
import type { PageRoute } from '../page-route.ts'
import { ConsoleTitle } from '../parts/console-title.tsx'
import { Outcome, type Done } from '../parts/outcome.tsx'
import { usersWords as words } from '#console-words/users'
import { attributeOf, usersPath } from './pool-user.ts'
import { readUser, type ReadUser } from './read-user.ts'
import { Attributes } from './sections/attributes.tsx'
import { Factors } from './sections/factors.tsx'
import { Groups } from './sections/groups.tsx'
import { Events, Places } from './sections/places.tsx'
import { act, type UserAction } from './user-actions.ts'
import { UserButtons } from './user-buttons.tsx'
import { UserStatus } from './user-status.tsx'

export const userPage = (client: ConsoleClient): PageRoute => ({
  loader: ({ params }) => readUser(client, params['pool'] ?? '', params['username'] ?? ''),
  async action({ request, params }): Promise<Done | Response> {
    const { pool: UserPoolId = '', username: Username = '' } = params
    const action = (await request.json()) as UserAction
    try {
      await act(client, { UserPoolId, Username }, action)
    } catch (error) {
      return { problem: refusalOf(error) }
    }
    return action.do === 'delete'
      ? redirect(usersPath(UserPoolId))
      : { done: words.done[action.do] }
  },
  Component: UserPage,
})

function UserPage() {
  const read = useLoaderData<ReadUser>()
  const fetcher = useFetcher<Done>()
  const { pool, user } = read
  const isBusy = fetcher.state === 'submitting'
  const submit = (action: UserAction) => {
    if (!isBusy) {
      void fetcher.submit(JSON.stringify(action), { method: 'post', encType: 'application/json' })
    }
  }
  const { UserAttributes, Username } = user
  const shown = attributeOf(UserAttributes, 'email') ?? Username

  return (
    <div className="console-page">
      <ConsoleTitle>{shown}</ConsoleTitle>
      <header className="user-header">
        <p>
          <Link className="link" to={usersPath(pool)}>
            {words.title}
          </Link>
        </p>
        <PageHeading>{shown}</PageHeading>
        <p className="console-row">
          <UserStatus user={user} />
          <span className="console-soft">
            {Username} · {pool}
          </span>
        </p>
      </header>
      <Outcome done={fetcher.data} />
      <UserButtons user={user} isBusy={isBusy} submit={submit} />
      <Attributes user={user} isBusy={isBusy} submit={submit} />
      <Groups {...read} isBusy={isBusy} submit={submit} />
      <Factors {...read} isBusy={isBusy} submit={submit} />
      <Places {...read} isBusy={isBusy} submit={submit} />
      <Events events={read.events} />
    </div>
  )
}
