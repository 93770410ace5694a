import { accountPaths } from '../../../navigation/account-paths.ts'
import { buttonClass } from '../../../ui/class-names.ts'
import { Link } from '../../../ui/link.tsx'
import { activityWords as words } from '#words/account-activity'
import { Row } from '../parts/section.tsx'

export function ActivityRow() {
  return (
    <Row title={words.title} text={words.rowText}>
      <Link className={buttonClass()} to={accountPaths.activity()}>
        {words.look}
      </Link>
    </Row>
  )
}
