import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity'
import {
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as openId from 'openid-client'
import { startLocalAws, type LocalAws } from '../../local/local-aws.ts'
import { createPageVisitor } from '../support/managed-login/page-visitor.ts'
import type { Facts } from './facts.ts'

const password = 'Correct-horse-1'

/**
 * Writes `tests/data/shape-N` anew: people in every state that rows tell apart, by real clients over
 * sockets. Nothing in it is a secret that matters: the people are invented, the keys sign nothing else.
 */
export async function writeShape(shape: number): Promise<void> {
  const root = join('tests/data', `shape-${shape}`)
  const folder = join(root, 'folder')
  rmSync(root, { recursive: true, force: true })
  const localAws = await startLocalAws({
    port: 9229,
    data: folder,
    template: 'infra/template.yaml',
  })
  const facts = await fill(localAws)
  await localAws.close()
  writeFileSync(join(root, 'facts.json'), `${JSON.stringify(facts, null, 2)}\n`)
}

async function fill({ standIn, cognitoPort, s3Port }: LocalAws): Promise<Facts> {
  const { region, userPoolId, userPoolClientId, identityPoolId, bucket } = standIn.config()
  const cognitoUrl = `http://localhost:${cognitoPort}`
  const s3Url = `http://localhost:${s3Port}`
  const cognito = new CognitoIdentityProviderClient({ endpoint: cognitoUrl, region })
  const codeFor = (email: string) => standIn.outbox.list(email)[0]?.code ?? ''
  const ClientId = userPoolClientId

  async function signUp(Username: string, isConfirmed: boolean) {
    await cognito.send(new SignUpCommand({ ClientId, Username, Password: password }))
    if (!isConfirmed) return
    const ConfirmationCode = codeFor(Username)
    await cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
  }

  const ada = { email: 'ada@example.com', password }
  await signUp(ada.email, true)
  const { AuthenticationResult: tokens } = await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: ada.email, PASSWORD: password },
    }),
  )
  const identity = await identityOf(standIn.config(), cognitoUrl, tokens?.IdToken ?? '')
  const objects = await fillBucket(s3Url, standIn.config(), identity)

  const bob = { email: 'bob@example.com', password }
  await signUp(bob.email, false)
  const grace = { email: 'grace@example.com', newPassword: 'Correct-horse-2' }
  await signUp(grace.email, true)
  await cognito.send(new ForgotPasswordCommand({ ClientId, Username: grace.email }))
  const { keys } = (await (
    await fetch(`${cognitoUrl}/${userPoolId}/.well-known/jwks.json`)
  ).json()) as { keys: { kid: string }[] }

  return {
    writtenAtMs: Date.now(),
    cognitoUrl,
    s3Url,
    userPoolId,
    userPoolClientId,
    identityPoolId: identityPoolId ?? '',
    bucket: bucket ?? '',
    keyIds: keys.map(({ kid }) => kid),
    ada: { ...ada, refreshToken: tokens?.RefreshToken ?? '', ...identity },
    ...objects,
    bob: { ...bob, code: codeFor(bob.email) },
    grace: { ...grace, code: codeFor(grace.email) },
    social: await signInWithGoogle(cognitoUrl, standIn.config()),
  }
}

type Config = ReturnType<LocalAws['standIn']['config']>

async function identityOf(config: Config, endpoint: string, idToken: string) {
  const { region, identityPoolId: IdentityPoolId, userPoolId } = config
  const client = new CognitoIdentityClient({ endpoint, region })
  const Logins = { [`${new URL(endpoint).host}/${userPoolId}`]: idToken }
  const { IdentityId = '' } = await client.send(new GetIdCommand({ IdentityPoolId, Logins }))
  const { Credentials: given } = await client.send(
    new GetCredentialsForIdentityCommand({ IdentityId, Logins }),
  )
  const credentials = {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  }
  return { identityId: IdentityId, credentials }
}

/** Also a version that is not the newest, a deleted object, and an upload under way. */
async function fillBucket(
  endpoint: string,
  { region, bucket: Bucket }: Config,
  { identityId, credentials }: Awaited<ReturnType<typeof identityOf>>,
): Promise<Pick<Facts, 'objects' | 'upload'>> {
  const s3 = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { ...credentials },
  })
  const at = (name: string) => ({ Bucket, Key: `users/${identityId}/${name}` })
  // As bytes: the SDK takes an empty text for a stream.
  const objects = { 'profile.json': '{"name":"Ada"}\n', 'notes/ä b.txt': 'one\n', empty: '' }
  await s3.send(new PutObjectCommand({ ...at('profile.json'), Body: 'an older version' }))
  for (const [name, text] of Object.entries(objects)) {
    await s3.send(
      new PutObjectCommand({
        ...at(name),
        Body: Buffer.from(text),
        Metadata: { written: 'by-ada' },
      }),
    )
  }
  await s3.send(new PutObjectCommand({ ...at('deleted'), Body: 'deleted' }))
  await s3.send(new DeleteObjectCommand(at('deleted')))

  const place = at('in-parts')
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand(place))
  const part = { ...place, UploadId, PartNumber: 1, Body: 'the only part' }
  const { ETag = '' } = await s3.send(new UploadPartCommand(part))
  return { objects, upload: { key: place.Key, id: UploadId ?? '', etag: ETag, text: part.Body } }
}

async function signInWithGoogle(cognitoUrl: string, config: Config): Promise<Facts['social']> {
  const { userPoolId, userPoolClientId, redirectSignIn } = config
  const client = await openId.discovery(
    new URL(`${cognitoUrl}/${userPoolId}`),
    userPoolClientId,
    undefined,
    openId.None(),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked to stand out: http, on loopback
    { execute: [openId.allowInsecureRequests] },
  )
  const pkceCodeVerifier = openId.randomPKCECodeVerifier()
  const expectedNonce = openId.randomNonce()
  const url = openId.buildAuthorizationUrl(client, {
    redirect_uri: redirectSignIn[0] ?? '',
    scope: 'openid email',
    code_challenge: await openId.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    identity_provider: 'Google',
    nonce: expectedNonce,
  })
  const visitor = createPageVisitor()
  const page = await visitor.open(url)
  const callback = await visitor.leave(visitor.submit(page, 'Continue as Alan Turing'))
  const tokens = await openId.authorizationCodeGrant(client, callback, {
    pkceCodeVerifier,
    expectedNonce,
  })
  const claim = tokens.claims()?.['cognito:username']
  return {
    username: typeof claim === 'string' ? claim : '',
    refreshToken: tokens.refresh_token ?? '',
  }
}
