import type { ThreatProtectionMode } from '../../config.ts'
import type { SecondFactor } from '../../mfa/second-factor.ts'
import type { exceptionFor } from '../settings/addresses.ts'
import type { Assessment } from './assess.ts'
import { leakActionFor, wantedFor } from './decide.ts'
import type { RiskSettings } from '../../config.ts'

/** What was found out about a sign-in whose proof was right. */
interface Findings {
  mode: ThreatProtectionMode
  settings: RiskSettings
  exception: ReturnType<typeof exceptionFor>
  assessment: Assessment
  /** Whether its password is among those that have leaked. */
  isCompromised: boolean
  /** What a second factor would take; `settled` where one was shown. */
  factor: SecondFactor['step'] | 'settled'
}

/** What is done about it. */
export interface PlannedResponse {
  outcome:
    | 'pass'
    /** A second factor is asked for. */
    | 'ask'
    | 'block'
    /** Nobody signs in with that password any more. */
    | 'reset'
    /** The address is one of those that are always blocked. */
    | 'refuse'
  /** Whether the person is told by mail. */
  notify: boolean
}

/**
 * From findings and configuration to what is done. The right order matters: an address that is always
 * blocked is, whatever else there is.
 */
export function planResponse(findings: Findings): PlannedResponse {
  const { mode, settings, exception, assessment, isCompromised } = findings
  if (mode === 'AUDIT') return { outcome: 'pass', notify: false }
  if (exception === 'blocked') return { outcome: 'refuse', notify: false }
  if (isCompromised && leakActionFor(settings, 'SIGN_IN') === 'BLOCK') {
    return { outcome: 'reset', notify: false }
  }
  const { action, notify } = wantedFor(settings, assessment)
  switch (action) {
    case 'NO_ACTION':
      return { outcome: 'pass', notify }
    case 'BLOCK':
      return { outcome: 'block', notify }
    case 'MFA_IF_CONFIGURED':
      return { outcome: canGoOn(findings) ? 'ask' : 'pass', notify }
    case 'MFA_REQUIRED':
      return { outcome: hasFactor(findings) ? 'ask' : 'block', notify }
  }
}

/**
 * AWS's reference of the API has whoever could set a factor up be asked to; the guide's table lets them
 * pass, and its introduction does not.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AccountTakeoverActionType.html
 */
function canGoOn({ factor }: Findings): boolean {
  return factor !== 'none' && factor !== 'impossible'
}

function hasFactor({ factor }: Findings): boolean {
  return factor === 'prove' || factor === 'choose' || factor === 'settled'
}
