import { Link } from '../../ui/link.tsx'
import { usersWords as words } from '#console-words/users'
import { attributeOf, userPath, type ListedUser } from './pool-user.ts'
import { UserStatus } from './user-status.tsx'

/** People are known by address or number; where they have neither, by their username. */
export function UserRow({ pool, user }: { pool: string; user: ListedUser }) {
  const { Username, Attributes } = user
  const email = attributeOf(Attributes, 'email')
  const phone = attributeOf(Attributes, 'phone_number')
  const shown = email ?? phone ?? Username
  return (
    <li className="user">
      <Link className="link" to={userPath(pool, Username)}>
        <bdi>{shown}</bdi>
      </Link>
      <UserStatus user={user} />
      <span className="console-soft">
        <span className="visually-hidden">{words.username}: </span>
        {shown === Username ? attributeOf(Attributes, 'name') : Username}
      </span>
    </li>
  )
}
