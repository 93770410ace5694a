import {
  InitiateAuthCommand,
  type ChallengeNameType,
  type InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { UserPoolConfig } from '../../../../local/user-pools/config.ts'
import { codeOf, wrongCode } from '../../../support/user-pools/authenticator-app.ts'
import { addPasskey } from '../../../support/user-pools/passkeys.ts'
import { register, signIn, type Person } from '../../../support/user-pools/people.ts'
import {
  addApp,
  appOn,
  begin,
  mfaPool,
  prefer,
} from '../../../support/user-pools/second-factors.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import type { RunningUserPools } from '../../../support/user-pools/user-pools.ts'

type Responses = Record<string, string>

/** A person who has the factor, and what they answer with. */
interface Owner {
  /** A sign-in that has come to the challenge. */
  ask: () => Promise<InitiateAuthResponse>
  /** What is right for the newest challenge, or for an older one. */
  right: (asked: InitiateAuthResponse) => Responses
  wrong: (asked: InitiateAuthResponse) => Responses
}

/** One factor, and the words of its refusals. */
export interface Factor {
  pool: Partial<UserPoolConfig>
  challenge: ChallengeNameType
  /** What a wrong answer is. */
  refused: { name: string; message: string }
  /** How many wrong answers lead to what. */
  limit: { tries: number; message: string }
  own: (running: RunningUserPools, person: Person, phone: string) => Promise<Owner>
}

const mismatch = {
  name: 'CodeMismatchException',
  message: 'Invalid code or auth state for the user.',
}
const locked = {
  tries: 5,
  message:
    'Too many invalid credentials attempts. User temporarily locked. Please try again after few seconds.',
}
const spent = { tries: 20, message: 'Invalid session for the user.' }

/** Codes that were sent, by the session that they are for. */
function sentCodes(running: RunningUserPools, to: string, key: string) {
  const codes = new Map<string, string>()
  return {
    keep(asked: InitiateAuthResponse): InitiateAuthResponse {
      codes.set(asked.Session ?? '', running.newestCode(to))
      return asked
    },
    right: ({ Session = '' }: InitiateAuthResponse): Responses => ({
      [key]: codes.get(Session) ?? 'none',
    }),
    wrong({ Session = '' }: InitiateAuthResponse): Responses {
      const code = codes.get(Session) ?? ''
      return { [key]: code.replace(/^./, (digit) => String((Number(digit) + 1) % 10)) }
    },
  }
}

function choose({ cognito }: RunningUserPools, person: Person, PREFERRED_CHALLENGE: string) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId: person.ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: person.Username, PREFERRED_CHALLENGE },
    }),
  )
}

function phoneOf(Value: string) {
  return { attributes: [{ Name: 'phone_number', Value }] }
}

/** By message, after the password. */
function messageFactor(
  challenge: 'SMS_MFA' | 'EMAIL_OTP',
  key: string,
  settings: Parameters<typeof prefer>[2],
): Factor {
  return {
    pool: mfaPool({ enabledMfas: [challenge], recoveryMechanisms: ['admin_only'] }),
    challenge,
    refused: mismatch,
    limit: locked,
    async own(running, person, phone) {
      await register(running, person, phoneOf(phone))
      const { AccessToken } = await signIn(running, person)
      await prefer(running, AccessToken, settings)
      const codes = sentCodes(running, challenge === 'SMS_MFA' ? phone : person.Username, key)
      return { ...codes, ask: async () => codes.keep(await begin(running, person)) }
    },
  }
}

/** By message, in place of the password. */
function oneTimeCode(challenge: 'SMS_OTP' | 'EMAIL_OTP'): Factor {
  return {
    pool: emailPool({ allowedFirstAuthFactors: ['PASSWORD', challenge] }),
    challenge,
    refused: mismatch,
    limit: spent,
    async own(running, person, phone) {
      await register(running, person, phoneOf(phone))
      const to = challenge === 'SMS_OTP' ? phone : person.Username
      const codes = sentCodes(running, to, `${challenge}_CODE`)
      return { ...codes, ask: async () => codes.keep(await choose(running, person, challenge)) }
    },
  }
}

const on = { Enabled: true, PreferredMfa: true }

/** Every factor that one answer proves; a remembered device needs two, and has tests of its own. */
export const factors: Readonly<Record<string, Factor>> = {
  'an authenticator app': {
    pool: mfaPool(),
    challenge: 'SOFTWARE_TOKEN_MFA',
    refused: { name: 'CodeMismatchException', message: 'Invalid code received for user' },
    limit: locked,
    async own(running, person) {
      await register(running, person)
      const { AccessToken } = await signIn(running, person)
      const secret = await addApp(running, AccessToken)
      await prefer(running, AccessToken, appOn)
      running.clock.advance({ seconds: 60 })
      const { clock } = running
      return {
        ask: () => begin(running, person),
        right: () => ({ SOFTWARE_TOKEN_MFA_CODE: codeOf(secret, clock.now()) }),
        wrong: () => ({ SOFTWARE_TOKEN_MFA_CODE: wrongCode(secret, clock.now()) }),
      }
    },
  },
  'a text message after the password': messageFactor('SMS_MFA', 'SMS_MFA_CODE', {
    SMSMfaSettings: on,
  }),
  'a mail after the password': messageFactor('EMAIL_OTP', 'EMAIL_OTP_CODE', {
    EmailMfaSettings: on,
  }),
  'a text message alone': oneTimeCode('SMS_OTP'),
  'a mail alone': oneTimeCode('EMAIL_OTP'),
  'a passkey': {
    pool: emailPool({ allowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] }),
    challenge: 'WEB_AUTHN',
    refused: { name: 'NotAuthorizedException', message: 'Incorrect username or password.' },
    limit: spent,
    async own(running, person) {
      await register(running, person)
      const { AccessToken } = await signIn(running, person)
      const authenticator = await addPasskey(running, AccessToken)
      const optionsOf = ({ ChallengeParameters }: InitiateAuthResponse) =>
        JSON.parse(ChallengeParameters?.['CREDENTIAL_REQUEST_OPTIONS'] ?? '{}') as {
          challenge: string
          rpId: string
        }
      return {
        ask: () => choose(running, person, 'WEB_AUTHN'),
        right: (asked) => ({ CREDENTIAL: authenticator.get(optionsOf(asked)) }),
        wrong: (asked) => ({
          CREDENTIAL: authenticator.get(optionsOf(asked), { origin: 'https://evil.example' }),
        }),
      }
    },
  },
}
