import { generateKeyPairSync, getDiffieHellman, randomBytes, sign } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { opensslModPow } from '../../../local/node/openssl-mod-pow.ts'
import { createClient, measureRate } from './load.ts'
import { startServer } from './servers.ts'

/** What this machine can do at most, per second; one thread for cryptography. */
export interface Floors {
  rsaSignatures: number
  /** 3072 bits, an exponent of 256. */
  modularPowers: number
  /** The powers that a sign-up or an SRP sign-in cannot do without, and two signatures. */
  signUps: number
  srpSignIns: number
  /** A bare `node:http` server that parses a small JSON body, through the same client. */
  httpPosts: number
  /** The same, sending and taking 100 KB. */
  httpPuts100KB: number
  httpGets100KB: number
  coldStartMs: number
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

export async function measureFloors(port: number): Promise<Floors> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const rsaSignatures = opsPerSecond(() =>
    sign('sha256', Buffer.from('header.payload'), privateKey),
  )
  const modulus = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`)
  const exponent = BigInt(`0x${randomBytes(32).toString('hex')}`) | (1n << 255n)
  const base = BigInt(`0x${randomBytes(383).toString('hex')}`)
  const modularPowers = opsPerSecond(() => opensslModPow(base, exponent, modulus))

  const server = await startServer(['-e', bareServer], port, { PORT: String(port) })
  const client = createClient(port)
  const call = { method: 'POST', path: '/', headers: {}, body: '{"ClientId":"x","Username":"y"}' }
  const large = { ...call, method: 'PUT', body: Buffer.alloc(102_400) }
  await measureRate(2000, () => client.send(call))
  const posts = await measureRate(10_000, () => client.send(call))
  const puts = await measureRate(5000, () => client.send(large))
  const gets = await measureRate(5000, () => client.send({ method: 'GET', path: '/', headers: {} }))
  client.close()
  await server.stop()
  return {
    rsaSignatures,
    modularPowers,
    signUps: modularPowers,
    srpSignIns: 1 / (3 / modularPowers + 2 / rsaSignatures),
    httpPosts: posts.perSecond,
    httpPuts100KB: puts.perSecond,
    httpGets100KB: gets.perSecond,
    coldStartMs: server.startMs,
  }
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
