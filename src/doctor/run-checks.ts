import { doctorWords } from '#doctor-words/common'
import { account } from './checks/account.ts'
import { appClient } from './checks/app-client.ts'
import { bucket } from './checks/bucket.ts'
import { callbackUrl } from './checks/callback-url.ts'
import { clock } from './checks/clock.ts'
import { configuration } from './checks/configuration.ts'
import { cors } from './checks/cors.ts'
import { domain } from './checks/domain.ts'
import { firstFactors } from './checks/first-factors.ts'
import { identityPool } from './checks/identity-pool.ts'
import { passkeys } from './checks/passkeys.ts'
import { region } from './checks/region.ts'
import { role } from './checks/role.ts'
import { secondFactors } from './checks/second-factors.ts'
import { signUp } from './checks/sign-up.ts'
import { storage } from './checks/storage.ts'
import { threatProtection } from './checks/threat-protection.ts'
import { userPool } from './checks/user-pool.ts'
import type { CheckId, Finding } from './finding.ts'
import type { Check, DoctorPorts } from './ports.ts'

/** In the order of `checkIds`: what others rest on comes first. */
export const checks: readonly Check[] = [
  configuration,
  region,
  storage,
  clock,
  userPool,
  appClient,
  signUp,
  account,
  firstFactors,
  passkeys,
  secondFactors,
  threatProtection,
  domain,
  callbackUrl,
  identityPool,
  role,
  bucket,
  cors,
]

/** Runs the checks one after the other, and tells each finding as it comes. */
export async function* runChecks(
  ports: DoctorPorts,
  only?: readonly CheckId[],
): AsyncGenerator<Finding> {
  for (const check of checks) {
    if (only === undefined || only.includes(check.id)) yield await runCheck(check, ports)
  }
}

/** A check that fails itself is a finding too, and the others still run. */
export async function runCheck(check: Check, ports: DoctorPorts): Promise<Finding> {
  try {
    return await check.run(ports)
  } catch (error) {
    // The name alone: the message of a parser's error may quote a token.
    const name = error instanceof Error ? error.name : typeof error
    return { check: check.id, status: 'unknown', ...doctorWords.failed(name) }
  }
}
