import * as amplify from 'aws-amplify/auth'
import { userPoolOnly } from '../configure-amplify.ts'
import type { Factor } from '../sign-in-outcome.ts'
import { callUserPool } from './call-user-pool.ts'
import { readMe, type Me } from './me.ts'
import { listPasskeys, type Passkeys } from './passkeys.ts'

export interface SecondFactors {
  /** Those that are on; the one that is asked for first comes first. */
  on: readonly Factor[]
  preferred: Factor | undefined
}

export interface Security {
  me: Me
  /** Undefined where the pool did not tell. */
  hasPassword: boolean | undefined
  secondFactors: SecondFactors
  passkeys: Passkeys
}

/** How the person of this session signs in, and could. */
export async function readSecurity(): Promise<Security> {
  const me = await readMe()
  const [factors, passkeys] = await Promise.all([readFactors(), listPasskeys()])
  const hasPassword = me.provider === undefined ? factors.hasPassword : false
  return { me, hasPassword, secondFactors: factors.secondFactors, passkeys }
}

interface Answer {
  ConfiguredUserAuthFactors?: readonly string[]
  UserMFASettingList?: readonly string[]
  PreferredMfaSetting?: string
}

/** What the pool tells of it. */
export async function readFactors(): Promise<Pick<Security, 'hasPassword' | 'secondFactors'>> {
  try {
    const answer = await callUserPool<Answer>('GetUserAuthFactors')
    return {
      hasPassword: answer.ConfiguredUserAuthFactors?.includes('PASSWORD'),
      secondFactors: {
        on: (answer.UserMFASettingList ?? []).flatMap(factorOf),
        preferred: factorOf(answer.PreferredMfaSetting).at(0),
      },
    }
  } catch (error) {
    // The older operation tells of second factors alone; a session that has ended ends it too.
    if (!isUnavailable(error)) throw error
    const { enabled = [], preferred } = await amplify.fetchMFAPreference(userPoolOnly())
    return { hasPassword: undefined, secondFactors: { on: enabled, preferred } }
  }
}

function isUnavailable(error: unknown): boolean {
  const names = ['FeatureUnavailableInTierException', 'OperationNotEnabledException']
  return error instanceof Error && names.includes(error.name)
}

const factors: Readonly<Record<string, Factor>> = {
  SOFTWARE_TOKEN_MFA: 'TOTP',
  SMS_MFA: 'SMS',
  EMAIL_OTP: 'EMAIL',
}

function factorOf(name: string | undefined): Factor[] {
  const factor = factors[name ?? '']
  return factor ? [factor] : []
}
