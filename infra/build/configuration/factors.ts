import type { FactorsDocument } from './aws-config-document.ts'

/** As text, comma-separated where several may stand. */
export interface FactorValues {
  firstFactors?: string
  mfa?: string
  secondFactors?: string
  relyingParty?: string
  rememberDevices?: string
}

const firstFactors = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN']
const secondFactors = ['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP']

const mfaModes = ['OFF', 'OPTIONAL', 'ON'] as const
const deviceModes = ['ASK', 'ALWAYS'] as const

/** What each may say. */
export const factorTests = {
  firstFactors: { test: (text: string) => areAmong(firstFactors, text) },
  mfa: { test: isMode },
  secondFactors: { test: (text: string) => areAmong(secondFactors, text) },
  relyingParty: /^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)+)$/,
  rememberDevices: /^(OFF|ASK|ALWAYS)$/,
} satisfies Record<keyof FactorValues, Pick<RegExp, 'test'>>

/** @returns undefined where nothing is said of them: the app then goes by the password alone. */
export function factorsOf(values: FactorValues): FactorsDocument | undefined {
  const { firstFactors: first, mfa, secondFactors: second, relyingParty, rememberDevices } = values
  if (first === undefined && mfa === undefined && second === undefined) return undefined
  const devices = deviceModes.find((mode) => mode === rememberDevices)
  return {
    first: listOf(first ?? 'PASSWORD'),
    mfa: mfa !== undefined && isMode(mfa) ? mfa : second === undefined ? 'OFF' : 'OPTIONAL',
    second: listOf(second ?? ''),
    ...(relyingParty !== undefined && { relyingParty }),
    ...(devices !== undefined && { devices }),
  }
}

function isMode(text: string): text is FactorsDocument['mfa'] {
  return mfaModes.some((mode) => mode === text)
}

function areAmong(known: readonly string[], text: string): boolean {
  return listOf(text).every((name) => known.includes(name))
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}
