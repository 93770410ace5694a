import { emailPool } from './user-pool-config.ts'
import type { RunningUserPools } from './user-pools.ts'

/** What a trigger is asked to word. */
export interface MessageEvent {
  triggerSource: string
  userName: string
  callerContext: { clientId: string }
  request: {
    userAttributes: Record<string, string>
    codeParameter: string
    [name: string]: unknown
  }
}

const CustomMessage = 'arn:aws:lambda:us-east-1:000000000000:function:custom-message'

/** A pool that signs in by e-mail and has its messages worded by a function. */
export function wordedPool(): ReturnType<typeof emailPool> {
  return emailPool({ triggers: { CustomMessage } })
}

/** A function that words messages as `write` does, and keeps what it was asked. */
export function wording(write: (event: MessageEvent) => object) {
  const events: MessageEvent[] = []
  const invoke = (_arn: string, event: object) => {
    events.push(event as MessageEvent)
    return Promise.resolve({ ...event, response: write(event as MessageEvent) })
  }
  return { events, invoke }
}

/** A function that words nothing until it is let go on. */
export function waitingFunction() {
  let goOn: () => void = () => undefined
  let isAsked: () => void = () => undefined
  const released = new Promise<void>((resolve) => (goOn = resolve))
  const asked = new Promise<void>((resolve) => (isAsked = resolve))
  const invoke = async (_arn: string, event: object) => {
    isAsked()
    await released
    return event
  }
  return { asked, goOn, invoke }
}

/** From now on the pool of a test asks its function. */
export function wordFromNowOn({ pools }: RunningUserPools): void {
  pools[0] = { ...pools[0]!, triggers: { CustomMessage } }
}
