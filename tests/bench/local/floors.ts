import { generateKeyPairSync, getDiffieHellman, randomBytes, sign } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { opensslModPow } from '../../../local/node/openssl-mod-pow.ts'
import { createClient, measureRate } from './load.ts'
import { startServer } from './servers.ts'

/** Cryptography on one thread, per second. */
export interface CryptoFloor {
  rsaSignatures: number
  /** 3072 bits, an exponent of 256. */
  modularPowers: number
  /** The powers that a sign-up or an SRP sign-in cannot do without, and two signatures. */
  signUps: number
  srpSignIns: number
}

/** A bare `node:http` server through the same client, per second. */
export interface HttpFloor {
  /** Parses a small JSON body. */
  posts: number
  puts100KB: number
  gets100KB: number
}

const bareServer = `
const body = Buffer.alloc(102400)
require('node:http').createServer((request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    if (request.method === 'GET') return response.end(body)
    if (request.method === 'POST') JSON.parse(Buffer.concat(chunks))
    response.end('{}')
  })
}).listen(Number(process.env.PORT), '127.0.0.1')`

export const bareServerArgv = ['-e', bareServer]

export function measureCrypto(): CryptoFloor {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const input = Buffer.from('header.payload')
  const rsaSignatures = opsPerSecond(() => sign('sha256', input, privateKey))
  const modulus = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`)
  const exponent = BigInt(`0x${randomBytes(32).toString('hex')}`) | (1n << 255n)
  const base = BigInt(`0x${randomBytes(383).toString('hex')}`)
  const modularPowers = opsPerSecond(() => opensslModPow(base, exponent, modulus))
  return {
    rsaSignatures,
    modularPowers,
    signUps: modularPowers,
    srpSignIns: 1 / (3 / modularPowers + 2 / rsaSignatures),
  }
}

/** The clock of a shared machine swings: what is measured between two floors is held to their mean. */
export function meanOf(before: CryptoFloor, after: CryptoFloor): CryptoFloor {
  const mean = (key: keyof CryptoFloor) => (before[key] + after[key]) / 2
  return {
    rsaSignatures: mean('rsaSignatures'),
    modularPowers: mean('modularPowers'),
    signUps: mean('signUps'),
    srpSignIns: mean('srpSignIns'),
  }
}

export async function measureHttp(port: number): Promise<HttpFloor> {
  const server = await startServer(bareServerArgv, port, { PORT: String(port) })
  const client = createClient(port)
  const post = { method: 'POST', path: '/', headers: {}, body: '{"ClientId":"x","Username":"y"}' }
  const put = { ...post, method: 'PUT', body: Buffer.alloc(102_400) }
  const get = { method: 'GET', path: '/', headers: {} }
  await measureRate(2000, () => client.send(post))
  const posts = await measureRate(10_000, () => client.send(post))
  const puts = await measureRate(5000, () => client.send(put))
  const gets = await measureRate(5000, () => client.send(get))
  client.close()
  await server.stop()
  return { posts: posts.perSecond, puts100KB: puts.perSecond, gets100KB: gets.perSecond }
}

function opsPerSecond(work: () => unknown): number {
  for (let warm = 0; warm < 50; warm += 1) work()
  const startedAt = performance.now()
  let count = 0
  while (performance.now() - startedAt < 1000) {
    work()
    count += 1
  }
  return (count * 1000) / (performance.now() - startedAt)
}
