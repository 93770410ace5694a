import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, measureRate, type Rate } from './load.ts'
import { median } from '../web/median.ts'
import { measureS3 } from './s3-load.ts'
import { memoryOf, startServer } from './servers.ts'

const cognitoLocal = 'cognito-local@5.3.0'
const s3rver = 's3rver@3.7.1'
const installed = join(tmpdir(), 'cognito-starter-bench-peers')

/** Installs a peer outside the repository; undefined, with a line that says so, where it cannot. */
function install(name: string): string | undefined {
  const folder = join(installed, name.split('@')[0] ?? name)
  if (existsSync(join(folder, 'node_modules'))) return folder
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    const argv = ['install', '--no-audit', '--no-fund', '--ignore-scripts', name]
    execFileSync('npm', argv, { cwd: folder, stdio: 'ignore', timeout: 180_000 })
    return folder
  } catch {
    console.log(`${name} could not be installed from the registry: not measured.`)
    return undefined
  }
}

export interface CognitoPeer {
  startMs: number
  memoryMB: number
  /** Sign-ups by the number of users that are there already. */
  signUps: Record<number, Rate>
}

export async function measureCognitoLocal(port: number): Promise<CognitoPeer | undefined> {
  const folder = install(cognitoLocal)
  if (folder === undefined) return undefined
  const argv = [join(folder, 'node_modules', 'cognito-local', 'lib', 'bin', 'start.js')]
  const starts: number[] = []
  for (let run = 0; run < 5; run += 1) {
    const server = await startServer(argv, port, { PORT: String(port) }, undefined, folder)
    starts.push(server.startMs)
    await server.stop()
  }

  const server = await startServer(argv, port, { PORT: String(port) }, undefined, folder)
  const memoryMB = memoryOf(server).nowMB
  const client = createClient(port)
  const call = async (operation: string, input: object) =>
    JSON.parse(
      (
        await client.send({
          method: 'POST',
          path: '/',
          headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
          },
          body: JSON.stringify(input),
        })
      ).toString(),
    ) as Record<string, Record<string, string>>
  const { UserPool } = await call('CreateUserPool', {
    PoolName: 'bench',
    UsernameAttributes: ['email'],
  })
  const { UserPoolClient } = await call('CreateUserPoolClient', {
    UserPoolId: UserPool?.['Id'],
    ClientName: 'bench',
  })
  let users = 0
  const signUp = () => {
    const email = `peer-${users++}@example.com`
    return call('SignUp', {
      ClientId: UserPoolClient?.['ClientId'],
      Username: email,
      Password: 'Correct-horse-1',
      UserAttributes: [{ Name: 'email', Value: email }],
    })
  }
  const signUps: Record<number, Rate> = {}
  for (const size of [100, 1000, 2000]) {
    await measureRate(size - users, signUp)
    signUps[size] = await measureRate(200, signUp)
  }
  client.close()
  await server.stop()
  return { startMs: median(starts), memoryMB, signUps }
}

export async function measureS3rver(
  port: number,
): Promise<{ startMs: number; put: Rate; get: Rate } | undefined> {
  const folder = install(s3rver)
  if (folder === undefined) return undefined
  const data = join(folder, 'data')
  const bin = join(folder, 'node_modules', 's3rver', 'bin', 's3rver.js')
  const argv = [bin, '-d', data, '-p', String(port), '-a', '127.0.0.1', '-s']
  argv.push('--configure-bucket', 'bench')
  const starts: number[] = []
  for (let run = 0; run < 5; run += 1) {
    const server = await startServer(argv, port)
    starts.push(server.startMs)
    await server.stop()
  }
  const server = await startServer(argv, port)
  const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
  const rates = await measureS3({ port, bucket: 'bench', prefix: '', credentials })
  await server.stop()
  return { startMs: median(starts), ...rates }
}
