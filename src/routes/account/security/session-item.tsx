import { Badge } from '@aws-amplify/ui-react'
import { Form } from 'react-router-dom'
import type { UserSession } from '../../../auth/account/user-sessions.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { Button } from '../../../ui/button.tsx'
import { accountCentreWords } from '#words/account-centre'
import { browserOn } from '../parts/browser-on.ts'
import { exact, When } from '../parts/when.tsx'

const words = accountCentreWords.sessions

export function SessionItem({ session, isBusy }: { session: UserSession; isBusy: boolean }) {
  const { id, isCurrent, at, place, ipAddress, createdAtMs, lastActiveAtMs } = session
  const name = browserOn(session) ?? words.unknown
  const where = [place, ipAddress].filter((part) => part !== undefined)
  return (
    <li className="account-item">
      <div>
        <h3 className="account-row-title">
          {name}{' '}
          {isCurrent && (
            <Badge size="small" variation="success">
              {words.current}
            </Badge>
          )}
        </h3>
        {at !== 'this-app' && <p>{at === 'another-app' ? words.anotherApp : words.signInPage}</p>}
        {where.length > 0 && <p>{where.join(' · ')}</p>}
        <p>
          {words.lastUsed} <When atMs={lastActiveAtMs} />
          {' · '}
          {words.signedIn} <When atMs={createdAtMs} />
        </p>
      </div>
      {!isCurrent && (
        <Form className="account-row-actions" method="post" action={accountPaths.sessions()}>
          <input type="hidden" name="session" value={id} />
          <Button
            type="submit"
            name="intent"
            value="end"
            aria-label={words.endLabel(name, exact(new Date(lastActiveAtMs)))}
            isBusy={isBusy}
          >
            {words.end}
          </Button>
        </Form>
      )}
    </li>
  )
}
