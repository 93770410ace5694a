import { Link } from '../../ui/link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ConsoleTitle } from '../parts/console-title.tsx'
import { frameWords as words } from '#console-words/frame'

export function NotFound() {
  return (
    <div className="console-page">
      <ConsoleTitle>{words.notFound.title}</ConsoleTitle>
      <PageHeading>{words.notFound.title}</PageHeading>
      <p>
        <Link className="link" to="/">
          {words.notFound.home}
        </Link>
      </p>
    </div>
  )
}
