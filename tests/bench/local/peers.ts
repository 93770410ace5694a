import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, measureRate, type Rate } from './load.ts'
import { startServer, type Server } from './servers.ts'

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

/** How a peer is started; it keeps its data in the folder it is started in. */
export interface Peer {
  argv: readonly string[]
}

export function installCognitoLocal(): Peer | undefined {
  const folder = install('cognito-local@5.3.0')
  const bin = ['node_modules', 'cognito-local', 'lib', 'bin', 'start.js']
  return folder === undefined ? undefined : { argv: [join(folder, ...bin)] }
}

export function installS3rver(port: number): Peer | undefined {
  const folder = install('s3rver@3.7.1')
  if (folder === undefined) return undefined
  const options = ['-d', './data', '-p', String(port), '-a', '127.0.0.1', '-s']
  const bin = join(folder, 'node_modules', 's3rver', 'bin', 's3rver.js')
  return { argv: [bin, ...options, '--configure-bucket', 'bench'] }
}

/** In a fresh folder: cognito-local does not start again on what overlapping requests have left. */
export async function startPeer({ argv }: Peer, port: number): Promise<Server> {
  const folder = mkdtempSync(join(installed, 'data-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const server = await startServer(argv, port, { PORT: String(port) }, undefined, folder)
    return { ...server, stop: () => server.stop().finally(remove) }
  } catch (error) {
    remove()
    throw error
  }
}

/** Sign-ups by the number of users that are there already. It slows down too soon for 10,000. */
export async function measureCognitoLocal(peer: Peer, port: number): Promise<Record<number, Rate>> {
  const server = await startPeer(peer, port)
  const client = createClient(port)
  const call = async (operation: string, input: object) => {
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    }
    const answer = await client.send({
      method: 'POST',
      path: '/',
      headers,
      body: JSON.stringify(input),
    })
    return JSON.parse(answer.toString()) as Record<string, Record<string, string>>
  }
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
  const rates: Record<number, Rate> = {}
  for (const size of [100, 1000, 2000]) {
    await measureRate(size - users, signUp)
    rates[size] = await measureRate(200, signUp)
  }
  client.close()
  await server.stop()
  return rates
}
