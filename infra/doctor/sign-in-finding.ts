import type { AppConfig } from '../../src/config/app-config.ts'
import type { Finding } from '../../src/doctor/finding.ts'
import { signInWords } from './sign-in.en.ts'

/** Why nobody could be signed in, as what the check `account` has found. */
export function signInFinding(error: unknown, { userPoolClientId }: AppConfig): Finding {
  if (!(error instanceof Error)) throw error
  const asked = 'step' in error ? String(error.step) : error.name
  const { status, summary, remedy } = signInWords.refusals.get(asked) ?? signInWords.unforeseen
  return {
    check: 'account',
    status,
    summary,
    evidence: signInWords.evidence(userPoolClientId, asked),
    remedy: { text: remedy, console: signInWords.console },
  }
}
