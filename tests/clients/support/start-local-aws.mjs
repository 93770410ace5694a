import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../../..')
const person = { email: 'ada@example.com', password: 'Correct-Horse-7' }

/**
 * `npm run local` on free ports, with one person who has signed up.
 *
 * @returns what scripts are told, and how it ends.
 */
export async function startLocalAws(flags) {
  const child = spawn(
    process.execPath,
    [join(root, 'local/start.mjs'), '--port', '0', '--data', ':memory:', ...flags],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let errors = ''
  child.stderr.on('data', (chunk) => (errors += chunk))
  const exited = once(child, 'exit')
  const close = async () => {
    child.kill('SIGTERM')
    await exited
  }
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([text]) => text),
    exited.then(() => Promise.reject(new Error(`The local AWS did not start: ${errors}`))),
  ])
  const { config, adminToken, administrator } = JSON.parse(line)
  const env = {
    COGNITO_URL: config.local.userPoolEndpoint.replace(/\/$/, ''),
    S3_URL: config.local.s3Endpoint.replace(/\/$/, ''),
    ADMIN_TOKEN: adminToken,
    AWS_ACCESS_KEY_ID: administrator.accessKeyId,
    AWS_SECRET_ACCESS_KEY: administrator.secretAccessKey,
    AWS_REGION: config.region,
    AWS_DEFAULT_REGION: config.region,
    // Nothing of this machine's own configuration plays a part.
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    USER_POOL_ID: config.userPoolId,
    CLIENT_ID: config.userPoolClientId,
    IDENTITY_POOL_ID: config.identityPoolId,
    BUCKET: config.bucket,
    PERSON_EMAIL: person.email,
    PERSON_PASSWORD: person.password,
  }
  try {
    await signUp(env)
  } catch (error) {
    await close()
    throw error
  }
  return { env, close }
}

async function signUp({ COGNITO_URL, CLIENT_ID: ClientId, ADMIN_TOKEN }) {
  const { email: Username, password: Password } = person
  await call(COGNITO_URL, 'SignUp', { ClientId, Username, Password })
  const messages = await fetch(`${COGNITO_URL}/_local/messages`, {
    headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
  })
  const [{ code: ConfirmationCode }] = await messages.json()
  await call(COGNITO_URL, 'ConfirmSignUp', { ClientId, Username, ConfirmationCode })
}

async function call(url, operation, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${operation}: ${await response.text()}`)
}
