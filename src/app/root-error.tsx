import { isRouteErrorResponse, useLocation, useRouteError } from 'react-router-dom'
import { paths } from '../navigation/paths.ts'
import { buttonClass } from '../ui/class-names.ts'
import { Link } from '../ui/link.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { words } from '#words/words'

/** For what no page expected. What a person can act on is shown by the page itself. */
export function RootError() {
  const error = useRouteError()
  const { pathname, search } = useLocation()
  return (
    <div className="message-page">
      <PageTitle hasProblem>{words.error.title}</PageTitle>
      <PageHeading>{words.error.title}</PageHeading>
      <p>{isMissingCode(error) ? words.error.offline : words.error.text}</p>
      <div className="actions">
        {/* A full load, since a router that met a broken page may be broken itself. */}
        <a className={buttonClass('primary')} href={pathname + search}>
          {words.error.again}
        </a>
        <Link className={buttonClass()} to={paths.home()}>
          {words.error.home}
        </Link>
        <a className={buttonClass('link')} href={paths.diagnostics()}>
          {words.form.findOut}
        </a>
      </div>
      <details>
        <summary>{words.form.details}</summary>
        <p>
          <code>{nameOf(error)}</code>
        </p>
      </details>
    </div>
  )
}

/** A chunk that did not load: offline, or a newer release has replaced it. */
function isMissingCode(error: unknown): boolean {
  return error instanceof TypeError && /import|module|fetch/i.test(error.message)
}

function nameOf(error: unknown): string {
  if (isRouteErrorResponse(error)) return `${String(error.status)} ${error.statusText}`
  return error instanceof Error ? `${error.name}: ${error.message}` : 'Unknown'
}
