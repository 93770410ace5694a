import { Button } from '../../../ui/button.tsx'
import { When } from '../../parts/when.tsx'
import { usersWords as words } from '#console-words/users'
import { attributeOf } from '../pool-user.ts'
import type { AuthEvent, Device, ReadUser, UserSession } from '../read-user.ts'
import type { SectionProps } from '../user-buttons.tsx'

type Props = SectionProps & Pick<ReadUser, 'devices' | 'sessions'>

/** Where somebody is signed in, and which devices are remembered. */
export function Places({ devices, sessions, isBusy, submit }: Props) {
  return (
    <>
      <List title={words.sessions.title} id="sessions" items={sessions} none={words.sessions.none}>
        {(session: UserSession) => (
          <li key={session.SessionId} className="console-row">
            <span>
              {session.DeviceType ?? session.SessionType}{' '}
              <span className="console-soft">
                {session.LastIPAddress}{' '}
                <Moment seconds={session.LastActiveDate ?? session.CreateDate} />
              </span>
            </span>
            <Button
              variation="link"
              aria-disabled={isBusy}
              onClick={() => submit({ do: 'end-session', session: session.SessionId })}
            >
              {words.sessions.end}
            </Button>
          </li>
        )}
      </List>
      <List title={words.devices.title} id="devices" items={devices} none={words.devices.none}>
        {(device: Device) => (
          <li key={device.DeviceKey} className="console-row">
            <span>
              {attributeOf(device.DeviceAttributes ?? [], 'device_name') ?? device.DeviceKey}{' '}
              <span className="console-soft">
                <Moment seconds={device.DeviceLastAuthenticatedDate} />
              </span>
            </span>
            <Button
              variation="link"
              aria-disabled={isBusy}
              onClick={() => submit({ do: 'forget-device', device: device.DeviceKey })}
            >
              {words.devices.forget}
            </Button>
          </li>
        )}
      </List>
    </>
  )
}

/** What somebody did about getting in, and what threat protection made of it. */
export function Events({ events }: { events: readonly AuthEvent[] | undefined }) {
  return (
    <List title={words.events.title} id="events" items={events} none={words.events.none}>
      {({ EventId, EventType, CreationDate, EventResponse, EventRisk, EventContextData }) => (
        <li key={EventId}>
          <strong>{EventType}</strong> {EventResponse}{' '}
          <span className="console-soft">
            <Moment seconds={CreationDate} />{' '}
            {[
              EventRisk?.RiskDecision,
              EventRisk?.RiskLevel,
              EventContextData?.IpAddress,
              EventContextData?.DeviceName,
              EventContextData?.City,
              EventContextData?.Country,
            ]
              // Cognito spells what it does not know `null`.
              .filter((each) => each !== undefined && each !== 'null')
              .join(' · ')}
          </span>
        </li>
      )}
    </List>
  )
}

interface ListProps<Item> {
  title: string
  id: string
  /** Undefined where the pool keeps none. */
  items: readonly Item[] | undefined
  none: string
  children: (item: Item) => React.ReactNode
}

function List<Item>({ title, id, items, none, children }: ListProps<Item>) {
  return (
    <section className="card console-item" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {items === undefined && <p className="console-soft">{words.notKept}</p>}
      {items?.length === 0 && <p className="console-soft">{none}</p>}
      <ul className="user-list">{items?.map(children)}</ul>
    </section>
  )
}

/** @param seconds since the epoch, as Cognito dates things. */
function Moment({ seconds }: { seconds: number | undefined }) {
  return seconds === undefined ? null : <When at={new Date(seconds * 1000).toISOString()} />
}
