import { Form } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import { readGroupsAndRole, type GroupsAndRole } from '../../../auth/account/role.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { Button } from '../../../ui/button.tsx'
import { roleWords as words } from '#words/account-role'
import { textOf } from '../../auth/check-form.ts'
import { AccountPage } from '../parts/account-page.tsx'
import { Outcome } from '../parts/outcome.tsx'
import { Row, Section } from '../parts/section.tsx'
import { useAccountForm } from '../parts/use-account-form.ts'
import { refuseOrLeave, type Task } from '../task.ts'
import { hasExample } from '../../../auth/pool-config.ts'
import { findRights, RightsSection } from './rights.tsx'
import { readNote, saveNote, SharedNote } from './shared-note.tsx'
import { readWelcome, WelcomeObject } from './welcome-object.tsx'

export const role: Task = {
  load: async () => (
    <Role {...await readGroupsAndRole()} hasWelcome={await hasExample('WELCOME')} />
  ),
  act,
}

async function act({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  switch (form.get('intent')) {
    case 'try':
      return findRights()
    case 'read':
      return readNote()
    case 'welcome':
      return readWelcome()
    case 'save':
      return saveNote({ text: textOf(form, 'note'), etag: textOf(form, 'etag') || undefined })
    default:
      return lookAgain(request)
  }
}

async function lookAgain(request: Request) {
  try {
    await readGroupsAndRole({ isRenewed: true })
    return null
  } catch (error) {
    return refuseOrLeave(error, 'account', request)
  }
}

/** `/account/role`: what AWS lets somebody do here, and that it does. */
function Role({ groups, preferredRole, hasWelcome }: GroupsAndRole & { hasWelcome: boolean }) {
  const { outcome, hasProblem, isBusy } = useAccountForm()
  return (
    <AccountPage title={words.title} intro={words.intro} hasProblem={hasProblem}>
      <Outcome {...outcome} />
      <Section heading={words.who}>
        <Row title={words.groups} text={groups.length > 0 ? groups.join(', ') : words.noGroups} />
        <Row title={words.role} text={preferredRole ?? words.everybody} />
        <Row title={words.again} text={words.againText}>
          <Form method="post" action={accountPaths.role()}>
            <Button type="submit" isBusy={isBusy}>
              {words.again}
            </Button>
          </Form>
        </Row>
      </Section>
      <RightsSection />
      <SharedNote />
      {hasWelcome && <WelcomeObject />}
    </AccountPage>
  )
}
