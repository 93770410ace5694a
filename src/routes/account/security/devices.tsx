import { Badge } from '@aws-amplify/ui-react'
import { Form } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import {
  forgetDevice,
  listDevices,
  rememberDevice,
  type Device,
} from '../../../auth/account/devices.ts'
import { readMe, type Me } from '../../../auth/account/me.ts'
import { readOffers } from '../../../auth/account/offers.ts'
import { readFactors } from '../../../auth/account/security.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { Button } from '../../../ui/button.tsx'
import { deviceWords as words } from '#words/account-devices'
import { textOf } from '../../auth/check-form.ts'
import { AccountPage } from '../parts/account-page.tsx'
import { browserOn } from '../parts/browser-on.ts'
import { Outcome } from '../parts/outcome.tsx'
import { Row, Section } from '../parts/section.tsx'
import { useAccountForm } from '../parts/use-account-form.ts'
import { exact, When } from '../parts/when.tsx'
import { done, refuseOrLeave, requireFreshProof, type Task } from '../task.ts'

export const devices: Task = {
  async load() {
    const [me, listed, { secondFactors }, offers] = await Promise.all([
      readMe(),
      listDevices(),
      readFactors(),
      readOffers(),
    ])
    // Where devices are remembered without being asked, this one is.
    const canRemember = secondFactors.on.length > 0 && offers.devices !== 'always'
    return <Devices me={me} devices={listed} canRemember={canRemember} />
  },
  act,
}

async function act({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = textOf(form, 'device')
  // Whoever forgets one is safer than before.
  if (id === '') await requireFreshProof(request)
  try {
    await (id === '' ? rememberDevice() : forgetDevice(id))
    return await done(id === '' ? 'device-remembered' : 'device-forgotten')
  } catch (error) {
    return refuseOrLeave(error, 'account', request)
  }
}

interface Props {
  me: Me
  devices: readonly Device[]
  canRemember: boolean
}

function Devices({ me, devices: listed, canRemember }: Props) {
  const { outcome, hasProblem, pending } = useAccountForm()
  return (
    <AccountPage title={words.title} intro={words.intro} hasProblem={hasProblem} isTask>
      <Outcome {...outcome} />
      <Section>
        {listed.length > 0 ? (
          <ul className="account-list">
            {listed.map((device) => (
              <DeviceItem key={device.id} device={device} />
            ))}
          </ul>
        ) : (
          <div className="account-empty">
            <h2>{words.none}</h2>
            <p>{me.provider === undefined ? words.noneText : words.noneProvider(me.provider)}</p>
          </div>
        )}
      </Section>
      {canRemember && listed.some(({ isCurrent }) => isCurrent) && (
        <Section>
          <Row title={words.remember} text={words.rememberText}>
            <Form method="post" action={accountPaths.devices()}>
              <Button type="submit" name="intent" value="remember" isBusy={pending === 'remember'}>
                {words.remember}
              </Button>
            </Form>
          </Row>
        </Section>
      )}
    </AccountPage>
  )
}

function DeviceItem({ device }: { device: Device }) {
  const { pending } = useAccountForm()
  const { id, isCurrent, ipAddress, createdAtMs, lastUsedAtMs } = device
  const name = browserOn(device) ?? words.unknown
  const used = lastUsedAtMs === undefined ? '' : exact(new Date(lastUsedAtMs))
  return (
    <li className="account-item">
      <div>
        <h2>
          {name}{' '}
          {isCurrent && (
            <Badge size="small" variation="success">
              {words.current}
            </Badge>
          )}
        </h2>
        {ipAddress !== undefined && <p>{ipAddress}</p>}
        <p>
          {lastUsedAtMs !== undefined && (
            <>
              {words.lastUsed} <When atMs={lastUsedAtMs} />
            </>
          )}
          {createdAtMs !== undefined && (
            <>
              {' · '}
              {words.added} <When atMs={createdAtMs} />
            </>
          )}
        </p>
      </div>
      <Form className="account-row-actions" method="post" action={accountPaths.devices()}>
        <input type="hidden" name="device" value={id} />
        <Button
          type="submit"
          name="intent"
          value={id}
          aria-label={words.forgetLabel(name, used)}
          isBusy={pending === id}
        >
          {words.forget}
        </Button>
      </Form>
    </li>
  )
}
