import { Badge } from '@aws-amplify/ui-react'
import type { Happening } from '../../../auth/account/activity.ts'
import { activityWords as words } from '#words/account-activity'
import { accountCentreWords } from '#words/account-centre'
import { browserOn } from '../parts/browser-on.ts'
import { When } from '../parts/when.tsx'

const { sessions } = accountCentreWords

export function HappeningItem({ happening }: { happening: Happening }) {
  const { what, details, isCurrent } = told(happening)
  return (
    <li className="account-item">
      <div>
        <h3 className="account-row-title">
          {what}{' '}
          {isCurrent && (
            <Badge size="small" variation="success">
              {sessions.current}
            </Badge>
          )}
        </h3>
        {details.length > 0 && <p>{details.join(' · ')}</p>}
        <p>
          <When atMs={happening.atMs} />
        </p>
      </div>
    </li>
  )
}

/** In words; what is not known is left out. */
function told(happening: Happening) {
  switch (happening.kind) {
    case 'signed-in': {
      const { session } = happening
      const at = {
        'this-app': [],
        'another-app': [sessions.anotherApp],
        'sign-in-page': [sessions.signInPage],
      }
      const details = [browserOn(session) ?? sessions.unknown, session.place, session.ipAddress]
      return {
        what: words.signedIn,
        details: [...details.filter((part) => part !== undefined), ...at[session.at]],
        isCurrent: session.isCurrent,
      }
    }
    case 'device-added': {
      const { device } = happening
      const details = [browserOn(device) ?? words.unknownDevice, device.ipAddress]
      return {
        what: words.deviceAdded,
        details: details.filter((part) => part !== undefined),
        isCurrent: false,
      }
    }
    case 'passkey-added': {
      const name = happening.passkey.name || accountCentreWords.passkeys.unnamed
      return { what: words.passkeyAdded, details: [name], isCurrent: false }
    }
  }
}
