import { inspectionPaths } from '../../../navigation/inspection-paths.ts'
import { buttonClass } from '../../../ui/class-names.ts'
import { Link } from '../../../ui/link.tsx'
import { accountCentreWords as words } from '#words/account-centre'
import { Row } from '../parts/section.tsx'

export function SessionRow() {
  const { title, text, look } = words.session
  return (
    <Row title={title} text={text}>
      <Link className={buttonClass()} to={inspectionPaths.session()}>
        {look}
      </Link>
    </Row>
  )
}
