import { accountPaths } from '../../../navigation/account-paths.ts'
import { buttonClass } from '../../../ui/class-names.ts'
import { Link } from '../../../ui/link.tsx'
import { accountCentreWords } from '#words/account-centre'
import { deviceWords } from '#words/account-devices'
import { Row } from '../parts/section.tsx'

const words = accountCentreWords.security

export function SessionsRow() {
  return (
    <Row title={words.sessions} text={words.sessionsText}>
      <Link className={buttonClass()} to={accountPaths.sessions()}>
        {words.manageSessions}
      </Link>
    </Row>
  )
}

export function DevicesRow() {
  return (
    <Row title={deviceWords.title} text={deviceWords.rowText}>
      <Link className={buttonClass()} to={accountPaths.devices()}>
        {deviceWords.manage}
      </Link>
    </Row>
  )
}
