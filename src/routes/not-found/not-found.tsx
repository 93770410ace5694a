import { paths } from '../../navigation/paths.ts'
import { buttonClass } from '../../ui/class-names.ts'
import { Link } from '../../ui/link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { notFoundWords as words } from '#words/not-found'

export function Component() {
  return (
    <div className="message-page">
      <PageTitle>{words.title}</PageTitle>
      <p className="message-code" aria-hidden="true">
        404
      </p>
      <PageHeading>{words.heading}</PageHeading>
      <p>{words.text}</p>
      <div className="actions">
        <Link className={buttonClass('primary')} to={paths.home()}>
          {words.home}
        </Link>
      </div>
    </div>
  )
}
