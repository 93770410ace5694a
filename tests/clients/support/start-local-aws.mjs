import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { withPasswordsAlone } from '../../support/template/passwords-alone.mjs'

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
    [
      join(root, 'local/start.mjs'),
      ...['--port', '0', '--data', ':memory:', '--template', writeTemplate()],
      ...flags,
    ],
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
  const { config, adminToken, administrator, certificateFile } = JSON.parse(line)
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
    ...(certificateFile !== undefined && {
      // As Node, the AWS CLI and Python, and curl are told whom to trust.
      NODE_EXTRA_CA_CERTS: certificateFile,
      AWS_CA_BUNDLE: certificateFile,
      SSL_CERT_FILE: certificateFile,
      REQUESTS_CA_BUNDLE: certificateFile,
    }),
  }
  try {
    await signUp(env)
  } catch (error) {
    await close()
    throw error
  }
  return { env, close }
}

/** The clients sign in with a password. */
function writeTemplate() {
  const folder = join(root, 'node_modules/.cache/clients')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'template.yaml')
  const text = readFileSync(join(root, 'infra/template.yaml'), 'utf8')
  writeFileSync(file, withPasswordsAlone(text))
  return file
}

/** In a process of its own: this one began before there was a certificate to trust. */
async function signUp(env) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'sign-up.mjs')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('The person could not be signed up.')
}
