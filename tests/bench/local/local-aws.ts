import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts } from '../../support/node/free-ports.ts'
import { benchColdStart } from './cold-start.ts'
import { measureCompaction } from './compaction.ts'
import { benchFactors } from './factors.ts'
import { fillWithUsers } from './fill.ts'
import { meanOf, measureCrypto, measureHttp } from './floors.ts'
import { createClient, measureRate, workers, type Rate } from './load.ts'
import {
  installCognitoLocal,
  installS3rver,
  measureCognitoLocal,
  startPeer,
  type Peer,
} from './peers.ts'
import { createPerson, signInBySrp, signUp } from './people.ts'
import {
  measureS3,
  measureStreaming,
  medianRates,
  s3rverTarget,
  s3TargetOf,
  type S3Rate,
  type S3Rates,
} from './s3-load.ts'
import { memoryOf, startLocal } from './servers.ts'
import { benchTriggers } from './triggers.ts'
import { measureUsersView, type UsersView } from './users-view.ts'

const sizes = [100, 10_000, 100_000]
const compactionSizes = [3000, 10_000, 100_000]
const s3Rounds = 3

/**
 * The local half of `npm run bench`: `share` is of the floor, which is measured anew around each row;
 * `times` is of the peer.
 */
export async function benchLocal(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'local-aws-bench-'))
  try {
    const port = await freePorts(2)
    const peers = { cognitoLocal: installCognitoLocal(), s3rver: installS3rver(port) }
    console.log(`\nLocal AWS: data on disk, ${workers} connections, closed loop, one process`)
    await benchFloors(port)
    await benchColdStart(port, folder, peers)
    await benchCompaction(folder)
    await benchUsers(port, folder, peers.cognitoLocal)
    await benchFactors(folder)
    await benchTriggers(folder)
    await benchS3(port, folder, peers.s3rver)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchFloors(port: number) {
  const crypto = measureCrypto()
  const http = await measureHttp(port)
  console.table({
    'RSA signature, 2048 bits': { 'per second': Math.round(crypto.rsaSignatures) },
    'modular power, 3072 bits, exponent 256': { 'per second': Math.round(crypto.modularPowers) },
    'bare HTTP server, POST': { 'per second': Math.round(http.posts) },
    'bare HTTP server, PUT 100 KB': { 'per second': Math.round(http.puts100KB) },
    'bare HTTP server, GET 100 KB': { 'per second': Math.round(http.gets100KB) },
  })
}

async function benchCompaction(folder: string) {
  const filled = join(folder, 'compaction')
  const rows: Record<string, object> = {}
  let users = 0
  for (const size of compactionSizes) {
    await fillWithUsers(filled, users, size)
    users = size
    const { openedInMs, compactedInMs, longestBlockedMs, logMB } = await measureCompaction(filled)
    rows[`${size} users`] = {
      'longest blocked ms': Math.round(longestBlockedMs),
      'compacted in ms': Math.round(compactedInMs),
      'log MB afterwards': Math.round(logMB),
      'opened in ms': Math.round(openedInMs),
    }
  }
  console.log('\nA compaction while the local AWS runs')
  console.table(rows)
}

async function benchUsers(port: number, folder: string, peer: Peer | undefined) {
  const filled = join(folder, 'users')
  await (await startLocal(port, filled)).stop()
  const signUps: Record<string, object> = {}
  const signIns: Record<string, object> = {}
  const views: Record<string, object> = {}
  let users = 0
  let first: { signUps: number; signIns: number; view: UsersView } | undefined
  for (const size of sizes) {
    await fillWithUsers(filled, users, size)
    users = size
    const data = join(folder, `with-${size}`)
    cpSync(filled, data, { recursive: true })
    const floorsBefore = measureCrypto()
    const measured = await measureUsers(port, data)
    const floors = meanOf(floorsBefore, measureCrypto())
    first ??= {
      signUps: measured.signUps.perSecond,
      signIns: measured.signIns.perSecond,
      view: measured.view,
    }
    const memory = { 'start ms': Math.round(measured.startMs), 'memory MB': measured.memoryMB }
    signUps[`${size} users`] = rateRow(measured.signUps, floors.signUps, first.signUps)
    signIns[`${size} users`] = {
      ...rateRow(measured.signIns, floors.srpSignIns, first.signIns),
      ...memory,
    }
    views[`${size} users`] = viewRow(measured.view, first.view)
    rmSync(data, { recursive: true, force: true })
  }
  console.log('\nThe console’s page of users: when it opens, and for the beginning of an address')
  console.table(views)
  console.log('\nSign-ups (floor: one modular power)')
  console.table(signUps)
  console.log('\nSRP sign-ins, both requests (floor: three modular powers and two signatures)')
  console.table(signIns)
  if (peer) {
    console.log('\nSign-ups of cognito-local, which keeps passwords as they are')
    const rates = await measureCognitoLocal(peer, port)
    const rows = Object.entries(rates).map(([size, rate]) => [`${size} users`, plainRow(rate)])
    console.table(Object.fromEntries(rows))
  }
}

async function measureUsers(port: number, data: string) {
  const server = await startLocal(port, data)
  const client = createClient(port)
  const view = await measureUsersView(client, server)
  const people = Array.from({ length: 32 }, (_, index) => `bench-${index}@example.com`)
  for (const email of people) await createPerson(client, server, email)
  const signIn = (index: number) => signInBySrp(client, server, people[index % people.length] ?? '')
  await measureRate(100, signIn)
  const signIns = await measureRate(1000, signIn)
  const signUps = await measureRate(1500, (index) =>
    signUp(client, server, `new-${index}@example.com`),
  )
  const memoryMB = Math.round(memoryOf(server).nowMB)
  client.close()
  await server.stop()
  return { signIns, signUps, view, memoryMB, startMs: server.startMs }
}

async function benchS3(port: number, folder: string, peer: Peer | undefined) {
  const floors = await measureHttp(port)
  const peerServer = peer && (await startPeer(peer, port))
  const server = await startLocal(await freePorts(2), join(folder, 's3'))
  const target = await s3TargetOf(server)
  const rounds: { ours: S3Rates; theirs: S3Rates | undefined }[] = []
  for (let round = 0; round < s3Rounds; round += 1) {
    const theirs = peerServer && (await measureS3(peerServer, s3rverTarget(port)))
    rounds.push({ ours: await measureS3(server, target), theirs })
  }
  await peerServer?.stop()
  const { put, get } = medianRates(rounds.map(({ ours }) => ours))
  const theirs = peer && medianRates(rounds.flatMap((round) => round.theirs ?? []))
  console.log(
    `\nS3, 100 KB, presigned; signature, policy and storage included. Median of ${s3Rounds} rounds in turn.\n` +
      'Each PUT here makes a file (the bucket keeps versions), which ext4 does slowly for some minutes\n' +
      'after thousands of files were deleted: compare PUT on a disk that was left alone.',
  )
  console.table({
    'this local AWS, PUT': s3Row(put, floors.puts100KB, theirs?.put),
    'this local AWS, GET': s3Row(get, floors.gets100KB, theirs?.get),
    ...(theirs && { 's3rver, PUT': cpuRow(theirs.put), 's3rver, GET': cpuRow(theirs.get) }),
  })

  const streaming = await measureStreaming(server, target)
  console.log('\n1 GiB there and back')
  console.table({
    'this local AWS': {
      'up MB/s': streaming.upMBPerSecond,
      'down MB/s': streaming.downMBPerSecond,
      'memory before MB': Math.round(streaming.beforeMB),
      'most MB': Math.round(streaming.peakMB),
      'raised by MB': Math.round(streaming.peakMB - streaming.beforeMB),
    },
  })
  await server.stop()
}

function rateRow(rate: Rate, floor: number, first: number) {
  return {
    ...plainRow(rate),
    share: round(rate.perSecond / floor),
    'of 100 users': round(rate.perSecond / first),
  }
}

function s3Row(rate: S3Rate, floor: number, peer: S3Rate | undefined) {
  return {
    ...cpuRow(rate),
    share: round(rate.perSecond / floor),
    ...(peer && { times: round(rate.perSecond / peer.perSecond) }),
  }
}

function cpuRow(rate: S3Rate) {
  return { ...plainRow(rate), 'CPU ms': round(rate.cpuMs) }
}

function viewRow(view: UsersView, first: UsersView) {
  return {
    'opens in ms': round(view.firstPageMs),
    'of 100 users': round(view.firstPageMs / first.firstPageMs),
    'search ms': round(view.searchMs),
    'search of 100 users': round(view.searchMs / first.searchMs),
  }
}

function plainRow({ perSecond, p50Ms, p99Ms }: Rate) {
  return { 'per second': Math.round(perSecond), 'p50 ms': round(p50Ms), 'p99 ms': round(p99Ms) }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
