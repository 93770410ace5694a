import type { InvokeFunction } from '../../core/ports/invoke-function.ts'
import type { Clock } from '../../core/ports/clock.ts'
import { maskJson } from '../requests/mask.ts'

/** An event that a function of a user pool's has been called with. */
interface TriggerEvent {
  /** ISO 8601. */
  at: string
  /** Of the function. */
  arn: string
  /** E.g. `PreSignUp_SignUp`. */
  triggerSource: string
  /** As the function got it; secrets are masked where it is listed. */
  event: unknown
}

export interface TriggerEvents {
  /** Keeps what `invoke` is called with from now on. */
  recorded(invoke: InvokeFunction): InvokeFunction
  /** Newest first; only those of a source when it is given. */
  list(triggerSource?: string): readonly TriggerEvent[]
  clear(): void
}

/** Enough for the flows that somebody has just tried. In memory alone: they are about people. */
const keeps = 100

export function createTriggerEvents(clock: Clock): TriggerEvents {
  const events: TriggerEvent[] = []
  return {
    recorded: (invoke) => (arn, event, caller) => {
      const { triggerSource } = event as { triggerSource?: unknown }
      if (typeof triggerSource === 'string') {
        const at = new Date(clock.now()).toISOString()
        events.unshift({ at, arn, triggerSource, event })
        events.splice(keeps)
      }
      return invoke(arn, event, caller)
    },
    list: (triggerSource) =>
      events
        .filter((one) => triggerSource === undefined || one.triggerSource === triggerSource)
        .map((one) => ({ ...one, event: maskJson(one.event) })),
    clear: () => void events.splice(0),
  }
}
