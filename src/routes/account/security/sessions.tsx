import { Form, redirect, useNavigation } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import { readMe } from '../../../auth/account/me.ts'
import { signOutEverywhere } from '../../../auth/account/sign-out-everywhere.ts'
import {
  listUserSessions,
  othersOf,
  revokeOtherSessions,
  revokeUserSession,
  type UserSessions,
} from '../../../auth/account/user-sessions.ts'
import { whenBroughtBack } from '../../../auth/redirect/when-brought-back.ts'
import { noteSignOut } from '../../../auth/session/sign-out-note.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { paths } from '../../../navigation/paths.ts'
import { Button } from '../../../ui/button.tsx'
import { accountCentreWords } from '#words/account-centre'
import { textOf } from '../../auth/check-form.ts'
import { AccountPage } from '../parts/account-page.tsx'
import { Outcome } from '../parts/outcome.tsx'
import { Row, Section } from '../parts/section.tsx'
import { useAccountForm } from '../parts/use-account-form.ts'
import { done, refuseOrLeave, type Task } from '../task.ts'
import { SessionItem } from './session-item.tsx'

const words = accountCentreWords.sessions

export const sessions: Task = {
  async load() {
    const [listed] = await Promise.all([listUserSessions(), readMe()])
    return <Sessions listed={listed} />
  },
  act,
}

/** Nobody has to prove anything to be safer than before. */
async function act({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  try {
    switch (form.get('intent')) {
      case 'end':
        await revokeUserSession(textOf(form, 'session'))
        return await done('session-ended')
      case 'end-others':
        await revokeOtherSessions()
        return await done('others-ended')
      default:
        return await endAll()
    }
  } catch (error) {
    return refuseOrLeave(error, 'account', request)
  }
}

async function endAll() {
  const next = paths.signIn({ returnTo: accountPaths.security(), notice: 'signed-out' })
  const domain = await signOutEverywhere(() => noteSignOut({ domain: 'left', next }))
  if (domain === 'left') await whenBroughtBack()
  return redirect(next)
}

function Sessions({ listed }: { listed: UserSessions }) {
  const { outcome, hasProblem, pending, isBusy } = useAccountForm()
  const ending = useNavigation().formData?.get('session')
  const others = othersOf(listed).length
  return (
    <AccountPage title={words.title} intro={words.intro} hasProblem={hasProblem} isTask>
      <Outcome {...outcome} />
      <Section heading={words.list}>
        {listed.kind === 'list' ? (
          <ul className="account-list">
            {listed.sessions.map((session) => (
              <SessionItem key={session.id} session={session} isBusy={ending === session.id} />
            ))}
          </ul>
        ) : (
          <p className="account-reason">{words.unavailable}</p>
        )}
      </Section>
      <Section>
        {others > 0 && (
          <Row title={words.endOthers(others)} text={words.othersText}>
            <Form method="post" action={accountPaths.sessions()}>
              <Button
                type="submit"
                name="intent"
                value="end-others"
                isBusy={pending === 'end-others'}
              >
                {words.endOthers(others)}
              </Button>
            </Form>
          </Row>
        )}
        <Row title={words.endAll} text={words.endAllText}>
          <Form method="post" action={accountPaths.sessions()}>
            <Button type="submit" isBusy={isBusy && pending === null}>
              {words.endAll}
            </Button>
          </Form>
        </Row>
      </Section>
    </AccountPage>
  )
}
