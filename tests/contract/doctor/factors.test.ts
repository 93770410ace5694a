import {
  CognitoIdentityProviderClient,
  ForgotPasswordCommand,
  SetUserMFAPreferenceCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Factors } from '../../../src/config/app-config.ts'
import type { CheckId } from '../../../src/doctor/finding.ts'
import { readClaims } from '../../../src/doctor/probes/read-claims.ts'
import { withSenders } from '../../infra/template.ts'
import { complaints, examine, signInForDoctor, terminalPorts } from '../../support/doctor/doctor.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { createPageFetch } from '../../support/doctor/page-fetch.ts'
import { startStandIn, type TestStandIn } from '../../support/stand-in.ts'

type Edit = readonly [from: string, to: string]

const checks = ['app-client', 'first-factors', 'passkeys', 'second-factors'] as const

let standIn: TestStandIn
let cognito: CognitoIdentityProviderClient

beforeAll(async () => {
  standIn = await startStandIn({ parameters: { Passkeys: 'true', EmailCodes: 'true' } })
  cognito = clientOf(standIn)
})

afterAll(async () => {
  cognito.destroy()
  await standIn.close()
})

function clientOf({ url, config }: TestStandIn) {
  const credentials = { accessKeyId: 'none', secretAccessKey: 'none' }
  return new CognitoIdentityProviderClient({ endpoint: url, region: config.region, credentials })
}

/** Somebody new, signed in while all was well, at an app that offers all that the pool then had. */
async function signedIn() {
  editTemplate(standIn)
  const session = await signInForDoctor(standIn, cognito)
  return { session: () => Promise.resolve(session), config: offering() }
}

function offering(factors: Partial<Factors> = {}) {
  return { factors: { ...standIn.configAtStart.factors!, ...factors } }
}

const firstFactor = (condition: string, name: string): Edit => [
  `            - !If [${condition}, ${name}, !Ref AWS::NoValue]\n`,
  '',
]

interface Fault {
  fault: string
  edit: Edit
  complaint: string
  /** What the finding says, somewhere. */
  saying: string
}

const faults: readonly Fault[] = [
  {
    fault: 'a pool without passkeys',
    edit: firstFactor('HasPasskeys', 'WEB_AUTHN'),
    complaint: 'passkeys: wrong',
    saying: 'WebAuthnNotEnabledException',
  },
  {
    fault: 'passkeys of another host',
    edit: [
      '!GetAtt SiteDistribution.DomainName]\n          - localhost\n',
      '!GetAtt SiteDistribution.DomainName]\n          - app.example.com\n',
    ],
    complaint: 'passkeys: wrong',
    saying: 'are for pages of app.example.com, and this app is at localhost',
  },
  {
    fault: 'a pool without codes by mail',
    edit: firstFactor('SendsEmailCodes', 'EMAIL_OTP'),
    complaint: 'first-factors: wrong',
    saying: 'To you it offered PASSWORD_SRP, PASSWORD',
  },
  {
    fault: 'a pool without authenticator apps',
    edit: ['    Default: OPTIONAL\n', "    Default: 'OFF'\n"],
    complaint: 'second-factors: wrong',
    saying: 'SoftwareTokenMFANotFoundException',
  },
]

test.each(faults)('$fault is found, in terminal and page, and nothing else', async (fault) => {
  const { edit, complaint, saying } = fault
  const person = await signedIn()
  editTemplate(standIn, edit)
  const page = {
    ...person,
    fetch: createPageFetch('http://localhost:5173'),
    readsEveryAnswer: false,
  }

  const inTerminal = await examine(terminalPorts(standIn, person))
  const inPage = await examine(terminalPorts(standIn, page), checks)

  expect(complaints(inTerminal)).toEqual([complaint])
  expect(complaints(inPage)).toEqual([complaint])
  const check = complaint.split(':')[0] as CheckId
  expect(JSON.stringify(inTerminal.get(check))).toContain(saying)
  expect(JSON.stringify(inPage.get(check))).toContain(saying)
})

test('all is in order where the pool has what the app offers, and nobody is sent anything', async () => {
  const person = await signedIn()
  const before = standIn.outbox.length

  const findings = await examine(terminalPorts(standIn, person), checks)

  expect([...findings.values()].map(({ check, status }) => `${check}: ${status}`)).toEqual([
    'app-client: ok',
    'first-factors: ok',
    'passkeys: ok',
    'second-factors: ok',
  ])
  expect(standIn.outbox).toHaveLength(before)
})

test('a second step that goes where a password would be recovered is doubtful, for Cognito sends no code there', async () => {
  const { EmailIdentityArn } = withSenders
  const standIn = await startStandIn({ parameters: { EmailIdentityArn } })
  onTestFinished(() => standIn.close())
  const cognito = clientOf(standIn)
  onTestFinished(() => cognito.destroy())
  const session = await signInForDoctor(standIn, cognito)
  const person = { session: () => Promise.resolve(session) }
  const { accessToken: AccessToken, idToken } = session
  const EmailMfaSettings = { Enabled: true, PreferredMfa: true }
  await cognito.send(new SetUserMFAPreferenceCommand({ AccessToken, EmailMfaSettings }))
  const { userPoolClientId: ClientId } = standIn.config
  const Username = String(readClaims(idToken)?.['email'])

  const findings = await examine(terminalPorts(standIn, person), checks)

  expect(findings.get('second-factors')).toMatchObject({
    status: 'doubtful',
    template: 'UserPool.AccountRecoverySetting',
  })
  const before = standIn.outbox.length
  await cognito.send(new ForgotPasswordCommand({ ClientId, Username }))
  expect(standIn.outbox).toHaveLength(before)
})

test('whether Amazon SES or SNS would send a second step is said to be unknown', async () => {
  const config = offering({ second: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP'] })

  const findings = await examine(terminalPorts(standIn, { ...(await signedIn()), config }), checks)

  expect(complaints(findings)).toEqual([])
  expect(findings.get('second-factors')?.status).toBe('unknown')
  expect(findings.get('second-factors')?.remedy?.text).toContain('a role for Amazon SNS')
})

test('nobody who is signed out is told of factors what Cognito does not tell them', async () => {
  editTemplate(standIn, firstFactor('SendsEmailCodes', 'EMAIL_OTP'))

  const findings = await examine(terminalPorts(standIn, { config: offering() }), checks)

  expect([...findings.values()].map(({ check, status }) => `${check}: ${status}`)).toEqual([
    'app-client: ok',
    'first-factors: unknown',
    'passkeys: unknown',
    'second-factors: unknown',
  ])
})

test('passkeys that are for another host are found by the configuration alone', async () => {
  editTemplate(standIn)
  const config = offering({ relyingParty: 'app.example.com' })

  const findings = await examine(terminalPorts(standIn, { config }), checks)

  expect(complaints(findings)).toEqual(['passkeys: wrong'])
})

test('a code that is not offered to an account that has no address for it stays unknown', async () => {
  const config = offering({ first: ['PASSWORD', 'SMS_OTP'] })

  const findings = await examine(terminalPorts(standIn, { ...(await signedIn()), config }), checks)

  expect(findings.get('first-factors')?.status).toBe('unknown')
})

test('an authenticator app that is being set up in this tab stays the one that is', async () => {
  const person = await signedIn()
  const asked: string[] = []
  const ports = terminalPorts(standIn, {
    session: async () => ({ ...(await person.session()), isSettingUpApp: true }),
    fetch: (url, init) => {
      asked.push(new Headers(init?.headers).get('x-amz-target') ?? '')
      return fetch(url, init)
    },
  })

  const findings = await examine(ports, ['second-factors'])

  expect(findings.get('second-factors')?.status).toBe('ok')
  expect(asked).toEqual(['AWSCognitoIdentityProviderService.GetUser'])
})

test('threat protection is found where it is on, and that MFA leaves it nothing to ask for', async () => {
  const protects = async (Mfa: string) => {
    const standIn = await startStandIn({ parameters: { ThreatProtection: 'ENFORCED', Mfa } })
    const cognito = clientOf(standIn)
    onTestFinished(async () => {
      cognito.destroy()
      await standIn.close()
    })
    const session = await signInForDoctor(standIn, cognito)
    const person = { session: () => Promise.resolve(session) }
    const config = { factors: standIn.config.factors! }
    return examine(terminalPorts(standIn, { ...person, config }), ['threat-protection'])
  }

  const [optional, off] = await Promise.all([protects('OPTIONAL'), protects('OFF')])

  expect(optional.get('threat-protection')?.status).toBe('ok')
  expect(complaints(off)).toEqual(['threat-protection: doubtful'])
})
