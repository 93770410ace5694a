import type { UserPoolConfig } from '../../../local/user-pools/config.ts'
import { FunctionError } from '../../../local/core/ports/invoke-function.ts'
import type { TriggerName } from '../../../local/user-pools/triggers/trigger-table.ts'

interface TriggerEvent {
  version: string
  userName: string
  triggerSource: string
  callerContext: { clientId: string }
  request: Record<string, unknown>
  response: Record<string, unknown>
}

/** What a trigger answers, by its name: `response`, or an Error that it throws. */
type Answers = Partial<Record<TriggerName, (event: TriggerEvent) => object | Error>>

const arnOf = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`

/** A pool's `triggers`: a function for each name. */
export function triggersOf(...names: TriggerName[]): Pick<UserPoolConfig, 'triggers'> {
  return { triggers: Object.fromEntries(names.map((name) => [name, arnOf(name)])) }
}

/** Functions that answer as they are told, or with what they find, and keep their events in order. */
export function recordTriggers(answers: Answers = {}) {
  const events: TriggerEvent[] = []
  const invoke = async (arn: string, given: object): Promise<unknown> => {
    const event = given as TriggerEvent
    events.push(structuredClone(event))
    const name = arn.split(':').at(-1) as TriggerName
    const answer = answers[name]?.(event) ?? event.response
    // The real one answers later, too.
    await Promise.resolve()
    if (answer instanceof Error) throw new FunctionError('threw', answer.message)
    return { ...event, response: answer }
  }
  return {
    events,
    invoke,
    /** What has run, in order, since it was asked last. */
    log: () => events.splice(0).map(({ triggerSource }) => triggerSource),
  }
}
