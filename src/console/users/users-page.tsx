import './users.css'
import { Form, useLoaderData, useNavigation } from 'react-router-dom'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/fields/field.tsx'
import { Link } from '../../ui/link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { ConsoleClient } from '../client/console-client.ts'
import { refusalOf } from '../client/refused.ts'
import type { PageRoute } from '../page-route.ts'
import { ConsoleTitle } from '../parts/console-title.tsx'
import type { Done } from '../parts/outcome.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { usersWords as words } from '#console-words/users'
import { CreateUser, createUser, type NewUser } from './create-user.tsx'
import { usersPath, type ListedUser, type UserPool } from './pool-user.ts'
import { searchable, readUsers, type UserSearch } from './read-users.ts'
import { UserRow } from './user-row.tsx'

interface Read {
  pools: readonly UserPool[]
  search: UserSearch
  users: readonly ListedUser[]
  /** Of the next page. */
  next: string | undefined
  problem: string | undefined
}

export const usersPage = (client: ConsoleClient): PageRoute => ({
  async loader({ request }): Promise<Read> {
    const { searchParams } = new URL(request.url)
    const { UserPools: pools } = await client.call<{ UserPools: UserPool[] }>('ListUserPools', {
      MaxResults: 60,
    })
    const search: UserSearch = {
      pool: searchParams.get('pool') ?? pools[0]?.Id ?? '',
      by: searchable.find((each) => each === searchParams.get('by')) ?? 'email',
      prefix: searchParams.get('q') ?? '',
      after: searchParams.get('after') ?? undefined,
    }
    const nobody = { users: [], next: undefined }
    if (search.pool === '') return { pools, search, ...nobody, problem: undefined }
    try {
      return { pools, search, ...(await readUsers(client, search)), problem: undefined }
    } catch (error) {
      return { pools, search, ...nobody, problem: refusalOf(error) }
    }
  },
  async action({ request }): Promise<Done> {
    try {
      const user = (await request.json()) as NewUser
      await createUser(client, user)
      return { done: words.create.done(user.username) }
    } catch (error) {
      return { problem: refusalOf(error) }
    }
  },
  Component: UsersPage,
})

function UsersPage() {
  const { pools, search, users, next, problem } = useLoaderData<Read>()
  const isBusy = useNavigation().state !== 'idle'
  return (
    <div className="console-page">
      <ConsoleTitle>{words.title}</ConsoleTitle>
      <header className="console-header">
        <PageHeading>{words.title}</PageHeading>
        <p>{words.intro}</p>
      </header>
      {/* Fields have what was searched for, and are anew with another search. */}
      <Form className="console-filters" role="search" key={JSON.stringify(search)}>
        <SelectField
          name="pool"
          label={words.pool}
          defaultValue={search.pool}
          options={pools.map(({ Id, Name }) => [Id, `${Name} (${Id})`])}
        />
        <SelectField
          name="by"
          label={words.by}
          defaultValue={search.by}
          options={searchable.map((each) => [each, words.attributes[each]])}
        />
        <Field
          name="q"
          label={words.prefix}
          type="search"
          defaultValue={search.prefix}
          autoComplete="off"
        />
        <Button type="submit" variation="primary" isBusy={isBusy}>
          {words.find}
        </Button>
      </Form>
      {problem !== undefined && (
        <p className="alert alert-error" role="alert">
          {problem}
        </p>
      )}
      {problem === undefined && users.length === 0 && (
        <p className="console-none" role="status">
          {search.prefix === '' ? words.none : words.noMatch}
        </p>
      )}
      <ul className="users card" hidden={users.length === 0}>
        {users.map((user) => (
          <UserRow key={user.Username} pool={search.pool} user={user} />
        ))}
      </ul>
      <div className="actions">
        {search.after !== undefined && (
          <Link className="button" to={searchPath({ ...search, after: undefined })}>
            {words.first}
          </Link>
        )}
        {next !== undefined && (
          <Link className="button" to={searchPath({ ...search, after: next })}>
            {words.next}
          </Link>
        )}
      </div>
      {search.pool !== '' && <CreateUser pool={search.pool} />}
    </div>
  )
}

function searchPath({ pool, by, prefix, after }: UserSearch): string {
  const rest = new URLSearchParams({ by, q: prefix, ...(after !== undefined && { after }) })
  return `${usersPath(pool)}&${String(rest)}`
}
