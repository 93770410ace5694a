import { join } from 'node:path'
import { freePorts } from '../../support/node/free-ports.ts'
import { createAuthenticator } from '../../support/user-pools/authenticator.ts'
import { codeOf } from '../../support/user-pools/authenticator-app.ts'
import { createClient } from './load.ts'
import { callCognito, createPerson, password, signInBySrp } from './people.ts'
import { cpuMsOf, startLocal, type LocalServer } from './servers.ts'

const people = 40
const warmUps = 6
const rounds = 12
const stepMs = 30_000

type Client = ReturnType<typeof createClient>
type Json = Record<string, unknown>
type SignIn = () => Promise<unknown>

/**
 * What a sign-in costs the local AWS in processor time: by SRP, by SRP and an authenticator app, and by
 * a passkey, round by round. An app's code is good once, so each round goes thirty seconds on.
 */
export async function benchFactors(folder: string): Promise<void> {
  const port = await freePorts(2)
  const server = await startLocal(port, join(folder, 'factors'))
  const client = createClient(port)
  const clock = { offsetMs: 0 }
  const goOn = async () => {
    clock.offsetMs += stepMs
    await client.send({
      method: 'POST',
      path: '/_local/clock',
      headers: {
        authorization: `Bearer ${server.adminToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ offsetSeconds: clock.offsetMs / 1000 }),
    })
  }
  try {
    const kinds = { srp: bySrp, app: byApp, passkey: byPasskey }
    const signIns: Record<string, SignIn[]> = {}
    for (const [kind, prepare] of Object.entries(kinds)) {
      signIns[kind] = []
      for (let index = 0; index < people; index += 1) {
        const email = `${kind}-${index}@example.com`
        await createPerson(client, server, email)
        signIns[kind].push(await prepare({ client, server, email, clock }))
      }
    }
    const spent: Record<string, number[]> = { srp: [], app: [], passkey: [] }
    // A process runs its own code at full speed only after some hundred turns.
    for (let round = 0; round < warmUps + rounds; round += 1) {
      await goOn()
      for (const kind of Object.keys(spent)) {
        const before = cpuMsOf(server)
        // Together, as the other rates are taken: what is written at once is written in one go.
        for (const answer of await Promise.all(signIns[kind]?.map((signIn) => signIn()) ?? [])) {
          checkTokens(kind, answer)
        }
        if (round >= warmUps) spent[kind]?.push((cpuMsOf(server) - before) / people)
      }
    }
    printCosts(spent)
  } finally {
    client.close()
    await server.stop()
  }
}

function printCosts({ srp = [], app = [], passkey = [] }: Record<string, number[]>): void {
  const whole = meanOf(srp)
  console.log('\nSign-ins by factor, processor time of the local AWS')
  console.table({
    'password, by SRP': { 'ms each': whole.toFixed(1) },
    'and an authenticator app': {
      'ms each': meanOf(app).toFixed(1),
      'of SRP alone': (meanOf(app) / whole).toFixed(2),
      'at most': '1.1',
    },
    'a passkey': {
      'ms each': meanOf(passkey).toFixed(1),
      'of SRP alone': (meanOf(passkey) / whole).toFixed(2),
      'at most': '0.5',
    },
  })
}

interface Person {
  client: Client
  server: LocalServer
  email: string
  clock: { offsetMs: number }
}

function bySrp({ client, server, email }: Person): Promise<SignIn> {
  return Promise.resolve(() => signInBySrp(client, server, email))
}

async function byApp({ client, server, email, clock }: Person): Promise<SignIn> {
  const AccessToken = await accessTokenOf({ client, server, email, clock })
  const { SecretCode } = await callCognito(client, 'AssociateSoftwareToken', { AccessToken })
  const code = () => codeOf(SecretCode as string, Date.now() + clock.offsetMs)
  await callCognito(client, 'VerifySoftwareToken', { AccessToken, UserCode: code() })
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true }
  await callCognito(client, 'SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings })
  return async () => {
    const { Session } = await signInBySrp(client, server, email)
    return callCognito(client, 'RespondToAuthChallenge', {
      ClientId: server.config.userPoolClientId,
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      Session,
      ChallengeResponses: { USERNAME: email, SOFTWARE_TOKEN_MFA_CODE: code() },
    })
  }
}

async function byPasskey(person: Person): Promise<SignIn> {
  const { client, server, email } = person
  const AccessToken = await accessTokenOf(person)
  const authenticator = createAuthenticator()
  const started = await callCognito(client, 'StartWebAuthnRegistration', { AccessToken })
  const options = started['CredentialCreationOptions'] as { challenge: string; rp: { id: string } }
  const Credential = authenticator.create(options)
  await callCognito(client, 'CompleteWebAuthnRegistration', { AccessToken, Credential })
  const { userPoolClientId: ClientId } = server.config
  return async () => {
    const asked = await callCognito(client, 'InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: email, PREFERRED_CHALLENGE: 'WEB_AUTHN' },
    })
    const { CREDENTIAL_REQUEST_OPTIONS = '' } = asked['ChallengeParameters'] as Record<
      string,
      string
    >
    const request = JSON.parse(CREDENTIAL_REQUEST_OPTIONS) as { challenge: string; rpId: string }
    return callCognito(client, 'RespondToAuthChallenge', {
      ClientId,
      ChallengeName: 'WEB_AUTHN',
      Session: asked['Session'],
      ChallengeResponses: { USERNAME: email, CREDENTIAL: authenticator.get(request) },
    })
  }
}

async function accessTokenOf({ client, server, email }: Person): Promise<string> {
  const { AuthenticationResult } = await callCognito(client, 'InitiateAuth', {
    ClientId: server.config.userPoolClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: password },
  })
  return (AuthenticationResult as { AccessToken: string }).AccessToken
}

/** What was refused would cost next to nothing. */
function checkTokens(kind: string, answer: unknown): void {
  if ((answer as Json)['AuthenticationResult'] === undefined) {
    throw new Error(`${kind}: ${JSON.stringify(answer)}`)
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
