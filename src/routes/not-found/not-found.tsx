import { Link } from 'react-router-dom'
import { paths } from '../../navigation/paths.ts'
import { buttonClass } from '../../ui/class-names.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { words } from '../../ui/wording/words.ts'

export function Component() {
  return (
    <div className="message-page">
      <PageTitle>{words.notFound.title}</PageTitle>
      <p className="message-code" aria-hidden="true">
        404
      </p>
      <PageHeading>{words.notFound.heading}</PageHeading>
      <p>{words.notFound.text}</p>
      <div className="actions">
        <Link className={buttonClass('primary')} to={paths.home()}>
          {words.notFound.home}
        </Link>
      </div>
    </div>
  )
}
