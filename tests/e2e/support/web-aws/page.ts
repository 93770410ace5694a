// oxlint-disable typescript/no-deprecated -- amazon-cognito-identity-js is deprecated as a whole, and used.
import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import { OidcClient, WebStorageStateStore } from 'oidc-client-ts'
import type { LocalConfigDocument } from '../../../../local/served-template.ts'
import { s3Url } from './s3-url.ts'

/** An app with other clients than Amplify, each the unmodified library. */
export interface App {
  signUp(email: string, password: string): Promise<void>
  /** The newest code in the inbox. */
  code(): Promise<string>
  confirm(email: string, code: string): Promise<void>
  /** By SRP. @returns the ID token. */
  signIn(email: string, password: string): Promise<string>
  /** By redirect, with PKCE. @returns where to go. */
  leave(): Promise<string>
  /** On the page that one comes back to. @returns the ID token, which the library has checked. */
  comeBack(): Promise<string | undefined>
  /** Writes a text to S3 with temporary credentials, and reads it back. */
  keep(idToken: string, text: string): Promise<string>
}

async function config(): Promise<LocalConfigDocument> {
  const response = await fetch('/config.json')
  return (await response.json()) as LocalConfigDocument
}

async function userPool(): Promise<CognitoUserPool> {
  const { userPoolId, userPoolClientId, local } = await config()
  return new CognitoUserPool({
    UserPoolId: userPoolId,
    ClientId: userPoolClientId,
    endpoint: local!.userPoolEndpoint,
  })
}

async function oidcClient(): Promise<OidcClient> {
  const { userPoolId, userPoolClientId } = await config()
  return new OidcClient({
    authority: `${location.origin}/aws/${userPoolId}`,
    client_id: userPoolClientId,
    redirect_uri: `${location.origin}/callback`,
    scope: 'openid email',
    response_type: 'code',
    loadUserInfo: true,
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  })
}

const app: App = {
  async signUp(email, password) {
    const pool = await userPool()
    return new Promise((resolve, reject) => {
      pool.signUp(email, password, [], [], (error) => (error ? reject(error) : resolve()))
    })
  },
  async code() {
    const { local } = await config()
    const [url = '', token = ''] = local!.consoleUrl.split('#token=')
    const response = await fetch(`${url}/messages`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const [newest] = (await response.json()) as { code: string }[]
    return newest!.code
  },
  async confirm(Username, code) {
    const user = new CognitoUser({ Username, Pool: await userPool() })
    return new Promise((resolve, reject) => {
      user.confirmRegistration(code, false, (error: Error | null) =>
        error ? reject(error) : resolve(),
      )
    })
  },
  async signIn(Username, Password) {
    const user = new CognitoUser({ Username, Pool: await userPool() })
    const session = await new Promise<CognitoUserSession>((onSuccess, onFailure) => {
      user.authenticateUser(new AuthenticationDetails({ Username, Password }), {
        onSuccess,
        onFailure,
      })
    })
    return session.getIdToken().getJwtToken()
  },
  leave: async () => (await (await oidcClient()).createSigninRequest({})).url,
  comeBack: async () => {
    const client = await oidcClient()
    return (await client.processSigninResponse(location.href)).id_token
  },
  async keep(idToken, text) {
    const { region, userPoolId, identityPoolId, bucket, local } = await config()
    const identities = new CognitoIdentityClient({ region, endpoint: local!.identityPoolEndpoint })
    const Logins = { [`${location.host}/aws/${userPoolId}`]: idToken }
    const { IdentityId } = await identities.send(
      new GetIdCommand({ IdentityPoolId: identityPoolId, Logins }),
    )
    const { Credentials } = await identities.send(
      new GetCredentialsForIdentityCommand({ IdentityId, Logins }),
    )
    const s3 = new S3Client({
      region,
      endpoint: s3Url,
      forcePathStyle: true,
      credentials: {
        accessKeyId: Credentials!.AccessKeyId!,
        secretAccessKey: Credentials!.SecretKey!,
        sessionToken: Credentials!.SessionToken!,
      },
    })
    const at = { Bucket: bucket, Key: `users/${IdentityId}/note.txt` }
    await s3.send(new PutObjectCommand({ ...at, Body: text }))
    const { Body } = await s3.send(new GetObjectCommand(at))
    return Body!.transformToString()
  },
}

Object.assign(window, { app })
await navigator.serviceWorker.register('/service-worker.js', { type: 'module' })
await navigator.serviceWorker.ready
if (!navigator.serviceWorker.controller) {
  await new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
  })
}
document.body.textContent = 'ready'
