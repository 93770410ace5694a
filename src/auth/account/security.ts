import * as amplify from 'aws-amplify/auth'
import { userPoolOnly } from '../configure-amplify.ts'
import type { Factor } from '../sign-in-outcome.ts'
import { callUserPool } from './call-user-pool.ts'
import { readMe, type Me } from './me.ts'
import { readOffers, type Offers } from './offers.ts'
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
  offers: Offers
  /** Which second factors have an address to go to, where that was asked. */
  reachable: readonly Factor[]
}

/** How the person of this session signs in, and could. */
export async function readSecurity(): Promise<Security> {
  const me = await readMe()
  const [factors, passkeys, offers] = await Promise.all([
    readFactors(),
    listPasskeys(),
    readOffers(),
  ])
  const hasPassword = me.provider === undefined ? factors.hasPassword : false
  const { secondFactors } = factors
  const byMessage = offers.secondFactors?.some((factor) => factor !== 'TOTP') === true
  const reachable = byMessage ? await readReachable() : []
  return { me, hasPassword, secondFactors, passkeys, offers, reachable }
}

async function readReachable(): Promise<readonly Factor[]> {
  const { email, phone_number } = await amplify.fetchUserAttributes(userPoolOnly())
  return [...(email ? (['EMAIL'] as const) : []), ...(phone_number ? (['SMS'] as const) : [])]
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
