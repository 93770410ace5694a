import { useEffect, useState } from 'react'
import { Form, useLocation } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import { openMagicLink, parseMagicLink } from '../../../auth/magic-link.ts'
import { readEmail } from '../../../auth/pending-code.ts'
import { paths } from '../../../navigation/paths.ts'
import { useQuery } from '../../../navigation/use-query.ts'
import { Button } from '../../../ui/button.tsx'
import { useEnvironment } from '../../../ui/environment.tsx'
import { Link } from '../../../ui/link.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { magicLinkWords as words } from '#words/magic-link'
import { textOf } from '../check-form.ts'
import { refuse, refuseFor } from '../form-problems.ts'
import { SignedOutPage } from '../signed-out-page.tsx'
import { useFormPage } from '../use-form-page.ts'
import { goOn } from './go-on-signing-in.ts'
import { linkPath } from './pending-step.ts'

export async function action({ request }: ActionFunctionArgs) {
  const link = parseMagicLink(textOf(await request.formData(), 'link'))
  if (!link) return refuse({ key: 'link-cut', ...words.faults.cut })
  try {
    const outcome = await openMagicLink(link)
    if (typeof outcome === 'string') return refuse({ key: outcome, ...words.faults[outcome] })
    return await goOn(request, outcome, { email: readEmail(), keep: false })
  } catch (error) {
    return await refuseFor(error, 'withoutPassword')
  }
}

/** Where a magic link leads, and before that, where one reads that it is on its way. */
export function Component() {
  const hash = useOpenedHash()
  const { problems, isBusy } = useFormPage()
  const returnTo = useQuery().get('returnTo') ?? undefined
  const email = readEmail()
  const { inboxUrl } = useEnvironment()
  return (
    <SignedOutPage
      page="sign-in"
      title={words.title}
      intro={hash ? words.opened : words.sent(email)}
      hasProblem={problems.length > 0}
      fact={words.fact}
    >
      {hash ? (
        <Form className="auth-form" method="post" action={linkPath(returnTo)}>
          <ProblemSummary problems={problems} />
          <input type="hidden" name="link" value={hash} />
          <Button type="submit" variation="primary" isLarge isBusy={isBusy}>
            {words.submit}
          </Button>
        </Form>
      ) : (
        <p>{words.sentHint}</p>
      )}
      <div className="auth-more">
        {!hash && inboxUrl !== undefined && (
          <a className="link" href={inboxUrl}>
            {words.inbox}
          </a>
        )}
        <Link className="link" to={paths.signIn({ returnTo })}>
          {words.another}
        </Link>
      </div>
    </SignedOutPage>
  )
}

/**
 * What is after the # of a link that was opened. It leaves the address at once: neither the history, nor
 * a picture of the screen, nor a page that comes after has it.
 */
function useOpenedHash(): string {
  const { hash } = useLocation()
  const [opened, setOpened] = useState(hash)
  if (hash !== '' && hash !== opened) setOpened(hash)
  useEffect(() => {
    const { pathname, search, hash: shown } = window.location
    if (shown !== '') window.history.replaceState(window.history.state, '', pathname + search)
  }, [hash])
  return opened
}
