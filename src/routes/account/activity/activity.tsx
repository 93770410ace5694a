import { readActivity, type Activity as Known } from '../../../auth/account/activity.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { buttonClass } from '../../../ui/class-names.ts'
import { Link } from '../../../ui/link.tsx'
import { activityWords as words } from '#words/account-activity'
import { accountCentreWords } from '#words/account-centre'
import { deviceWords } from '#words/account-devices'
import { words as common } from '#words/words'
import { AccountPage } from '../parts/account-page.tsx'
import { Row, Section } from '../parts/section.tsx'
import type { Task } from '../task.ts'
import { HappeningItem } from './happening-item.tsx'

const { security } = accountCentreWords

export const activity: Task = {
  load: async () => <Activity known={await readActivity()} />,
}

function Activity({ known }: { known: Known }) {
  const { happenings, hasSessions } = known
  return (
    <AccountPage title={words.title} intro={words.intro} isTask>
      <Section heading={words.list}>
        {happenings.length > 0 ? (
          <ul className="account-list">
            {happenings.map((happening) => (
              <HappeningItem key={keyOf(happening)} happening={happening} />
            ))}
          </ul>
        ) : (
          <div className="account-empty">
            <h3>{words.none}</h3>
            <p>{words.noneText}</p>
          </div>
        )}
        {!hasSessions && <p className="account-reason">{words.noSessions}</p>}
      </Section>
      <WasItYou known={known} />
      <Section heading={words.missing}>
        <div className="account-reason">
          <p>{words.missingText}</p>
          <details>
            <summary>{common.form.details}</summary>
            <p>
              {common.form.forOperators} {words.operator}
            </p>
          </details>
        </div>
      </Section>
    </AccountPage>
  )
}

/** What keeps a stranger out, in the order in which it does. */
function WasItYou({ known: { me, hasDevices, hasPasskeys } }: { known: Known }) {
  const { provider } = me
  return (
    <Section heading={words.was} intro={words.wasIntro}>
      {provider === undefined ? (
        <Row title={words.password} text={words.passwordText}>
          <Link className={buttonClass()} to={accountPaths.password()}>
            {security.change}
          </Link>
        </Row>
      ) : (
        <Row title={words.provider(provider)} text={words.providerText(provider)} />
      )}
      <Row title={words.sessions} text={words.sessionsText}>
        <Link className={buttonClass()} to={accountPaths.sessions()}>
          {security.manageSessions}
        </Link>
      </Row>
      {hasPasskeys && (
        <Row title={words.passkeys} text={words.passkeysText}>
          <Link className={buttonClass()} to={accountPaths.passkeys()}>
            {security.managePasskeys}
          </Link>
        </Row>
      )}
      {hasDevices && (
        <Row title={words.devices} text={words.devicesText}>
          <Link className={buttonClass()} to={accountPaths.devices()}>
            {deviceWords.manage}
          </Link>
        </Row>
      )}
    </Section>
  )
}

function keyOf(happening: Known['happenings'][number]): string {
  switch (happening.kind) {
    case 'signed-in':
      return `session ${happening.session.id}`
    case 'device-added':
      return `device ${happening.device.id}`
    case 'passkey-added':
      return `passkey ${happening.passkey.id}`
  }
}
