import { Form, redirect } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import { readMe } from '../../../auth/account/me.ts'
import { signOutEverywhere } from '../../../auth/account/sign-out-everywhere.ts'
import { whenBroughtBack } from '../../../auth/redirect/when-brought-back.ts'
import { noteSignOut } from '../../../auth/session/sign-out-note.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { paths } from '../../../navigation/paths.ts'
import { Button } from '../../../ui/button.tsx'
import { accountCentreWords } from '#words/account-centre'
import { AccountPage } from '../parts/account-page.tsx'
import { Outcome } from '../parts/outcome.tsx'
import { Row, Section } from '../parts/section.tsx'
import { useAccountForm } from '../parts/use-account-form.ts'
import { refuseOrLeave, type Task } from '../task.ts'

const words = accountCentreWords.sessions

export const sessions: Task = {
  async load() {
    await readMe()
    return <Sessions />
  },
  act,
}

/** Nobody has to prove anything to be safer than before. */
async function act({ request }: ActionFunctionArgs) {
  try {
    const next = paths.signIn({ returnTo: accountPaths.security(), notice: 'signed-out' })
    const domain = await signOutEverywhere(() => noteSignOut({ domain: 'left', next }))
    if (domain === 'left') await whenBroughtBack()
    return redirect(next)
  } catch (error) {
    return refuseOrLeave(error, 'account', request)
  }
}

function Sessions() {
  const { problems, isBusy } = useAccountForm()
  return (
    <AccountPage title={words.title} intro={words.intro} hasProblem={problems.length > 0} isTask>
      <Outcome problems={problems} />
      <Section>
        <Row title={words.endAll} text={words.endAllText}>
          <Form method="post" action={accountPaths.sessions()}>
            <Button type="submit" isBusy={isBusy}>
              {words.endAll}
            </Button>
          </Form>
        </Row>
      </Section>
    </AccountPage>
  )
}
