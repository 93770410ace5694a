import { useLocation, useNavigate, useRouteError } from 'react-router-dom'
import { Button } from '../../ui/button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { LockedError } from '../client/refused.ts'
import { ConsoleTitle } from '../parts/console-title.tsx'
import { frameWords as words } from '#console-words/frame'

/** What a page could not be read for. Who is locked out sees the frame's own page. */
export function PageError() {
  const error = useRouteError()
  const navigate = useNavigate()
  const location = useLocation()
  if (error instanceof LockedError) return null
  return (
    <div className="console-page console-narrow">
      <ConsoleTitle>{words.broken.title}</ConsoleTitle>
      <PageHeading>{words.broken.title}</PageHeading>
      <p role="alert">{error instanceof Error ? error.message : String(error)}</p>
      <p>{words.broken.hint}</p>
      <p>
        <Button variation="primary" onClick={() => void navigate(location, { replace: true })}>
          {words.broken.again}
        </Button>
      </p>
    </div>
  )
}
