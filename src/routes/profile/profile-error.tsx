import { useRouteError } from 'react-router-dom'
import { paths } from '../../navigation/paths.ts'
import { buttonClass } from '../../ui/class-names.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { profileWords } from '#words/profile'
import { words } from '#words/words'

/** For faults in the page itself. The draft is in the tab's storage and comes back with the page. */
export function ProfileError() {
  const error = useRouteError()
  return (
    <div className="message-page">
      <PageTitle hasProblem>{profileWords.title}</PageTitle>
      <PageHeading>{profileWords.crash.heading}</PageHeading>
      <p>{profileWords.crash.text}</p>
      <div className="actions">
        <a className={buttonClass('primary')} href={paths.profile()}>
          {profileWords.again}
        </a>
      </div>
      <details>
        <summary>{words.form.details}</summary>
        <p>
          <code>{error instanceof Error ? `${error.name}: ${error.message}` : 'Unknown'}</code>
        </p>
      </details>
    </div>
  )
}
