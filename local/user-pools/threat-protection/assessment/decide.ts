import type {
  AccountTakeoverActionType,
  EventFilterType,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Assessment } from './assess.ts'
import type { RiskSettings } from '../../config.ts'

type TakeoverAction = NonNullable<AccountTakeoverActionType['EventAction']>

/** What a configuration wants done about a risk. */
interface Wanted {
  action: TakeoverAction
  notify: boolean
}

/** Where a level has no action, none is taken. */
export function wantedFor(
  { AccountTakeoverRiskConfiguration }: RiskSettings,
  { level }: Assessment,
): Wanted {
  const actions = AccountTakeoverRiskConfiguration?.Actions
  const configured = level && actions?.[`${level}Action`]
  return {
    action: configured?.EventAction ?? 'NO_ACTION',
    notify: configured?.Notify ?? false,
  }
}

/** Whether a password that has leaked is looked for, and what comes of one. */
export function leakActionFor(
  { CompromisedCredentialsRiskConfiguration: risk }: RiskSettings,
  event: EventFilterType,
): 'BLOCK' | 'NO_ACTION' | undefined {
  if (!risk) return undefined
  // None named is all.
  const { EventFilter = [] } = risk
  if (EventFilter.length > 0 && !EventFilter.includes(event)) return undefined
  return risk.Actions?.EventAction
}
