import { readSecurity, type Security } from '../../auth/account/security.ts'
import { accountPaths } from '../../navigation/account-paths.ts'
import { buttonClass } from '../../ui/class-names.ts'
import { Link } from '../../ui/link.tsx'
import { accountCentreWords as words } from '#words/account-centre'
import { ActivityRow } from './activity/activity-row.tsx'
import { AccountPage } from './parts/account-page.tsx'
import { Row, Section } from './parts/section.tsx'
import { RoleRow } from './role/role-row.tsx'
import { SessionRow } from './role/session-row.tsx'
import { SessionsRow } from './security/place-rows.tsx'
import { PasskeysRow, PasswordRow } from './security/sign-in-rows.tsx'
import { AppRow } from './security/second-step-rows.tsx'
import type { Task } from './task.ts'

export const overview: Task = {
  load: async () => <Overview security={await readSecurity()} />,
}

/** `/account`: all of it at a glance. */
function Overview({ security }: { security: Security }) {
  return (
    <AccountPage title={words.title} intro={words.overview.intro}>
      <Section>
        <Row title={words.overview.signedInAs} text={security.me.email || security.me.username} />
      </Section>
      <Section>
        <Row title={words.nav.personal} text={words.overview.personal}>
          <Link
            className={buttonClass()}
            to={accountPaths.personal()}
            aria-label={words.overview.manage(words.nav.personal)}
          >
            {words.overview.open}
          </Link>
        </Row>
      </Section>
      <Section heading={words.nav.security}>
        <PasswordRow security={security} />
        <PasskeysRow security={security} />
        <AppRow security={security} />
        <SessionsRow />
        <ActivityRow />
      </Section>
      <Section>
        <Row title={words.nav.logins} text={words.overview.logins}>
          <Link
            className={buttonClass()}
            to={accountPaths.logins()}
            aria-label={words.overview.manage(words.nav.logins)}
          >
            {words.overview.open}
          </Link>
        </Row>
        <RoleRow />
        <SessionRow />
        <Row title={words.nav.delete} text={words.overview.delete}>
          <Link className={buttonClass()} to={accountPaths.delete()}>
            {words.nav.delete}
          </Link>
        </Row>
      </Section>
    </AccountPage>
  )
}
