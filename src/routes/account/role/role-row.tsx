import { accountPaths } from '../../../navigation/account-paths.ts'
import { buttonClass } from '../../../ui/class-names.ts'
import { Link } from '../../../ui/link.tsx'
import { roleWords as words } from '#words/account-role'
import { Row } from '../parts/section.tsx'

export function RoleRow() {
  return (
    <Row title={words.title} text={words.rowText}>
      <Link className={buttonClass()} to={accountPaths.role()}>
        {words.look}
      </Link>
    </Row>
  )
}
