import { createHash, createHmac, getDiffieHellman, randomBytes } from 'node:crypto'
import { opensslModPow } from '../../../local/node/openssl-mod-pow.ts'
import { timestampOf } from '../../support/user-pools/srp-client.ts'
import type { createClient } from './load.ts'
import type { LocalServer } from './servers.ts'

type Client = ReturnType<typeof createClient>
type Json = Record<string, unknown>

export const password = 'Correct-horse-1'

export function callCognito(client: Client, operation: string, input: Json): Promise<Json> {
  const isIdentityPool = operation === 'GetId' || operation === 'GetCredentialsForIdentity'
  const service = isIdentityPool ? 'AWSCognitoIdentityService' : userPools
  return client
    .send({
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `${service}.${operation}`,
      },
      body: JSON.stringify(input),
    })
    .then((answer) => JSON.parse(answer.toString() || '{}') as Json)
}

const userPools = 'AWSCognitoIdentityProviderService'

export function signUp(client: Client, { config }: LocalServer, email: string): Promise<Json> {
  return callCognito(client, 'SignUp', {
    ClientId: config.userPoolClientId,
    Username: email,
    Password: password,
    UserAttributes: [{ Name: 'email', Value: email }],
  })
}

/** Signs up and confirms with the code from the inbox. */
export async function createPerson(
  client: Client,
  server: LocalServer,
  email: string,
): Promise<void> {
  await signUp(client, server, email)
  const inbox = await client.send({
    method: 'GET',
    path: `/_local/messages?to=${encodeURIComponent(email)}`,
    headers: { authorization: `Bearer ${server.adminToken}` },
  })
  const [message] = JSON.parse(inbox.toString()) as { code: string }[]
  await callCognito(client, 'ConfirmSignUp', {
    ClientId: server.config.userPoolClientId,
    Username: email,
    ConfirmationCode: message?.code,
  })
}

const N = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`)
const k = hashOf(pad(N), pad(2n))
const secret = BigInt(`0x${randomBytes(32).toString('hex')}`)
const publicValue = opensslModPow(2n, secret, N)
/** g^x by salt: a client pays for it once in reality too, but here it must not slow the server's clock. */
const verifiers = new Map<string, { x: bigint; verifier: bigint }>()

/** A whole SRP sign-in, both requests. The client's half is kept as cheap as it can be. */
export async function signInBySrp(
  client: Client,
  { config }: LocalServer,
  email: string,
): Promise<Json> {
  const ClientId = config.userPoolClientId
  const started = await callCognito(client, 'InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: email, SRP_A: publicValue.toString(16) },
  })
  const ChallengeResponses = answer(config.userPoolId, started['ChallengeParameters'] as Challenge)
  return callCognito(client, 'RespondToAuthChallenge', {
    ClientId,
    ChallengeName: 'PASSWORD_VERIFIER',
    Session: started['Session'],
    ChallengeResponses,
  })
}

type Challenge = Record<'SALT' | 'SRP_B' | 'SECRET_BLOCK' | 'USER_ID_FOR_SRP', string>

function answer(poolId: string, { SALT, SRP_B, SECRET_BLOCK, USER_ID_FOR_SRP }: Challenge) {
  const poolName = poolId.split('_')[1] ?? ''
  const known = verifiers.get(SALT) ?? verifierOf(`${poolName}${USER_ID_FOR_SRP}`, SALT)
  verifiers.set(SALT, known)
  const B = BigInt(`0x${SRP_B}`)
  const u = hashOf(pad(publicValue), pad(B))
  const base = (((B - k * known.verifier) % N) + N) % N
  const S = opensslModPow(base, secret + u * known.x, N)
  const prk = createHmac('sha256', pad(u)).update(pad(S)).digest()
  const key = createHmac('sha256', prk).update('Caldera Derived Key\u0001').digest().subarray(0, 16)
  const TIMESTAMP = timestampOf(new Date())
  return {
    USERNAME: USER_ID_FOR_SRP,
    PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
    TIMESTAMP,
    PASSWORD_CLAIM_SIGNATURE: createHmac('sha256', key)
      .update(poolName + USER_ID_FOR_SRP)
      .update(Buffer.from(SECRET_BLOCK, 'base64'))
      .update(TIMESTAMP)
      .digest('base64'),
  }
}

function verifierOf(identity: string, salt: string) {
  const inner = createHash('sha256').update(`${identity}:${password}`).digest()
  const x = hashOf(pad(BigInt(`0x${salt}`)), inner)
  return { x, verifier: opensslModPow(2n, x, N) }
}

function hashOf(...parts: Uint8Array[]): bigint {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return BigInt(`0x${hash.digest('hex')}`)
}

function pad(value: bigint): Buffer {
  const hex = value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return Buffer.from(Number.parseInt(even.slice(0, 2), 16) >= 0x80 ? `00${even}` : even, 'hex')
}
