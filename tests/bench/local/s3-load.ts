import { createReadStream } from 'node:fs'
import { request } from 'node:http'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { createClient, measureRate, type Rate } from './load.ts'
import { callCognito, createPerson, signInBySrp } from './people.ts'
import { cpuMsOf, memoryOf, type LocalServer, type Server } from './servers.ts'

export interface S3Target {
  port: number
  bucket: string
  prefix: string
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string }
}

/** Of one server: how many, and what each took of the processor. */
export interface S3Rate extends Rate {
  cpuMs: number
}

export interface S3Rates {
  put: S3Rate
  get: S3Rate
}

/** `s3rver` lets one pair of keys do anything. */
export function s3rverTarget(port: number): S3Target {
  const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
  return { port, bucket: 'bench', prefix: '', credentials }
}

const objectBytes = 102_400
const keys = 64
const puts = 1500
const gets = 2500

/** PUT and GET of 100 KB with presigned URLs, which are made beforehand. */
export async function measureS3(server: Server, target: S3Target): Promise<S3Rates> {
  const putUrls = await presign(target, 'put')
  const getUrls = await presign(target, 'get')
  const client = createClient(target.port)
  const body = Buffer.alloc(objectBytes, 'x')
  const put = (index: number) =>
    client.send({ method: 'PUT', path: putUrls[index % keys] ?? '', headers: {}, body })
  const get = (index: number) =>
    client.send({ method: 'GET', path: getUrls[index % keys] ?? '', headers: {} })
  const measure = async (count: number, send: (index: number) => Promise<unknown>) => {
    const before = cpuMsOf(server)
    const rate = await measureRate(count, send)
    return { ...rate, cpuMs: (cpuMsOf(server) - before) / count }
  }
  await measureRate(500, put)
  await measureRate(500, get)
  const rates = { put: await measure(puts, put), get: await measure(gets, get) }
  client.close()
  return rates
}

/** The median of each kind by itself. */
export function medianRates(rounds: readonly S3Rates[]): S3Rates {
  const median = (kind: keyof S3Rates) => {
    const rates = rounds.map((round) => round[kind]).sort((a, b) => a.perSecond - b.perSecond)
    return rates[rates.length >> 1] as S3Rate
  }
  return { put: median('put'), get: median('get') }
}

async function presign(target: S3Target, kind: 'put' | 'get'): Promise<string[]> {
  const client = new S3Client({
    endpoint: `http://localhost:${target.port}`,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: target.credentials,
    // Peers of an earlier generation do not know the new default checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
  })
  const paths: string[] = []
  for (let index = 0; index < keys; index += 1) {
    const object = { Bucket: target.bucket, Key: `${target.prefix}object-${index}` }
    const command = kind === 'put' ? new PutObjectCommand(object) : new GetObjectCommand(object)
    const url = new URL(await getSignedUrl(client, command, { expiresIn: 3600 }))
    paths.push(url.pathname + url.search)
  }
  client.destroy()
  return paths
}

/** A person's own prefix, with credentials from the identity pool. */
export async function s3TargetOf(server: LocalServer): Promise<S3Target> {
  const client = createClient(server.cognitoPort)
  const email = 's3-bench@example.com'
  await createPerson(client, server, email)
  const { AuthenticationResult } = await signInBySrp(client, server, email)
  const { IdToken } = AuthenticationResult as { IdToken: string }
  const { config } = server
  const Logins = { [`localhost:${server.cognitoPort}/${config.userPoolId}`]: IdToken }
  const { IdentityId } = await callCognito(client, 'GetId', {
    IdentityPoolId: config.identityPoolId,
    Logins,
  })
  const { Credentials } = await callCognito(client, 'GetCredentialsForIdentity', {
    IdentityId,
    Logins,
  })
  client.close()
  const { AccessKeyId, SecretKey, SessionToken } = Credentials as Record<string, string>
  return {
    port: server.s3Port,
    bucket: config.bucket ?? '',
    prefix: `users/${String(IdentityId)}/`,
    credentials: {
      accessKeyId: AccessKeyId ?? '',
      secretAccessKey: SecretKey ?? '',
      sessionToken: SessionToken ?? '',
    },
  }
}

const gibibyte = 1024 ** 3

/** One body of 1 GiB there and back: how fast, and how much memory it took at most. */
export async function measureStreaming(server: Server, target: S3Target) {
  const [put = ''] = await presign({ ...target, prefix: `${target.prefix}large-` }, 'put')
  const [get = ''] = await presign({ ...target, prefix: `${target.prefix}large-` }, 'get')
  const before = memoryOf(server).nowMB
  const upMs = await transfer(target.port, 'PUT', put)
  const downMs = await transfer(target.port, 'GET', get)
  const megabytesPerSecond = (ms: number) => Math.round(gibibyte / 1e6 / (ms / 1000))
  return {
    upMBPerSecond: megabytesPerSecond(upMs),
    downMBPerSecond: megabytesPerSecond(downMs),
    beforeMB: before,
    peakMB: memoryOf(server).peakMB,
  }
}

function transfer(port: number, method: 'PUT' | 'GET', path: string): Promise<number> {
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const headers = {
      host: `localhost:${port}`,
      'content-length': method === 'PUT' ? gibibyte : 0,
    }
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers }, (incoming) => {
      let sizeBytes = 0
      incoming.on('data', (chunk: Buffer) => (sizeBytes += chunk.length))
      incoming.on('error', reject)
      incoming.on('end', () => {
        const isWhole = incoming.statusCode === 200 && (method === 'PUT' || sizeBytes === gibibyte)
        if (isWhole) resolve(performance.now() - startedAt)
        else reject(new Error(`${method} of 1 GiB: ${incoming.statusCode}, ${sizeBytes} bytes`))
      })
    })
    outgoing.on('error', reject)
    if (method === 'GET') outgoing.end()
    else {
      createReadStream('/dev/zero', { end: gibibyte - 1, highWaterMark: 1 << 18 }).pipe(outgoing)
    }
  })
}
