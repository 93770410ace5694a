import { Form } from 'react-router-dom'
import { readSignedInAs } from '../../../auth/session/session.ts'
import { paths } from '../../../navigation/paths.ts'
import { parseReturnTo } from '../../../navigation/return-to.ts'
import { useHydrated, useQuery } from '../../../navigation/use-query.ts'
import { Button } from '../../../ui/button.tsx'
import { buttonClass } from '../../../ui/class-names.ts'
import { Link } from '../../../ui/link.tsx'
import { accountWords } from '#words/account'

/** Continue as whoever is here, or make room for somebody else, who begins at `page`. */
export function AlreadySignedIn({ page }: { page: 'sign-in' | 'sign-up' }) {
  const isHydrated = useHydrated()
  const returnTo = useQuery().get('returnTo')
  const email = isHydrated ? readSignedInAs() : undefined
  const { continue: continueLabel, alreadyAs, alreadyUnnamed } = accountWords.signIn
  return (
    <div className="already-signed-in">
      <p>{email === undefined ? alreadyUnnamed : alreadyAs(email)}</p>
      <div className="actions">
        <Link
          className={buttonClass('primary')}
          to={isHydrated ? parseReturnTo(returnTo, window.location.origin) : paths.profile()}
        >
          {continueLabel}
        </Link>
        <Form method="post" action={paths.signOut()}>
          <input type="hidden" name="next" value={page} />
          <input type="hidden" name="returnTo" value={returnTo ?? ''} />
          <Button type="submit">{accountWords.signIn.switch}</Button>
        </Form>
      </div>
    </div>
  )
}
